"""The table of milestones: whole rows are selected, a heading puts in order, Enter goes to the row of the plan."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.milestone_lines import Column, Line
from ui.widgets.tracking_badge import BadgeDelegate
from ui.widgets.tracking_model import COLUMNS, TrackingModel

_ROW = 42
_WIDTHS = {
    Column.DUE: 98,
    Column.APPENDIX: 72,
    Column.ORDINAL: 42,
    Column.WHAT: 144,
    Column.PERIOD: 80,
    Column.UNITS: 128,
    Column.STATE: 178,
    Column.DONE: 98,
    Column.DOCUMENT: 106,
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
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self._set_up_head()
        self.doubleClicked.connect(self._tell)

    @property
    def selected(self) -> list[Line]:
        """The lines of the selected rows, top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.lines.shown[row] for row in rows]

    def select_lines(self, wanted: set[tuple[int, str]]) -> None:
        """Select the rows of these milestones (row id, key) as far as they are in the table."""
        chosen = QItemSelection()
        last = len(COLUMNS) - 1
        for row, line in enumerate(self.lines.shown):
            if (line.row_id, line.key) in wanted:
                chosen.select(self.lines.index(row, 0), self.lines.index(row, last))
        if not chosen.isEmpty():
            model = self.selectionModel()
            model.setCurrentIndex(chosen.indexes()[0], QItemSelectionModel.SelectionFlag.NoUpdate)
            model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone goes to the row of the plan."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.line_chosen.emit(self.lines.shown[index.row()])

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(COLUMNS.index(Column.NAME), QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(COLUMNS.index(Column.DUE), Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(COLUMNS.index(column), width)
