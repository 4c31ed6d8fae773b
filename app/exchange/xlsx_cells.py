"""Single cells of a workbook that holds figures: text that stays text, one style per look."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.layout import layout
from app.exchange.out_text import printable

_FORMULA_STARTS = ("=", "+", "-", "@")
_SIZE = 12
_ENTRY = PatternFill("solid", fgColor="FFF8E1")
_FRAME = Border(*[Side(style="thin")] * 4)


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; ``entry`` cells alone are unlocked. ``across`` is left, center or right."""

    bold: bool = False
    italic: bool = False
    across: str = "left"
    framed: bool = True
    entry: bool = False
    number_format: str = "General"


def put(sheet: Worksheet, row: int, column: int, value: object, look: Look) -> Cell:
    """Put a number, a formula (use ``put_formula``) or a text into a cell; whatever a text looks like, it stays one."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        words = printable(value)
        cell.value = words or None
        if words:
            cell.data_type = "s"
        cell.quotePrefix = words.startswith(_FORMULA_STARTS)
    else:
        cell.value = value
    _style(cell, look)
    return cell


def put_formula(sheet: Worksheet, row: int, column: int, formula: str, look: Look) -> Cell:
    """Put ``formula`` (it begins with "=") into a cell."""
    cell = sheet.cell(row, column)
    cell.value = formula
    _style(cell, look)
    return cell


def put_merged(sheet: Worksheet, rows: tuple[int, int], columns: tuple[int, int], text: str, look: Look) -> None:
    """Put ``text`` into one cell over all of ``rows`` and ``columns``, ends included."""
    for row in range(rows[0], rows[1] + 1):
        for column in range(columns[0], columns[1] + 1):
            put(sheet, row, column, "", look)
    put(sheet, rows[0], columns[0], text, look)
    if rows[0] < rows[1] or columns[0] < columns[1]:
        sheet.merge_cells(None, rows[0], columns[0], rows[1], columns[1])


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Column widths in Excel's own unit, digits of the standard font."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _style(cell: Cell, look: Look) -> None:
    cell.font = Font(name=layout().font, size=_SIZE, bold=look.bold, italic=look.italic)
    cell.alignment = Alignment(look.across, "center", wrap_text=True)
    cell.number_format = look.number_format
    cell.protection = Protection(locked=not look.entry)
    if look.framed:
        cell.border = _FRAME
    if look.entry:
        cell.fill = _ENTRY
