"""Lays a table over pages: heading repeated, merged cells continued, rows split only when taller than a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.layout import Layout
from app.documents.model import Style, Table, TableCell
from app.exchange.pdf_page import SectionPages, mm, type_for
from app.exchange.pdf_text import Type

_TOLERANCE = 0.01
_LARGEST_HEADING = 0.5
"""A heading higher than this share of the page is printed once, like a row, instead of on each page."""


@dataclass(slots=True)
class _Cell:
    """A cell being printed: its lines, how many of them stand on paper already, the last table row that it covers,
    and the upper edge of its frame on the present page."""

    x: float
    width: float
    type: Type
    lines: list[str]
    centered: bool
    last_row: int
    top: float = 0.0
    printed: int = 0

    def height(self, padding: float) -> float:
        """Points that the lines not yet printed need, an empty cell one line."""
        return max(len(self.lines) - self.printed, 1) * self.type.leading + 2 * padding


class TablePrinter:
    """Prints one table on the pages of a section."""

    def __init__(self, pages: SectionPages, table: Table, measures: Layout) -> None:
        self._pages = pages
        self._table = table
        self._measures = measures
        self._padding = measures.cell_padding * mm
        self._edges = _edges(pages.left, table.widths)
        self._open: list[_Cell] = []
        self._heading = self._cells(table.heading, 0)
        self._heading_height = max((cell.height(self._padding) for cell in self._heading), default=0.0)

    def print(self) -> None:
        """Prints the whole table, from the present height of the page on."""
        repeated = self._heading_height <= self._pages.full_height * _LARGEST_HEADING
        if repeated:
            self._start()
        else:
            self._heading_height = 0.0
            self._print_row(self._heading, 0)
        for number, row in enumerate(self._table.rows):
            if self._is_section(number) and not self._is_fresh():
                self._keep_with_next(number)
            self._print_row(self._cells(row, number), number)

    def _cells(self, row: Sequence[TableCell | None], number: int) -> list[_Cell]:
        return [self._cell(cell, column, number) for column, cell in enumerate(row) if cell is not None]

    def _cell(self, cell: TableCell, column: int, number: int) -> _Cell:
        style = self._measures.styles[cell.style]
        x = self._edges[column]
        width = self._edges[column + cell.columns] - x
        type_ = type_for(style)
        lines = type_.wrap(style.drawn(cell.text), width - 2 * self._padding)
        last = min(number + cell.rows, len(self._table.rows)) - 1
        return _Cell(x, width, type_, lines, cell.centered, max(last, number))

    def _start(self) -> None:
        """The heading, on a page that has room for it and for a line below."""
        line = type_for(self._measures.styles[Style.TABLE_CELL]).leading + 2 * self._padding
        if self._pages.space < self._heading_height + line:
            self._pages.next_page()
        self._print_heading()

    def _print_heading(self) -> None:
        pages, height = self._pages, self._heading_height
        if not height:
            return
        for cell in self._heading:
            pages.draw_frame(cell.x, pages.y - height, cell.width, height)
            top = pages.y - (height - len(cell.lines) * cell.type.leading) / 2
            pages.draw_centered(cell.lines, cell.type, cell.x + cell.width / 2, top)
        pages.y -= height

    def _print_row(self, cells: list[_Cell], number: int) -> None:
        """One row: where it stands, else on the next page, else in slices over as many pages as it takes."""
        for cell in cells:
            cell.top = self._pages.y
        self._open.extend(cells)
        while (needed := self._needed(number)) > self._pages.space + _TOLERANCE:
            if self._fits_next_page(number):
                self._turn_page()
            else:
                self._slice()
        self._pages.y -= needed
        self._close(number)

    def _needed(self, number: int) -> float:
        """Points from the present height down to where every cell that ends with the row shows all its text."""
        y, padding = self._pages.y, self._padding
        ends = (cell.height(padding) - (cell.top - y) for cell in self._open if cell.last_row == number)
        return max(self._line, *ends, 0.0)

    @property
    def _line(self) -> float:
        """Height of a row with one line of text."""
        return type_for(self._measures.styles[Style.TABLE_CELL]).leading + 2 * self._padding

    def _fits_next_page(self, number: int) -> bool:
        """Whether turning the page now leaves the rest of the row whole, or nothing fits on this page."""
        if self._is_fresh():
            return False
        if self._pages.space < self._line:
            return True
        rest = max((self._rest(cell) for cell in self._open if cell.last_row == number), default=0.0)
        return rest <= self._pages.full_height - self._heading_height + _TOLERANCE

    def _rest(self, cell: _Cell) -> float:
        """Height of what would be left of a cell for the next page."""
        left = len(cell.lines) - cell.printed - self._capacity(cell)
        return max(left, 1) * cell.type.leading + 2 * self._padding

    def _capacity(self, cell: _Cell) -> int:
        """Lines that the cell's frame on this page can hold, down to the present height."""
        return max(int((cell.top - self._pages.y - 2 * self._padding + _TOLERANCE) / cell.type.leading), 0)

    def _is_fresh(self) -> bool:
        return self._pages.y >= self._pages.top - self._heading_height - _TOLERANCE

    def _slice(self) -> None:
        """Fills the page to its foot with the open cells and goes on overleaf."""
        self._pages.y = self._pages.bottom
        self._turn_page()

    def _turn_page(self) -> None:
        for cell in self._open:
            self._draw(cell)
        self._pages.next_page()
        self._print_heading()
        for cell in self._open:
            cell.top = self._pages.y

    def _close(self, number: int) -> None:
        """Draws the cells that end with the row."""
        for cell in self._open:
            if cell.last_row == number:
                self._draw(cell)
        self._open = [cell for cell in self._open if cell.last_row != number]

    def _draw(self, cell: _Cell) -> None:
        """The part of a cell that stands on this page; nothing for a cell that has no height here yet."""
        pages, height = self._pages, cell.top - self._pages.y
        if height < _TOLERANCE:
            return
        pages.draw_frame(cell.x, pages.y, cell.width, height)
        shown = cell.lines[cell.printed : cell.printed + self._capacity(cell)]
        cell.printed += len(shown)
        if cell.centered:
            pages.draw_centered(shown, cell.type, cell.x + cell.width / 2, cell.top - self._padding)
        else:
            pages.draw_lines(shown, cell.type, cell.x + self._padding, cell.top - self._padding)

    def _is_section(self, number: int) -> bool:
        return any(cell is not None and cell.style is Style.TABLE_SECTION for cell in self._table.rows[number])

    def _keep_with_next(self, number: int) -> None:
        """Turns the page rather than leave section headings at its foot without the row below them."""
        room = self._pages.full_height - self._heading_height
        height = self._natural_height(number)
        for following in range(number + 1, len(self._table.rows)):
            height += self._natural_height(following)
            if height > room or not self._is_section(following):
                break
        if self._pages.space + _TOLERANCE < height <= room:
            self._turn_page()

    def _natural_height(self, number: int) -> float:
        """Height that the cells ending with a row ask of it, cells merged over it from above left aside."""
        cells = self._cells(self._table.rows[number], number)
        return max([self._line, *(cell.height(self._padding) for cell in cells if cell.last_row == number)])


def _edges(left: float, widths: Sequence[float]) -> list[float]:
    """Left edges of the columns and the right edge of the last, in points."""
    edges = [left]
    for width in widths:
        edges.append(edges[-1] + width * mm)
    return edges
