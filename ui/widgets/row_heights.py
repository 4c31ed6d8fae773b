"""Row heights that show all text, measured for visible rows first and for the rest when nobody waits."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QTableView

from ui.theme import px
from ui.widgets.appendix_model import AppendixModel
from ui.widgets.cell_text import text_height

_LEAST = 30
_GUESS = 84
_SLICE_SECONDS = 0.008


class RowHeights(QObject):
    """Keeps the heights of a table's rows right. ``measure_visible`` after anything that moves the view."""

    def __init__(self, table: QTableView, model: AppendixModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._heights: list[int | None] = []
        self._next = self._stop = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._measure_some)

    @property
    def measuring(self) -> bool:
        """Whether rows outside the view still wait for their turn."""
        return self._timer.isActive()

    def forget_all(self) -> None:
        """Widths or rows have changed: measure what is visible now, the rest later."""
        self._heights = [None] * self._model.rowCount()
        self._next, self._stop = 0, len(self._heights)
        self.measure_visible()
        self._timer.start()

    def forget(self, first: int, last: int) -> None:
        """The text of these rows has changed."""
        if len(self._heights) != self._model.rowCount():
            self.forget_all()
            return
        start, stop = self._block_start(first), min(self._block_stop(last), len(self._heights))
        self._heights[start:stop] = [None] * (stop - start)
        self.measure_visible()
        # rows that are being measured already stay in the queue
        waiting = (self._next, self._stop) if self.measuring else (start, stop)
        self._next, self._stop = min(start, waiting[0]), max(stop, waiting[1])
        if None in self._heights[self._next : self._stop]:
            self._timer.start()

    def start_guess(self) -> None:
        """Give every row a likely height before any is measured."""
        self._table.verticalHeader().setDefaultSectionSize(px(_GUESS))

    def measure_visible(self) -> None:
        """Measure the rows in view, going on until the view is filled."""
        row = self._table.rowAt(0)
        bottom = self._table.viewport().height()
        header = self._table.verticalHeader()
        while 0 <= row < len(self._heights):
            self._apply(row)
            if header.sectionViewportPosition(row) > bottom:
                break
            row += 1

    @Slot()
    def _measure_some(self) -> None:
        """A slice of the rows that nobody sees, keeping the row at the top of the view where it is."""
        header = self._table.verticalHeader()
        top = self._table.rowAt(0)
        offset = header.sectionViewportPosition(top) if top >= 0 else 0
        until = perf_counter() + _SLICE_SECONDS
        while self._next < self._stop and perf_counter() < until:
            self._apply(self._next)
            self._next += 1
        if top >= 0 and (shift := header.sectionViewportPosition(top) - offset):
            bar = self._table.verticalScrollBar()
            bar.setValue(bar.value() + shift)
        if self._next >= self._stop:
            self._timer.stop()

    def _apply(self, row: int) -> None:
        height = self._height(row)
        if self._table.rowHeight(row) != height:
            self._table.setRowHeight(row, height)

    def _height(self, row: int) -> int:
        known = self._heights[row]
        if known is None:
            known = self._heights[row] = self._measure(row)
        return known

    def _measure(self, row: int) -> int:
        model = self._model
        if model.is_section(row):
            column = model.section_column
            return max(px(_LEAST), text_height(model.text_at(row, column), self._width_from(column), True))
        heights = [self._cell_height(row, column) for column in range(model.columnCount())]
        return max(px(_LEAST), *heights)

    def _cell_height(self, row: int, column: int) -> int:
        """What a cell asks of this row: its own text, or the rest of a merged block that ends here."""
        width = self._table.columnWidth(column)
        if width == 0:
            return 0
        start, _ = self._model.anchor(row, column)
        if self._model.block_end(start, column) != row:
            return 0
        above = sum(self._height(other) for other in range(start, row))
        return text_height(self._model.text_at(start, column), width) - above

    def _width_from(self, column: int) -> int:
        return sum(self._table.columnWidth(other) for other in range(column, self._model.columnCount()))

    def _block_start(self, row: int) -> int:
        columns = range(self._model.columnCount())
        return min((self._model.anchor(row, column)[0] for column in columns), default=row)

    def _block_stop(self, row: int) -> int:
        columns = range(self._model.columnCount())
        if self._model.is_section(row):
            return row + 1
        return max((self._model.block_end(row, column) for column in columns), default=row) + 1
