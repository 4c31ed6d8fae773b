"""The table of milestones: whole rows are selected, a heading puts in order, Enter goes to the row of the plan."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.line_filter import Column
from app.domain.milestone_lines import Line
from ui.theme import measured, px
from ui.widgets.tracking_badge import BadgeDelegate
from ui.widgets.tracking_keys import takes
from ui.widgets.tracking_model import COLUMNS, TrackingModel

_ROW = 42
_LEAST_NAME = 150
_WIDTHS = {
    Column.DUE: 84,
    Column.APPENDIX: 66,
    Column.ORDINAL: 40,
    Column.WHAT: 116,
    Column.PERIOD: 68,
    Column.UNITS: 118,
    Column.STATE: 174,
    Column.DONE: 92,
    Column.DOCUMENT: 104,
}


class TrackingTable(QTableView):
    """``line_chosen`` tells the ``Line`` taken with Enter or a double click."""

    line_chosen = Signal(object)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("milestones")
        self.lines = TrackingModel()
        self.setModel(self.lines)
        self.setItemDelegateForColumn(COLUMNS.index(Column.STATE), BadgeDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_up_head()
        self.doubleClicked.connect(self._tell)
        self._kept: set[tuple[int, str]] = set()
        self.lines.modelAboutToBeReset.connect(self._keep_selection)
        self.lines.modelReset.connect(self._restore_selection)

    @property
    def selected(self) -> list[Line]:
        """The lines of the selected rows, top to bottom."""
        ranges = self.selectionModel().selection()
        stretches = [ranges.at(place) for place in range(ranges.count())]
        rows = {row for one in stretches for row in range(one.top(), one.bottom() + 1)}
        return [self.lines.shown[row] for row in sorted(rows)]

    def select_lines(self, wanted: set[tuple[int, str]]) -> None:
        """Select the rows of these milestones (row id, key) as far as they are in the table."""
        if not wanted:
            return
        rows = [row for row, line in enumerate(self.lines.shown) if (line.row_id, line.key) in wanted]
        if not rows:
            return
        chosen = QItemSelection()
        for first, last in _stretches(rows):
            chosen.append(QItemSelectionRange(self.lines.index(first, 0), self.lines.index(last, len(COLUMNS) - 1)))
        model = self.selectionModel()
        model.setCurrentIndex(self.lines.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone goes to the row of the plan."""
        if takes(event):
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    @Slot()
    def _keep_selection(self) -> None:
        self._kept = {(line.row_id, line.key) for line in self.selected}

    @Slot()
    def _restore_selection(self) -> None:
        """What was selected stays so through a filter, another order and a change, as far as it is still shown."""
        self.select_lines(self._kept)

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.line_chosen.emit(self.lines.shown[index.row()])

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSortIndicator(COLUMNS.index(Column.DUE), Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        measured(self, TrackingTable._measure)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(COLUMNS.index(column), px(width))
        self._fit_name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names of tasks take the room that the other columns leave."""
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        """With large text a little room must do: the rest is reached by scrolling sideways."""
        room = self.viewport().width() - sum(px(width) for width in _WIDTHS.values())
        self.setColumnWidth(COLUMNS.index(Column.NAME), max(room, px(_LEAST_NAME)))


def _stretches(rows: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours in ``rows``: thousands of single rows would be slow to select."""
    first = rows[0]
    for row, after in pairwise([*rows, -1]):
        if after != row + 1:
            yield first, row
            first = after
