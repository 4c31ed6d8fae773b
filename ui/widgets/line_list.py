"""Milestones below each other, as a list shows them: their words, and the one that is taken."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QWidget

from app.domain.milestone_lines import Line
from app.texts import text
from ui.widgets.tracking_words import period_words, short_state_words

LINE = Qt.ItemDataRole.UserRole + 1
WORDS = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LineListModel(QAbstractListModel):
    """The lines, with their words."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self.today = date.min

    def show_lines(self, lines: Sequence[Line], today: date) -> None:
        self.beginResetModel()
        self.lines, self.today = lines, today
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == WORDS:
            return short_state_words(line, self.today)
        if role == Qt.ItemDataRole.DisplayRole:
            return first_line(line)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (line.name, line.what, period_words(line.period), "; ".join(line.units))
            return "\n".join(part for part in (*parts, short_state_words(line, self.today)) if part)
        return None


class LineList(QListView):
    """``line_chosen`` tells the ``Line`` that was taken."""

    line_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainList")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.lines = LineListModel()
        self.setModel(self.lines)

    def show_lines(self, lines: Sequence[Line], today: date) -> None:
        """Show these lines as they are ``today``."""
        self.lines.show_lines(lines, today)

    @Slot(QModelIndex)
    def tell(self, index: QModelIndex) -> None:
        """The line at ``index`` was taken."""
        if index.isValid():
            self.line_chosen.emit(index.data(LINE))


def first_line(line: Line) -> str:
    """What is due, and of which task."""
    return ": ".join(part for part in (line.what, line.name) if part)


def second_line(line: Line) -> str:
    """In which period, and by whom."""
    return text("home.between").join(part for part in (period_words(line.period), "; ".join(line.units)) if part)
