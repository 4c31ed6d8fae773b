"""The table that an editor's cursor stands in: its rows and columns, and the way from cell to cell."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from app.domain.body_table import empty_table
from ui.widgets.text_blocks import block_format, cell_format, insert_table

_ROWS, _COLUMNS = 3, 3


class TextTables(QObject):
    """Commands on tables in ``editor``. ``inside_changed`` tells whether the cursor now stands in one."""

    inside_changed = Signal(bool)

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._inside = False
        editor.cursorPositionChanged.connect(self._look)

    @property
    def inside(self) -> bool:
        """Whether the cursor stands in a table."""
        return self._editor.textCursor().currentTable() is not None

    @Slot()
    def insert(self) -> None:
        """Put a small table below the paragraph of the cursor, the cursor in its first cell; not within a table."""
        if self.inside or self._editor.isReadOnly():
            return
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if cursor.block().text():
            cursor.insertBlock(block_format())
        insert_table(cursor, empty_table(_ROWS, _COLUMNS))
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()

    @Slot()
    def add_row(self) -> None:
        """A row below that of the cursor, the cursor in its first cell."""
        place = self._place()
        if place is not None:
            table, row, _ = place
            cursor = self._editor.textCursor()
            cursor.beginEditBlock()
            table.insertRows(row + 1, 1)
            for column in range(table.columns()):
                _make_plain(table.cellAt(row + 1, column).firstCursorPosition())
            cursor.endEditBlock()
            self._go_to(table, row + 1, 0)

    @Slot()
    def add_column(self) -> None:
        """A column to the right of the cursor's."""
        place = self._place()
        if place is not None:
            table, row, column = place
            table.insertColumns(column + 1, 1)
            self._go_to(table, row, column + 1)

    @Slot()
    def delete_row(self) -> None:
        """Take the cursor's row away; with the last one the table goes."""
        place = self._place()
        if place is not None:
            table, row, column = place
            left = table.rows() - 1
            table.removeRows(row, 1)
            if left:
                self._go_to(table, min(row, left - 1), column)

    @Slot()
    def delete_column(self) -> None:
        """Take the cursor's column away; with the last one the table goes."""
        place = self._place()
        if place is not None:
            table, row, column = place
            left = table.columns() - 1
            table.removeColumns(column, 1)
            if left:
                self._go_to(table, row, min(column, left - 1))

    @Slot()
    def delete_table(self) -> None:
        """Take the whole table away."""
        place = self._place()
        if place is not None:
            place[0].removeRows(0, place[0].rows())

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) cell, as Tab does; a row is added behind the last one. False outside of
        a table."""
        place = self._place(for_reading=True)
        if place is None:
            return False
        table, row, column = place
        wanted = row * table.columns() + column + by
        if wanted >= table.rows() * table.columns():
            self.add_row()
        elif wanted >= 0:
            self._go_to(table, *divmod(wanted, table.columns()))
        return True

    def _place(self, for_reading: bool = False) -> tuple[QTextTable, int, int] | None:
        """The table in use with the cursor's row and column; None where there is none to change."""
        cursor = self._editor.textCursor()
        table = cursor.currentTable()
        if table is None or (self._editor.isReadOnly() and not for_reading):
            return None
        cell = table.cellAt(cursor)
        return table, cell.row(), cell.column()

    def _go_to(self, table: QTextTable, row: int, column: int) -> None:
        cell = table.cellAt(row, column)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)

    @Slot()
    def _look(self) -> None:
        if self._inside != self.inside:
            self._inside = not self._inside
            self.inside_changed.emit(self._inside)


def _make_plain(cursor: QTextCursor) -> None:
    """A row added below the heading does not look like it."""
    cursor.setBlockFormat(cell_format(False))
    cursor.setBlockCharFormat(QTextCharFormat())
