from decimal import Decimal

import openpyxl

from app.domain.statistics_form import Figure, FormLine
from app.exchange.form_json import builtin_form_sets
from app.exchange.form_xlsx_columns import add_lines

(FORM,) = builtin_form_sets()[1].forms


def test_groups_stand_over_their_columns_and_numbers_say_their_sums() -> None:
    sheet = openpyxl.Workbook().active
    add_lines(sheet, FORM, [], "Quý I năm 2026")
    assert {"A4:A5", "B4:B5", "C4:F4", "G4:J4", "K4:M4", "N4:Q4"} <= {str(one) for one in sheet.merged_cells.ranges}
    assert [sheet.cell(6, column).value for column in (3, 4, 7, 11)] == [
        "(3)=\n(4)+(5)+(6)", "(4)", "(7)=\n(8)+(9)+(10)", "(11)=\n(12)+(13)"]  # fmt: skip


def test_totals_and_checks_have_results() -> None:
    sheet = openpyxl.Workbook().active
    line = FormLine(
        "1", "Hộ tịch", {code: Figure(Decimal(value)) for code, value in zip("456", (1, 2, 3), strict=True)}
    )
    results = add_lines(sheet, FORM, [line, line], "Quý I năm 2026")
    assert (results["N7"], results["N9"], results["Q7"]) == (Decimal(6), "", "")
    assert (results["C14"], results["D14"], results["N14"]) == (Decimal(12), Decimal(2), Decimal(12))
    assert sheet["C7"].value == 6
