"""The table of the log: one line high rows, the line in use told."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.staff import LogLine
from app.texts import text
from ui.theme import measured, px
from ui.widgets.log_model import COLUMNS, LogModel
from ui.widgets.tracking_keys import takes

_ROW = 30
_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {"when": 122, "who": 136, "step": 190, "thing": 190}


class LogTable(QTableView):
    """``line_shown`` tells the ``LogLine`` in use (None: there is none), ``line_chosen`` the one taken with Enter or a
    double click."""

    line_shown = Signal(object)
    line_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("milestones")
        self.setAccessibleName(text("log.title"))
        self.log = LogModel()
        self.setModel(self.log)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for name in ("old", "new"):
            head.setSectionResizeMode(COLUMNS.index(name), QHeaderView.ResizeMode.Stretch)
        measured(self, LogTable._measure)
        self.doubleClicked.connect(self._take)
        self.log.modelReset.connect(self._begin)

    @property
    def line(self) -> LogLine | None:
        """The line in use."""
        row = self.currentIndex().row()
        return self.log.lines[row] if 0 <= row < len(self.log.lines) else None

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.line_shown.emit(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone goes to the row of the plan."""
        if takes(event):
            self._take()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _take(self) -> None:
        if self.line is not None:
            self.line_chosen.emit(self.line)

    @Slot()
    def _begin(self) -> None:
        """The newest line is in use at first."""
        self.scrollToTop()
        if self.log.lines:
            self.selectRow(0)
        else:
            self.line_shown.emit(None)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        for name, width in _WIDTHS.items():
            self.setColumnWidth(COLUMNS.index(name), px(width))
