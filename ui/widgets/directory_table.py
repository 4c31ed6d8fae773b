"""A table of plain words in which whole rows are chosen, used by the tabs of the directory."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.theme import measured, px

_ROW = 28
_LEAST_FREE = 100
_MEASURED = 300
"""So many rows are measured without a delay that is felt; those further down have one line."""
_ABOVE, _BESIDE = 5, 12
"""Free space around the words of a cell, in device-independent pixels."""
_WRAP = int(Qt.TextFlag.TextWordWrap)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
T = TypeVar("T")


class DirectoryTable(QTableWidget):
    """Enter or a double click tells ``taken``, F2 ``edit_wanted``, Delete ``remove_wanted``; other keys stay as they
    are everywhere."""

    taken = Signal()
    edit_wanted = Signal()
    remove_wanted = Signal()
    selection_changed = Signal()

    def __init__(self, headings: Sequence[str], widths: Sequence[int], parent: QWidget | None = None) -> None:
        """``widths`` in pixels by column; 0 takes what room is left."""
        super().__init__(0, len(headings), parent)
        self.setObjectName("directoryTable")
        self.setHorizontalHeaderLabels(list(headings))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self._first_column = 0
        self._is_writable = True
        self._widths = tuple(widths)
        self._set_up_head()
        measured(self, DirectoryTable._measure)
        self.itemSelectionChanged.connect(self._tell_selection)
        self.doubleClicked.connect(self._tell_taken)

    @property
    def chosen(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def chosen_of(self, items: Sequence[T]) -> T | None:
        """The one of ``items``, which the rows show, whose row is the first selected; None where there is none."""
        chosen = self.chosen
        return items[chosen[0]] if chosen and chosen[0] < len(items) else None

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show ``rows``, long words over several lines. The row in use stays in use."""
        current, column_in_use = max(self.currentRow(), 0), max(self.currentColumn(), self._first_column)
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for row, words in enumerate(rows):
            for column, word in enumerate(words):
                self.setItem(row, column, cell(word))
        self.blockSignals(False)
        self._fit_heights()
        self.clearSelection()
        if rows:
            self.setCurrentCell(min(current, len(rows) - 1), column_in_use)
            self.choose([self.currentRow()])

    def choose(self, rows: Sequence[int]) -> None:
        """Select ``rows`` (at least one), the first of them in use."""
        model, selection = self.model(), QItemSelection()
        current = max(self.currentColumn(), 0)
        whole = self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
        left, right = (0, self.columnCount() - 1) if whole else (current, current)
        for row in rows:
            selection.select(model.index(row, left), model.index(row, right))
        self.setCurrentCell(rows[0], current)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap elsewhere in a column of another width."""
        super().resizeEvent(event)
        self._fit_free()
        self._fit_heights()

    def _fit_heights(self) -> None:
        for row in range(min(self.rowCount(), _MEASURED)):
            heights = (self._height(row, column) for column in range(self.columnCount()))
            self.setRowHeight(row, max(px(_ROW), max(heights) + 2 * _ABOVE))

    def _height(self, row: int, column: int) -> int:
        # not the view's own measure, which leaves the style sheet's padding out
        room = QRect(0, 0, max(self.columnWidth(column) - 2 * _BESIDE, 1), 10_000)
        item = self.item(row, column)
        return self.fontMetrics().boundingRect(room, _WRAP, item.text()).height() if item is not None else 0

    def let_edit(self) -> None:
        """Cells are used one by one; those that are not locked can be typed into, Enter and double click open them."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._set_triggers()
        self.taken.connect(self._edit)
        self._first_column = 1

    def allow_writing(self, allowed: bool) -> None:
        """Whether whoever sits here may type into those cells at all."""
        self._is_writable = allowed
        self._set_triggers()

    def _set_triggers(self) -> None:
        trigger = QAbstractItemView.EditTrigger
        opening = trigger.AnyKeyPressed | trigger.EditKeyPressed
        self.setEditTriggers(opening if self._is_writable else trigger.NoEditTriggers)

    @Slot()
    def _edit(self) -> None:
        item = self.currentItem()
        if self._is_writable and item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item)

    def lock_columns(self, columns: Sequence[int]) -> None:
        """Let nobody type into ``columns``."""
        for row in range(self.rowCount()):
            for column in columns:
                item = self.item(row, column)
                if item is not None:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F2 and Delete act on what is selected."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ENTER and self.state() != QAbstractItemView.State.EditingState:
            self.taken.emit()
        elif key == Qt.Key.Key_F2 and self.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers:
            self.edit_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        """Rows and columns as large as the text asks for."""
        self.verticalHeader().setMinimumSectionSize(px(_ROW))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        for column, width in enumerate(self._widths):
            if width:
                self.setColumnWidth(column, px(width))
        self._fit_free()
        self._fit_heights()

    def _fit_free(self) -> None:
        """Columns without a width share what room is left; with large text never so little that words break apart:
        what is too wide then is reached by scrolling sideways."""
        free = [column for column, width in enumerate(self._widths) if not width]
        taken = sum(self.columnWidth(column) for column, width in enumerate(self._widths) if width)
        least = px(_LEAST_FREE) if px(_LEAST_FREE) > _LEAST_FREE else self.horizontalHeader().minimumSectionSize()
        room = max(self.viewport().width() - taken, 0)
        for place, column in enumerate(free):
            share = room // (len(free) - place)
            self.setColumnWidth(column, max(share, least))
            room = max(room - share, 0)

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(self._widths):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(column, mode.Interactive if width else mode.Fixed)

    @Slot()
    def _tell_selection(self) -> None:
        self.selection_changed.emit()

    @Slot()
    def _tell_taken(self) -> None:
        self.taken.emit()


def cell(words: str) -> QTableWidgetItem:
    """A cell that says ``words``, also where it is too narrow for them."""
    item = QTableWidgetItem(words)
    item.setToolTip(words)
    return item
