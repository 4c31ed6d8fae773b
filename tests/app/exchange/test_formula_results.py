from decimal import Decimal
from pathlib import Path

import openpyxl

from app.exchange.formula_results import save_with_results


def test_results_are_shown_without_computing_and_formulas_stay(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Một"
    sheet["A1"], sheet["A2"], sheet["A3"], sheet["A4"] = 2, "=A1*2", '=IF(A1=2,"<a>","")', "=A1"
    save_with_results(book, {"Một": {"A2": Decimal("4.5"), "A3": "<a>"}}, tmp_path / "a.xlsx")
    shown = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).active
    assert [cell.value for cell in shown["A"]] == [2, 4.5, "<a>", None]
    kept = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in kept["A"]][1:] == ["=A1*2", '=IF(A1=2,"<a>","")', "=A1"]
