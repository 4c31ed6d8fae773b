from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures_entry import FigureReading, figure_text, read_figure
from app.domain.statistics_form import NOT_AVAILABLE, Answer, Figure, FormRow, ValueKind
from app.texts import text

COUNT = FormRow("1", "Số hồ sơ", "Hồ sơ", ValueKind.COUNT)
PERCENT = FormRow("2", "Tỷ lệ hồ sơ đúng hạn", "%", ValueKind.PERCENT)
AMOUNT = FormRow("3", "Kế hoạch được giao", "Triệu đồng", ValueKind.AMOUNT)
ANSWERS = (Answer(0, "Trực tuyến"), Answer(1, "Phát phiếu"), Answer(2, "Kết hợp"))
CODED = FormRow("4", "Hình thức khảo sát", "Trực tuyến = 0; Phát phiếu = 1", ValueKind.CODED, ANSWERS)


def keys(reading: FigureReading) -> list[str]:
    return [doubt.key.removeprefix("statistics.doubt_") for doubt in reading.doubts]


def sentences(reading: FigureReading) -> list[str]:
    return [text(doubt.key, **dict(doubt.values)) for doubt in reading.doubts]


@pytest.mark.parametrize(
    ("typed", "row", "value"),
    [
        ("25.898", COUNT, "25898"),
        ("1.234.567", COUNT, "1234567"),
        ("0", COUNT, "0"),
        ("05", COUNT, "5"),
        ("1234", COUNT, "1234"),
        ("  320 hồ sơ", COUNT, "320"),
        ("12,0", COUNT, "12"),
        ("99,10", PERCENT, "99.1"),
        ("99,1 %", PERCENT, "99.1"),
        ("100%", PERCENT, "100"),
        ("99,125", PERCENT, "99.125"),
        ("18.450,5", AMOUNT, "18450.5"),
        ("18.450", AMOUNT, "18450"),
        ("12,5 triệu đồng", AMOUNT, "12.5"),
        ("1", CODED, "1"),
        ("kết hợp", CODED, "2"),
        ("Kết hợp = 2", CODED, "2"),
    ],
)
def test_figures_are_read_the_vietnamese_way(typed: str, row: FormRow, value: str) -> None:
    assert read_figure(typed, row) == FigureReading(Figure(Decimal(value)))


@pytest.mark.parametrize(
    ("typed", "row", "value", "doubts"),
    [
        ("17, 66", PERCENT, "17.66", ["blanks"]),
        ("19.31", PERCENT, "19.31", ["point"]),
        ("99.123", PERCENT, "99.123", ["point"]),
        ("19 .31%", PERCENT, "19.31", ["blanks", "point"]),
        ("25 898", COUNT, "25898", ["blanks"]),
        ("25,898", COUNT, "25898", ["foreign"]),
        ("1,234,567.5", AMOUNT, "1234567.5", ["foreign"]),
        ("12,5", COUNT, "12.5", ["fraction"]),
        ("19.31", COUNT, "19.31", ["point", "fraction"]),
        ("1,234", AMOUNT, "1.234", ["three_digits"]),
        ("12.5", AMOUNT, "12.5", ["point"]),
        ("-5", COUNT, "-5", ["negative"]),
        ("15%", COUNT, "15", ["percent_sign"]),
    ],
)
def test_another_way_of_writing_is_read_with_a_doubt(typed: str, row: FormRow, value: str, doubts: list[str]) -> None:
    reading = read_figure(typed, row)
    assert reading.figure == Figure(Decimal(value))
    assert keys(reading) == doubts
    assert all(typed.strip() in sentence for sentence in sentences(reading))


@pytest.mark.parametrize("row", [COUNT, PERCENT, AMOUNT, CODED])
@pytest.mark.parametrize("typed", ["-", "–", "—", " - ", "--"])
def test_a_dash_is_not_available(typed: str, row: FormRow) -> None:
    assert read_figure(typed, row) == FigureReading(NOT_AVAILABLE)


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0"])
def test_nothing_typed_is_nothing(typed: str) -> None:
    assert read_figure(typed, COUNT) == FigureReading(None)


@pytest.mark.parametrize(
    ("typed", "row"),
    [("chưa có", COUNT), ("15/20", COUNT), ("1.2.3", COUNT), ("1,2,3", PERCENT), ("1.234,5", PERCENT), ("3", CODED),
     ("Không", CODED), ("12.34.567", AMOUNT), ("1e5", AMOUNT), ("9" * 30, COUNT), ("٣", COUNT)],
)  # fmt: skip
def test_what_is_no_figure_is_said_and_not_guessed(typed: str, row: FormRow) -> None:
    reading = read_figure(typed, row)
    assert (reading.figure, reading.is_unread, len(reading.doubts)) == (None, True, 1)
    assert f"“{typed}”" in sentences(reading)[0]


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("25898", ValueKind.COUNT, "25.898"),
        ("99.1", ValueKind.PERCENT, "99,10"),
        ("100", ValueKind.PERCENT, "100"),
        ("99.125", ValueKind.PERCENT, "99,125"),
        ("18450.50", ValueKind.AMOUNT, "18.450,5"),
        ("-3", ValueKind.COUNT, "-3"),
        ("2", ValueKind.CODED, "2"),
    ],
)
def test_figures_are_printed_the_vietnamese_way(value: str, kind: ValueKind, shown: str) -> None:
    assert figure_text(Figure(Decimal(value)), kind) == shown


def test_no_figure_is_empty_and_an_unavailable_one_a_dash() -> None:
    assert figure_text(None, ValueKind.COUNT) == ""
    assert figure_text(NOT_AVAILABLE, ValueKind.PERCENT) == "-"


@given(st.integers(0, 10**12))
def test_a_printed_count_is_read_back(number: int) -> None:
    assert read_figure(figure_text(Figure(Decimal(number)), ValueKind.COUNT), COUNT).figure == Figure(Decimal(number))


@given(st.decimals(0, 100, places=4) | st.decimals(0, 100, places=2))
def test_a_printed_percentage_is_read_back_without_a_doubt(value: Decimal) -> None:
    assert read_figure(figure_text(Figure(value), ValueKind.PERCENT), PERCENT) == FigureReading(Figure(value))


@given(st.decimals(0, 10**9, places=2))
def test_a_printed_amount_is_read_back_without_a_doubt(value: Decimal) -> None:
    assert read_figure(figure_text(Figure(value), ValueKind.AMOUNT), AMOUNT) == FigureReading(Figure(value))


@given(st.text(max_size=30), st.sampled_from([COUNT, PERCENT, AMOUNT, CODED]))
def test_whatever_is_typed_gives_an_answer_and_sentences(typed: str, row: FormRow) -> None:
    reading = read_figure(typed, row)
    assert reading.is_unread <= (reading.figure is None and len(sentences(reading)) == 1)


@given(st.text("0123456789., ", min_size=1, max_size=12))
def test_a_number_reads_the_same_with_its_unit(typed: str) -> None:
    with_unit = read_figure(f"{typed} %", PERCENT)
    assert with_unit.figure == read_figure(typed, PERCENT).figure
