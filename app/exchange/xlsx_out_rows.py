"""The rows of a worksheet as XML text: openpyxl's own cells take twice the time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from app.documents.layout import Layout
from app.documents.model import Style, TableCell
from app.domain.errors import Refused
from app.domain.numbers import whole_text
from app.exchange.out_text import printable
from app.exchange.xlsx_out_heights import HIGHEST_ROW, height_of, lines_needed
from app.exchange.xlsx_out_styles import CellStyles

LONGEST_TEXT = 32_767
"""Characters that an Excel cell can hold."""
_FORMULA_STARTS = ("=", "+", "-", "@")

Line = Sequence[TableCell | None]


@dataclass(slots=True)
class SheetRows:
    """Collects the rows of the sheet ``name``, with their heights and merges. ``widths`` are millimetres."""

    name: str
    widths: list[float]
    layout: Layout
    styles: CellStyles
    row: int = 0
    xml: list[str] = field(default_factory=list)
    merges: list[CellRange] = field(default_factory=list)
    _owed: dict[int, tuple[int, float]] = field(default_factory=dict)
    """For a column with a cell merged downwards: its last row and the points its text still needs."""

    def add(self, line: Line) -> None:
        """One row of the sheet. Raises Refused for a text that no Excel cell can hold."""
        self.row += 1
        around = next((cell.style for cell in line if cell is not None), Style.TABLE_CELL)
        cells = "".join(
            self._empty(at, around) if cell is None else self._cell(cell, at) for at, cell in enumerate(line)
        )
        self.xml.append(f'<row r="{self.row}" ht="{self._height(line):.1f}" customHeight="1">{cells}</row>')

    def _empty(self, column: int, style: Style) -> str:
        """A place that a merged cell covers; it is framed all the same, or the merged cell's frame would stay open."""
        number = self.styles.number(style, False, False)
        return f'<c r="{get_column_letter(column + 1)}{self.row}" s="{number}"/>'

    def _cell(self, cell: TableCell, column: int) -> str:
        """A cell that holds a string whatever its text looks like."""
        if cell.rows > 1 or cell.columns > 1:
            self.merges.append(CellRange(None, column + 1, self.row, column + cell.columns, self.row + cell.rows - 1))
        words = printable(cell.text)
        self._check_length(words)
        number = self.styles.number(cell.style, cell.centered, words.startswith(_FORMULA_STARTS))
        place = f'<c r="{get_column_letter(column + 1)}{self.row}" s="{number}"'
        if not words:
            return f"{place}/>"
        return f'{place} t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'

    def _check_length(self, words: str) -> None:
        if len(words) * 2 > LONGEST_TEXT and len(words.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            raise Refused("export.cell_too_long", sheet=self.name, row=self.row, most=whole_text(LONGEST_TEXT))

    def _height(self, line: Line) -> float:
        """Points that the row needs, raised in the last row of a merged cell whose text needs more than its rows
        gave it."""
        height = max((self._needed(cell, at) for at, cell in enumerate(line) if cell is not None), default=0.0)
        if self._owed:
            height = max(height, *(owed for last, owed in self._owed.values() if last == self.row), 0.0)
        height = height or height_of(1, self.layout.styles[Style.TABLE_CELL].size)
        self._owed = {at: (last, owed - height) for at, (last, owed) in self._owed.items() if last > self.row}
        return min(height, HIGHEST_ROW)

    def _needed(self, cell: TableCell, column: int) -> float:
        look = self.layout.styles[cell.style]
        width = self.widths[column] if cell.columns == 1 else sum(self.widths[column : column + cell.columns])
        height = height_of(lines_needed(cell.text, width, look.size, look.bold), look.size)
        if cell.rows == 1:
            return height
        self._owed[column] = (self.row + cell.rows - 1, height)
        return 0.0
