"""What typed values become: figures, doubts, or nothing at all."""

from decimal import Decimal

from app.domain.figures_entry import read_figure
from app.domain.statistics_form import NOT_AVAILABLE, Figure, Form, FormRow, Ratio, Total, ValueKind
from app.services.figure_entry import Entry, after_entry, entry_of, entry_of_readings

FORM = Form("1", "Biểu thử", (
    FormRow("1", "Đề mục", "", ValueKind.HEADING),
    FormRow("1.1", "Tỷ lệ", "%", ValueKind.PERCENT, calculation=Ratio(("1.3",), ("1.2",))),
    FormRow("1.2", "Tổng số", "Hồ sơ", ValueKind.COUNT),
    FormRow("1.3", "Đúng hạn", "Hồ sơ", ValueKind.COUNT),
    FormRow("2", "Tổng", "Người", ValueKind.COUNT, calculation=Total(("2.1", "2.2"))),
    FormRow("2.1", "Nam", "Người", ValueKind.COUNT),
    FormRow("2.2", "Nữ", "Người", ValueKind.COUNT),
))  # fmt: skip


def number(value: str) -> Figure:
    """A figure."""
    return Figure(Decimal(value))


def typed(cells: dict[str, str], entered: dict[str, Figure] | None = None) -> Entry:
    """What is typed over what was entered."""
    return entry_of(FORM, entered or {}, cells)


def test_values_are_read_the_vietnamese_way() -> None:
    entry = typed({"1.2": "25.898", "1.3": "-"})
    assert entry.figures == {"1.2": number("25898"), "1.3": NOT_AVAILABLE} and not entry.doubts


def test_what_stands_there_already_is_not_written_again() -> None:
    assert typed({"1.2": "5", "1.3": ""}, {"1.2": number("5")}).figures == {}
    assert typed({"1.2": ""}, {"1.2": number("5")}).figures == {"1.2": None}


def test_what_cannot_be_read_changes_nothing() -> None:
    entry = typed({"1.2": "nhiều"}, {"1.2": number("5")})
    assert (entry.figures, entry.unread, set(entry.doubts)) == ({}, {"1.2"}, {"1.2"})


def test_a_doubtful_value_is_written_with_its_doubt() -> None:
    entry = typed({"1.2": "1,234"})
    assert entry.figures == {"1.2": number("1234")} and set(entry.doubts) == {"1.2"}


def test_headings_and_what_the_register_knows_are_not_typed() -> None:
    readings = {code: read_figure("3", FORM.rows[2]) for code in ("1", "1.2", "1.3")}
    entry = entry_of_readings(FORM, {}, readings, {"1.2": number("9")})
    assert entry.figures == {"1.3": number("3")}
    assert entry.refused == {"1": "figures_page.no_heading", "1.2": "figures_page.no_register"}


def test_a_calculated_figure_is_stored_where_it_differs_only() -> None:
    assert set(typed({"1.1": "33,33", "1.2": "3", "1.3": "1"}).figures) == {"1.2", "1.3"}
    assert set(typed({"1.1": "33,3", "1.2": "3", "1.3": "1"}).figures) == {"1.2", "1.3"}
    assert typed({"1.1": "40", "1.2": "3", "1.3": "1"}).figures["1.1"] == number("40")
    assert set(typed({"2": "7", "2.1": "3", "2.2": "4"}).figures) == {"2.1", "2.2"}


def test_a_stored_one_that_follows_its_parts_goes_on_following_them() -> None:
    before = {"1.1": number("50"), "1.2": number("4"), "1.3": number("2")}
    assert typed({"1.3": "3"}, before).figures == {"1.1": None, "1.3": number("3")}
    differing = {**before, "1.1": number("60")}
    assert typed({"1.3": "3"}, differing).figures == {"1.3": number("3")}


def test_a_percentage_alone_is_stored() -> None:
    assert typed({"1.1": "99,1"}).figures == {"1.1": number("99.1")}


def test_after_an_entry_what_was_taken_away_is_gone() -> None:
    assert after_entry({"1": number("1"), "2": number("2")}, {"1": None, "3": number("3")}) == {
        "2": number("2"),
        "3": number("3"),
    }
