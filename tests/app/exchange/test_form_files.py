from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.errors import Refused
from app.domain.statistics_form import Form, FormRow, FormSet, FormSource, Ratio, Shape, Total, ValueKind
from app.exchange.form_files import LoadedForms, read_form_file
from app.exchange.form_files_out import write_form_file
from app.exchange.form_json import builtin_form_sets
from app.texts import sentence_for, text


def load(path: Path) -> LoadedForms:
    loaded = read_form_file(path, 2026)
    assert all(text(remark.key, **dict(remark.values)) for remark in loaded.remarks)
    return loaded


@pytest.mark.parametrize("form_set", builtin_form_sets(), ids=lambda one: one.key)
def test_a_set_is_written_and_read_back_exactly(form_set: FormSet, tmp_path: Path) -> None:
    path = tmp_path / "Biểu mẫu.xlsx"
    write_form_file(form_set, path)
    loaded = load(path)
    assert loaded.form_set == form_set
    units = [("code", "4.3.1"), ("code", "4.3.2")] if form_set.key == "bnv-4625-2025" else []
    assert [remark.values[1] for remark in loaded.remarks if remark.key == "statistics.unit_doubtful"] == units
    assert len(loaded.remarks) == len(units)


def test_notes_over_several_rows_and_strange_texts_survive(tmp_path: Path) -> None:
    rows = (
        FormRow("1", "= Tổng số\n- hồ sơ", "Hồ sơ", ValueKind.COUNT, note="Lũy kế từ đầu năm", note_rows=2),
        FormRow("1.9", "+ Một", "@", ValueKind.AMOUNT),
        FormRow("1.10", "Hai", "", ValueKind.COUNT, note="=1+1"),
    )
    form_set = FormSet("x", "Thử", 2027, "3", FormSource("Quyết định", "5/QĐ-UBND", None), (Form("A", "Thử", rows),))
    write_form_file(form_set, tmp_path / "a.xlsx")
    assert load(tmp_path / "a.xlsx").form_set == form_set


def sheet_of(tmp_path: Path, *rows: tuple[object, ...]) -> tuple[Path, Worksheet]:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return tmp_path / "Biểu thống kê CCHC 2027.xlsx", book.active


PROVINCE = (
    ("BIỂU MẪU THỐNG KÊ",),
    ("(Kèm theo Công văn số 88/SNV-CCHC ngày 05/3/2027 của Sở Nội vụ)",),
    ("Biểu 1: Chỉ đạo điều hành",),
    ("STT", "Chỉ tiêu thống kê", "Kết quả thống kê", None, "Ghi chú"),
    (None, None, "Đơn vị tính", "Số liệu", None),
    ("(1)", "(2)", "(3)", "(4)", "(5)"),
    (1, "Tỷ lệ hoàn thành kế hoạch", "%", None, "Lũy kế"),
    (1.1, "Số nhiệm vụ đề ra", "Nhiệm vụ", 40, None),
    ("1.2.", "Số nhiệm vụ đã xong", None, 12, None),
    (2, "Kiểm tra", None, None, None),
    ("2.1", "Có tổ chức kiểm tra", "Có = 1; Không = 0", 1, None),
    (None, "Dòng thừa", "Văn bản", None, None),
    ("Biểu 2: Tài chính",),
    (1, "Tổng số kinh phí", "Triệu đồng", None, None),
    (1.1, "Thường xuyên", "Triệu đồng", None, None),
    (1.2, "Không thường xuyên", "Triệu đồng", None, None),
)


def test_another_provinces_form_is_loaded_by_its_headings(tmp_path: Path) -> None:
    path, sheet = sheet_of(tmp_path, *PROVINCE)
    for merged in ("A4:A5", "B4:B5", "C4:D4", "E4:E5", "C8:C9", "E7:E9", "A13:E13"):
        sheet.merge_cells(merged)
    sheet.parent.save(path)
    loaded = load(path)
    first, second = loaded.form_set.forms
    assert (first.key, first.title, second.key, second.title) == ("1", "Chỉ đạo điều hành", "2", "Tài chính")
    assert [(row.code, row.kind, row.unit) for row in first.rows] == [
        ("1", ValueKind.PERCENT, "%"),
        ("1.1", ValueKind.COUNT, "Nhiệm vụ"),
        ("1.2", ValueKind.COUNT, "Nhiệm vụ"),
        ("2", ValueKind.HEADING, ""),
        ("2.1", ValueKind.CODED, "Có = 1; Không = 0"),
    ]
    assert (first.rows[0].calculation, first.rows[0].note_rows) == (Ratio(("1.2",), ("1.1",)), 3)
    assert second.rows[0].calculation == Total(("1.1", "1.2"))
    assert (loaded.form_set.year, loaded.form_set.source) == (
        2027, FormSource("Công văn", "88/SNV-CCHC", date(2027, 3, 5)))  # fmt: skip
    assert [remark.key.removeprefix("statistics.") for remark in loaded.remarks] == [
        "row_without_code", "calculation_guessed", "calculation_guessed"]  # fmt: skip


def test_a_code_that_excel_shortened_is_understood(tmp_path: Path) -> None:
    numbers = [(1 + number / 10, f"Chỉ tiêu {number}", "Hồ sơ") for number in range(1, 10)]
    path, sheet = sheet_of(tmp_path, ("TT", "Chỉ tiêu", "ĐVT"), *numbers, (1.1, "Chỉ tiêu 10", "Hồ sơ"))
    sheet.parent.save(path)
    assert [row.code for row in load(path).form_set.forms[0].rows][-2:] == ["1.9", "1.10"]


def test_a_form_of_columns_is_read_from_its_merged_headings(tmp_path: Path) -> None:
    path, sheet = sheet_of(
        tmp_path,
        ("Kết quả giải quyết hồ sơ của tỉnh", *[None] * 6),
        ("TT", "Lĩnh vực", "Tiếp nhận", None, None, "Đã giải quyết", "Đang giải quyết"),
        (None, None, "Tổng", "Trực tuyến", "Trực tiếp", None, None),
        ("(1)", "(2)", "(3)=(4)+(5)=(6)+(7)", "(4)", "(5)", "(6)", "(7)"),
        (1, "Hộ tịch", 5, 2, 3, 4, 1),
    )
    for merged in ("A1:G1", "A2:A3", "B2:B3", "C2:E2", "F2:F3", "G2:G3"):
        sheet.merge_cells(merged)
    sheet.parent.save(path)
    (form,) = load(path).form_set.forms
    assert (form.shape, form.title) == (Shape.COLUMNS, "Kết quả giải quyết hồ sơ của tỉnh")
    assert [(row.code, row.group, row.label, row.kind) for row in form.rows] == [
        ("1", "", "TT", ValueKind.TEXT),
        ("2", "", "Lĩnh vực", ValueKind.TEXT),
        ("3", "Tiếp nhận", "Tổng", ValueKind.COUNT),
        ("4", "Tiếp nhận", "Trực tuyến", ValueKind.COUNT),
        ("5", "Tiếp nhận", "Trực tiếp", ValueKind.COUNT),
        ("6", "", "Đã giải quyết", ValueKind.COUNT),
        ("7", "", "Đang giải quyết", ValueKind.COUNT),
    ]
    assert form.rows[2].calculation == Total(("4", "5"))
    assert [(one.total, one.parts) for one in form.balances] == [("3", ("6", "7"))]


def test_a_wrong_calculation_typed_into_the_file_is_refused_or_told(tmp_path: Path) -> None:
    (form,) = builtin_form_sets()[1].forms
    wrong = replace(builtin_form_sets()[1], forms=(replace(form, balances=()),))
    write_form_file(wrong, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book.worksheets[0]["E6"] = "theo hướng dẫn chung"
    book.save(tmp_path / "a.xlsx")
    assert [remark.key for remark in load(tmp_path / "a.xlsx").remarks] == ["statistics.calculation_unread"]
    book.worksheets[0]["E6"] = "4 + 77"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(Refused) as refusal:
        load(tmp_path / "a.xlsx")
    assert "77" in sentence_for(refusal.value)


def test_a_file_without_a_form_is_refused(tmp_path: Path) -> None:
    path, sheet = sheet_of(tmp_path, ("Một", "Hai"), ("a", "b"))
    sheet.parent.save(path)
    with pytest.raises(Refused) as refusal:
        load(path)
    assert path.name in sentence_for(refusal.value)
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Refused):
        load(tmp_path / "a.json")


@pytest.mark.parametrize("day", ["31/02/2027", "0/0/0", "ngày 5"])
def test_a_date_that_no_calendar_has_is_left_out(day: str, tmp_path: Path) -> None:
    path, sheet = sheet_of(tmp_path, *PROVINCE)
    sheet["A2"] = f"(Kèm theo Công văn số 88/SNV-CCHC ngày {day})"
    sheet.parent.save(path)
    assert load(path).form_set.source == FormSource("Công văn", "88/SNV-CCHC", None)


CELLS = st.none() | st.integers(-5, 5) | st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from(
    ["STT", "Chỉ tiêu", "Đơn vị tính", "Ghi chú", "(1)", "(2)", "(3)=(4)+(9)", "1", "1.1", "1.2", "Tổng số", "%", "II",
     "Cách tính", "1.1 / 1", "Kiểu số liệu", "Có = 1"])  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=5), max_size=12))
def test_any_sheet_gives_forms_or_a_refusal(rows: list[list[object]]) -> None:
    with TemporaryDirectory() as folder:
        path, sheet = sheet_of(Path(folder), *map(tuple, rows))
        sheet.parent.save(path)
        try:
            loaded = load(path)
        except Refused as refusal:
            assert sentence_for(refusal)
        else:
            write_form_file(loaded.form_set, path)
            assert load(path).form_set == loaded.form_set
