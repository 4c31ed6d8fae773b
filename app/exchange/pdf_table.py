"""Lays a table over pages: heading repeated, merged cells continued, rows split only when taller than a page."""

from collections.abc import Sequence

from app.documents.layout import Layout
from app.documents.model import Style, Table, TableCell
from app.exchange.pdf_page import SectionPages, mm, type_for
from app.exchange.pdf_table_heading import Cell, TableHeading

_TOLERANCE = 0.01
_LARGEST_HEADING = 0.5
"""A heading higher than this share of the page is printed once, like a row, instead of on each page."""


class TablePrinter:
    """Prints one table on the pages of a section."""

    def __init__(self, pages: SectionPages, table: Table, measures: Layout) -> None:
        self._pages = pages
        self._table = table
        self._measures = measures
        self._padding = measures.cell_padding * mm
        self._edges = _edges(pages.left, table.widths)
        self._open: list[Cell] = []
        self._heading = TableHeading([self._cells(row, n, len(table.headings)) for n, row in enumerate(table.headings)])
        self._heading_height = self._heading.lay(self._padding)

    @property
    def least(self) -> float:
        """Points without which the table does not begin on a page: its heading and its first row, or a line of it."""
        first = self._natural_height(0) if self._table.rows else 0.0
        room = self._pages.full_height - self._heading_height
        return self._heading_height + (first if first <= room else self._line)

    def print(self, tail: float = 0.0) -> None:
        """Prints the whole table, from the present height of the page on; ``tail`` points must fit below its last
        row on the same page."""
        self._start()
        last = len(self._table.rows) - 1
        for number, row in enumerate(self._table.rows):
            if self._is_section(number) and not self._is_fresh():
                self._keep_with_next(number)
            if number == last and tail:
                self._keep_with_tail(number, tail)
            self._print_row(self._cells(row, number, last + 1), number)

    def _cells(self, row: Sequence[TableCell | None], number: int, rows: int) -> list[Cell]:
        return [self._cell(cell, column, number, rows) for column, cell in enumerate(row) if cell is not None]

    def _cell(self, cell: TableCell, column: int, number: int, rows: int) -> Cell:
        style = self._measures.styles[cell.style]
        x = self._edges[column]
        width = self._edges[column + cell.columns] - x
        type_ = type_for(style)
        lines = type_.wrap(style.drawn(cell.text), width - 2 * self._padding)
        last = min(number + cell.rows, rows) - 1
        return Cell(x, width, type_, lines, cell.centered, max(last, number))

    def _start(self) -> None:
        """The heading, on a page that has room for it and for a line below; one too high to be repeated is printed
        once, like rows."""
        if self._heading_height > self._pages.full_height * _LARGEST_HEADING:
            self._heading_height = 0.0
            for number, row in enumerate(self._heading.rows):
                self._print_row(row, number)
            return
        if self._pages.space < self._heading_height + self._line:
            self._pages.next_page()
        self._print_heading()

    def _print_heading(self) -> None:
        if self._heading_height:
            self._heading.draw(self._pages)

    def _print_row(self, cells: list[Cell], number: int) -> None:
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

    def _rest(self, cell: Cell) -> float:
        """Height of what would be left of a cell for the next page."""
        left = len(cell.lines) - cell.printed - self._capacity(cell)
        return max(left, 1) * cell.type.leading + 2 * self._padding

    def _capacity(self, cell: Cell) -> int:
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

    def _draw(self, cell: Cell) -> None:
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

    def _keep_with_tail(self, number: int, tail: float) -> None:
        """Turns the page rather than leave the last row without what belongs below it."""
        height = self._natural_height(number) + tail
        room = self._pages.full_height - self._heading_height
        if not self._is_fresh() and self._pages.space + _TOLERANCE < height <= room:
            self._turn_page()

    def _natural_height(self, number: int) -> float:
        """Height that the cells ending with a row ask of it, cells merged over it from above left aside."""
        cells = self._cells(self._table.rows[number], number, len(self._table.rows))
        return max([self._line, *(cell.height(self._padding) for cell in cells if cell.last_row == number)])


def _edges(left: float, widths: Sequence[float]) -> list[float]:
    """Left edges of the columns and the right edge of the last, in points."""
    edges = [left]
    for width in widths:
        edges.append(edges[-1] + width * mm)
    return edges
