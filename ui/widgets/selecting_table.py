"""What is in use and what is selected in a table, in rows and columns of its appendix."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, Slot
from PySide6.QtWidgets import QWidget

from ui.widgets.appendix_model import AppendixModel
from ui.widgets.typing_table import TypingTable


class SelectingTable(TypingTable):
    """A table view that speaks of places instead of indexes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appendix_model = AppendixModel(self)

    @property
    def place(self) -> tuple[int, int] | None:
        """Row and column of the cell in use (the top of a merged block), or None."""
        index = self.currentIndex()
        return self.appendix_model.anchor(index.row(), index.column()) if index.isValid() else None

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the one in use, as near as there is one."""
        model = self.appendix_model
        if model.rowCount() == 0 or model.columnCount() == 0:
            return
        row = max(0, min(row, model.rowCount() - 1))
        column = self._shown_column(max(0, min(column, model.columnCount() - 1)))
        index = model.index(*model.anchor(row, column))
        # not the view's own way, which would add to the selection while Shift of a shortcut is still held
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot(int, int)
    def step(self, rows: int, columns: int) -> None:
        """Move on from the cell in use, over merged blocks and hidden columns, at a row's end to the next row."""
        if self.place is None:
            return
        row, column = self.place
        model = self.appendix_model
        if rows > 0 and not model.is_section(row):
            row = model.block_end(row, column)
        row += rows
        column += columns
        while 0 <= column < model.columnCount() and self.isColumnHidden(column):
            column += columns
        if column >= model.columnCount() and row + 1 < model.rowCount():
            row, column = row + 1, 0
        elif column < 0 and row > 0:
            row, column = row - 1, model.columnCount() - 1
        self.setFocus()
        if 0 <= row < model.rowCount():
            self.go_to(row, column)

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select whole rows, the first of them in use."""
        model = self.appendix_model
        chosen = QItemSelection()
        for row in rows:
            if 0 <= row < model.rowCount():
                chosen.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        self.go_to(rows[0], self.place[1] if self.place else 0)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selected_rows(self) -> list[int]:
        """Positions of all rows with a selected cell, merged blocks counting from their top to their end."""
        rows: set[int] = set()
        for found in self._ranges():
            rows.update(range(found.top(), found.bottom() + 1))
        if not rows and self.place:
            rows.add(self.place[0])
        return sorted(rows)

    def selected_block(self) -> tuple[int, int, int, int] | None:
        """Top, left, bottom and right of the selected cells, the last ones included."""
        ranges = self._ranges()
        if not ranges:
            return (*self.place, *self.place) if self.place else None
        return (
            min(found.top() for found in ranges),
            min(found.left() for found in ranges),
            max(found.bottom() for found in ranges),
            max(found.right() for found in ranges),
        )

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def _shown_column(self, column: int) -> int:
        """The column itself, or the nearest one that is not hidden."""
        columns = self.appendix_model.appendix.columns
        shown = [place for place, found in enumerate(columns) if not found.hidden]
        return min(shown, key=lambda place: abs(place - column)) if shown else column
