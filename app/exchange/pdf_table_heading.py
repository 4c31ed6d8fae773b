"""The heading of a printed table: one row or several with merged cells, drawn alike on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.pdf_page import SectionPages
from app.exchange.pdf_text import Type


@dataclass(slots=True)
class Cell:
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


class TableHeading:
    """The heading's cells, row by row, and the heights of the rows."""

    def __init__(self, rows: Sequence[list[Cell]]) -> None:
        self.rows = rows
        self._heights: list[float] = []

    def lay(self, padding: float) -> float:
        """Finds the heights of the rows in points and returns their sum; a merged cell that needs more than its rows
        have makes the last of them higher."""
        self._heights = [0.0] * len(self.rows)
        for end in range(len(self.rows)):
            ending = [(cell, first) for first, row in enumerate(self.rows) for cell in row if cell.last_row == end]
            needs = (cell.height(padding) - sum(self._heights[first:end]) for cell, first in ending)
            self._heights[end] = max(0.0, *needs) if ending else 0.0
        return sum(self._heights)

    def draw(self, pages: SectionPages) -> None:
        """Draws the heading at the present height of the page, each text in the middle of its cell."""
        for first, row in enumerate(self.rows):
            for cell in row:
                height = sum(self._heights[first : cell.last_row + 1])
                pages.draw_frame(cell.x, pages.y - height, cell.width, height)
                top = pages.y - (height - len(cell.lines) * cell.type.leading) / 2
                pages.draw_centered(cell.lines, cell.type, cell.x + cell.width / 2, top)
            pages.y -= self._heights[first]
