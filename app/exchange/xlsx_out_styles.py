"""The few cell styles of an exported workbook, registered once: styling each cell anew would double the time."""

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.layout import Layout
from app.documents.model import Style

_IN_TABLE = {Style.TABLE_HEADING, Style.TABLE_SECTION, Style.TABLE_CELL}


class CellStyles:
    """Numbers of the cell styles in the workbook that ``sheet`` belongs to."""

    def __init__(self, sheet: Worksheet, layout: Layout) -> None:
        self._sheet = sheet
        self._layout = layout
        self._numbers: dict[tuple[Style, bool, bool], int] = {}

    def number(self, style: Style, centered: bool, quoted: bool) -> int:
        """The style's number; ``quoted`` keeps Excel from reading the text as a formula when a person edits it."""
        key = (style, centered, quoted)
        if key not in self._numbers:
            self._numbers[key] = self._register(style, centered, quoted)
        return self._numbers[key]

    def _register(self, style: Style, centered: bool, quoted: bool) -> int:
        look = self._layout.styles[style]
        cell = Cell(self._sheet, 1, 1)
        cell.font = Font(name=self._layout.font, size=look.size, bold=look.bold, italic=look.italic)
        across = "center" if centered else look.align
        cell.alignment = Alignment(across, "top" if style is Style.TABLE_CELL else "center", wrap_text=True)
        if style in _IN_TABLE:
            line = Side(style="thin")
            cell.border = Border(line, line, line, line)
        cell.quotePrefix = quoted
        number: int = cell.style_id
        return number
