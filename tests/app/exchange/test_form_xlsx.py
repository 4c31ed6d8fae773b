from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.form_report import FormReport
from app.domain.reporting_period import parse_period
from app.domain.statistics_form import Form, FormRow, FormSet, FormSource, ValueKind
from app.exchange.figures_import import import_figures
from app.exchange.form_json import builtin_form_sets
from app.exchange.form_xlsx import write_form_report
from app.exchange.lines_import import import_lines
from app.exchange.sample_figures import SAMPLE_PERIODS, sample_figures, sample_lines

SEVEN, PROCEDURES = builtin_form_sets()


def report(form_set: FormSet, period: str = "2026-6M") -> FormReport:
    figures = {form: values for (_, form), values in sample_figures(period).items()}
    lines = {form: tuple(values) for (_, form), values in sample_lines(period).items()}
    return FormReport("UBND xã An Phú", parse_period(period), form_set, figures, lines, "2")


@pytest.fixture(scope="module")
def seven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("forms") / "Số liệu.xlsx"
    write_form_report(report(SEVEN), path)
    return path


def rows_of(sheet: Worksheet) -> dict[str, int]:
    return {cell.value: cell.row for cell in sheet["A"] if cell.row >= 7}


def test_one_sheet_per_form_in_the_official_order_and_one_about_the_file(seven: Path) -> None:
    book = openpyxl.load_workbook(seven)
    assert book.sheetnames == [*(f"Biểu {number}" for number in range(1, 8)), "Thông tin"]
    info = {row[0].value: row[1].value for row in book["Thông tin"].iter_rows()}
    assert (info["Đơn vị báo cáo"], info["Kỳ báo cáo"], info["Lần gửi"]) == (
        "UBND xã An Phú", "6 tháng đầu năm 2026", "2")  # fmt: skip
    assert (info["Số liệu từ ngày"], info["Số liệu đến hết ngày"]) == ("15/12/2025", "14/6/2026")
    assert (info["Số, ký hiệu văn bản"], info["Phiên bản"]) == ("4625/BNV-CCHC", "1")


def test_the_heading_has_two_rows_with_merged_cells(seven: Path) -> None:
    sheet = openpyxl.load_workbook(seven)["Biểu 1"]
    assert [cell.value for cell in sheet[4]] == [
        "STT", "Chỉ tiêu thống kê", "Kết quả thống kê", None, "Ghi chú", "Tính theo công thức"]  # fmt: skip
    assert [cell.value for cell in sheet[5]] == [None, None, "Đơn vị tính", "Số liệu", None, None]
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert {"A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:F5"} <= merged


def test_formulas_stand_beside_the_values_they_check(seven: Path) -> None:
    sheet, shown = (openpyxl.load_workbook(seven, data_only=only)["Biểu 3"] for only in (False, True))
    rows = rows_of(sheet)
    assert sheet.cell(rows["1.4"], 4).value == 429
    assert sheet.cell(rows["1.4"], 6).value == '=IF(COUNT(D12,D13,D14)=0,"-",SUM(D12,D13,D14))'
    assert (shown.cell(rows["1.4"], 6).value, shown.cell(rows["3.2"], 6).value) == (429, 99.11)
    assert shown.cell(rows["3.1"], 6).value == "-"
    assert sheet.cell(rows["2.1"], 6).value is None


def test_only_the_cells_for_figures_can_be_typed_into(seven: Path) -> None:
    book = openpyxl.load_workbook(seven)
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    for form, sheet in zip(SEVEN.forms, book.worksheets, strict=False):
        free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        assert free == {f"D{rows_of(sheet)[row.code]}" for row in form.rows if row.kind.is_figure}


@pytest.mark.parametrize("period", SAMPLE_PERIODS)
def test_the_figures_are_read_back_from_the_file(period: str, tmp_path: Path) -> None:
    write_form_report(report(SEVEN, period), tmp_path / "a.xlsx")
    imports = import_figures(tmp_path / "a.xlsx", SEVEN.forms).imports
    assert [one.form.key for one in imports] == ["1", "2", "3", "4", "5", "6", "7"]
    assert not any(one.unmatched for one in imports)
    for one in imports:
        found = {match.code: match.reading.figure for match in one.matched}
        assert found == sample_figures(period)[SEVEN.key, one.form.key]


def test_the_lines_of_the_procedure_form_are_read_back_with_their_totals_checked(tmp_path: Path) -> None:
    write_form_report(report(PROCEDURES), tmp_path / "a.xlsx")
    (form,) = PROCEDURES.forms
    lines = [one.line for one in import_lines(tmp_path / "a.xlsx", form)]
    assert lines == sample_lines("2026-6M")[PROCEDURES.key, form.key]
    shown = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).worksheets[0]
    assert [cell.value for cell in shown[17]][1:5] == ["Tổng cộng", 4325, 1597, 2661]
    assert [cell.value for cell in shown[7]][13:] == [1044, 992, 52, 1044]
    assert [cell.value for cell in shown[6]][13:] == ["(4)+(5)+(6)", "(8)+(9)+(10)", "(12)+(13)", "(7)+(11)"]


def test_text_never_becomes_a_formula(tmp_path: Path) -> None:
    rows = (FormRow("1", "=1+1", "@", ValueKind.COUNT, note="- Ghi chú", note_rows=2),
            FormRow("2", "+84", "-", ValueKind.COUNT))  # fmt: skip
    strange = FormSet("x", "=A1", 2026, "1", FormSource("", "", None), (Form("1", "=2", rows),))
    write_form_report(FormReport("=SUM(A1)", parse_period("2026-Q1"), strange, {}), tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "sheet" in name)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [sheet.cell(7, column).value for column in (2, 3, 5)] == ["=1+1", "@", "- Ghi chú"]
    assert sheet.cell(7, 2).data_type == "s"
    assert "E7:E8" in {str(one) for one in sheet.merged_cells.ranges}


def test_a_period_without_figures_gives_an_empty_form(tmp_path: Path) -> None:
    empty = FormReport("UBND xã An Phú", parse_period("2026-Q1"), SEVEN, {})
    write_form_report(empty, tmp_path / "a.xlsx")
    assert all(not one.matched for one in import_figures(tmp_path / "a.xlsx", SEVEN.forms).imports)
