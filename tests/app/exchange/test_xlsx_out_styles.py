import openpyxl

from app.documents.layout import layout
from app.documents.model import Style
from app.exchange.xlsx_out_styles import CellStyles


def test_a_style_is_registered_once() -> None:
    styles = CellStyles(openpyxl.Workbook().active, layout())
    first = styles.number(Style.TABLE_CELL, False, False)
    assert styles.number(Style.TABLE_CELL, False, False) == first
    assert len({first, styles.number(Style.TABLE_CELL, True, False), styles.number(Style.TABLE_CELL, False, True)}) == 3
