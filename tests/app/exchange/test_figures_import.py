from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.statistics_form import Form, FormRow, ValueKind
from app.exchange.clipboard import parse_tsv
from app.exchange.figures_import import FigureImport, import_figures, match_lines, paste_figures
from app.exchange.form_grid import grid_of_block
from app.exchange.form_json import builtin_form_sets
from app.texts import sentence_for, text

COUNT = ValueKind.COUNT
FORM = Form(
    "1",
    "Thử",
    (
        FormRow("1", "Tổng số hồ sơ đã giải quyết", "Hồ sơ", COUNT),
        FormRow("1.1", "Trước hạn", "Hồ sơ", COUNT),
        FormRow("1.2", "Tỷ lệ đúng hạn (%)", "%", ValueKind.PERCENT),
        FormRow("1.9", "Chín", "Hồ sơ", COUNT),
        FormRow("1.10", "Mười", "Hồ sơ", COUNT),
        FormRow("2", "Kiểm tra", "", ValueKind.HEADING),
        FormRow("2.1", "Đã kiểm tra", "Đơn vị", COUNT),
        FormRow("3.1", "Cùng tên", "Đơn vị", COUNT),
        FormRow("3.2", "Cùng tên", "Đơn vị", COUNT),
    ),
)


def matched(found: FigureImport) -> list[tuple[str, str]]:
    return [(one.code, one.typed) for one in found.matched]


def reasons(found: FigureImport) -> list[tuple[str, str]]:
    assert all(text(one.key) for one in found.unmatched)
    return [(one.code, one.key.removeprefix("statistics.import_")) for one in found.unmatched]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("1.1", "Trước hạn", "5"), "1.1"),
        (("1,1", "TRƯỚC  HẠN", "5"), "1.1"),
        (("1.1.", "", "5"), "1.1"),
        (("", "truoc han", "5"), "1.1"),
        (("7.5", "Trước hạn", "5"), "1.1"),
        (("1", "Tổng số hồ sơ giải quyết xong", "5"), "1"),
        (("1.2", "Tỷ lệ đúng hạn", "5"), "1.2"),
        (("3.2", "Cùng tên", "5"), "3.2"),
    ],
)
def test_code_or_label_lead_to_the_row(line: tuple[str, str, str], code: str) -> None:
    found = match_lines(FORM, [line])
    assert (matched(found), found.unmatched) == ([(code, "5")], [])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (("1.1", "Số văn bản đã ban hành", "5"), "label_differs"),
        (("9", "Số văn bản đã ban hành", "5"), "unknown"),
        (("", "Cùng tên", "5"), "ambiguous"),
        (("2", "Kiểm tra", "5"), "heading"),
    ],
)
def test_what_does_not_fit_is_told_with_its_reason(line: tuple[str, str, str], reason: str) -> None:
    found = match_lines(FORM, [line])
    assert (found.matched, reasons(found)) == ([], [(line[0], reason)])


def test_a_second_value_for_a_row_is_told() -> None:
    found = match_lines(FORM, [("1.2", "", "99"), ("", "Tỷ lệ đúng hạn (%)", "98")])
    assert (matched(found), reasons(found)) == ([("1.2", "99")], [("", "twice")])


def test_a_code_that_excel_shortened_leads_to_its_row() -> None:
    found = match_lines(FORM, [("1.1", "", "5"), ("1.9", "", "6"), ("1.1", "", "7")])
    assert matched(found) == [("1.1", "5"), ("1.9", "6"), ("1.10", "7")]


def test_lines_without_a_value_are_passed_over() -> None:
    assert match_lines(FORM, [("1", "Tổng số hồ sơ", ""), ("", "", "")]) == FigureImport(FORM)


def test_doubts_come_with_the_value() -> None:
    (one,) = match_lines(FORM, [("1.2", "", "17, 66")]).matched
    assert [doubt.key for doubt in one.reading.doubts] == ["statistics.doubt_blanks"]


@pytest.mark.parametrize(
    "block",
    [
        "1\tTổng số hồ sơ đã giải quyết\t1.234\n1.1\tTrước hạn\t-",
        "1\t1.234\n1.1\t-",
        "Tổng số hồ sơ đã giải quyết\t1.234\nTrước hạn\t-",
        "STT\tChỉ tiêu\tĐVT\tSố liệu\n1\tTổng số hồ sơ đã giải quyết\tHồ sơ\t1.234\n1.1\tTrước hạn\tHồ sơ\t-",
        "1\tTổng số hồ sơ đã giải quyết\tHồ sơ\t1.234\n1.1\tTrước hạn\tHồ sơ\t-",
    ],
)
def test_a_pasted_block_is_matched_with_and_without_headings(block: str) -> None:
    found = paste_figures(grid_of_block(parse_tsv(block)), FORM)
    assert (matched(found), found.unmatched) == ([("1", "1.234"), ("1.1", "-")], [])


def test_the_forms_of_a_file_are_told_apart_by_their_rows(tmp_path: Path) -> None:
    forms = builtin_form_sets()[0].forms
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["STT", "Chỉ tiêu thống kê", "Kết quả thống kê", None])
    sheet.append([None, None, "Đơn vị tính", "Số liệu"])
    sheet.append(["(1)", "(2)", "(3)", "(4)"])
    for merged in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(merged)
    for form in forms:
        for number, row in enumerate(form.rows):
            sheet.append([float(row.code) if row.code.count(".") == 1 else row.code, row.label, row.unit, number])
    book.save(tmp_path / "a.xlsx")
    imports = import_figures(tmp_path / "a.xlsx", forms).imports
    assert [one.form.key for one in imports] == [form.key for form in forms]
    for found, form in zip(imports, forms, strict=True):
        assert [one.code for one in found.matched] == [row.code for row in form.rows if row.kind.is_figure]
        assert {one.key for one in found.unmatched} <= {"statistics.import_heading"}


LINES = st.tuples(
    st.sampled_from(["", "1", "1.1", "1,2", "9", "II", "2"]),
    st.sampled_from(["", "Trước hạn", "Cùng tên", "Khác hẳn", "Kiểm tra"]) | st.text(max_size=5),
    st.sampled_from(["", "5", "-", "17, 66", "chưa có"]) | st.text(max_size=5),
)


@given(st.lists(LINES, max_size=8))
def test_no_value_is_lost_and_no_row_is_filled_twice(lines: list[tuple[str, str, str]]) -> None:
    found = match_lines(FORM, lines)
    assert len(found.matched) + len(found.unmatched) == sum(bool(typed) for _, _, typed in lines)
    codes = [one.code for one in found.matched]
    assert len(set(codes)) == len(codes)


def saved(path: Path, *rows: Sequence[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_form_with_a_few_other_words_is_known_and_another_table_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["1", "Tổng số hồ sơ giải quyết", 9],
        ["1.1", "Trước hạn (hồ sơ)", 8],
        ["1.2", "Tỷ lệ đúng hạn", "99,1"],
    ]
    other: list[list[object]] = [["1", "Số cuộc họp", 4], ["2", "Số văn bản", 5]]
    heading = ["STT", "Chỉ tiêu", "Số liệu"]
    found = import_figures(saved(tmp_path / "a.xlsx", heading, *rows, heading, *other), [FORM])
    assert [matched(one) for one in found.imports] == [[("1", "9"), ("1.1", "8"), ("1.2", "99,1")]]
    assert [(one.code, one.typed, one.key) for one in found.unmatched] == [
        ("1", "4", "statistics.import_no_form"), ("2", "5", "statistics.import_no_form")]  # fmt: skip


def test_a_file_without_figures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        import_figures(saved(tmp_path / "a.xlsx", ["a", "b"], ["c", "d"]), [FORM])
    assert "a.xlsx" in sentence_for(refusal.value)
