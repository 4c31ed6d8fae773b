import openpyxl
import pytest

from app.exchange.xlsx_cells import Look, put, put_formula, put_merged


@pytest.mark.parametrize("words", ["=1+1", "+84", "- một", "@a", "12", "1.10", "a\x07b"])
def test_text_stays_text(words: str) -> None:
    cell = put(openpyxl.Workbook().active, 1, 1, words, Look())
    assert (cell.data_type, cell.value) == ("s", words.replace("\x07", ""))
    assert cell.quotePrefix is words.startswith(("=", "+", "-", "@"))


def test_only_entry_cells_are_unlocked() -> None:
    sheet = openpyxl.Workbook().active
    assert put(sheet, 1, 1, 5, Look()).protection.locked
    assert not put(sheet, 1, 2, 5, Look(entry=True)).protection.locked
    assert put_formula(sheet, 1, 3, "=A1", Look()).data_type == "f"


def test_a_merged_cell_is_framed_all_around() -> None:
    sheet = openpyxl.Workbook().active
    put_merged(sheet, (1, 2), (1, 3), "Một", Look())
    put_merged(sheet, (4, 4), (1, 1), "Hai", Look())
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:C2"]
    assert sheet["C2"].border.right.style == "thin"
