"""The milestones as a table: a plain list, filtered and ordered here, told with one reset."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.dates import date_text
from app.domain.line_filter import Column, LineFilter, filtered, ordered
from app.domain.milestone_lines import Line, LineState
from app.domain.plan import Appendix
from app.texts import text
from ui.widgets.tracking_badge import STATE
from ui.widgets.tracking_words import (
    appendix_words,
    full_appendix_words,
    line_tip,
    noted_words,
    period_words,
    state_words,
)

COLUMNS = tuple(Column)
_CENTRED = (Column.DUE, Column.APPENDIX, Column.ORDINAL, Column.PERIOD, Column.DONE)
_WITH_REASON = (LineState.CANCELLED, LineState.NOT_CARRIED_OUT)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TrackingModel(QAbstractTableModel):
    """Rows are the lines that the filter lets through, in the order of the chosen column."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Line] = []
        """The lines in the table, top to bottom."""
        self.filter = LineFilter()
        self._lines: Sequence[Line] = ()
        """All of them in the order of the chosen column: a filter has nothing left to put in order."""
        self._appendices: Sequence[Appendix] = ()
        self._today = date.min
        self._order, self._descending = Column.DUE, False
        self._words: dict[Column, Callable[[Line], str]] = {
            Column.DUE: lambda line: _day(line.day),
            Column.APPENDIX: lambda line: appendix_words(self._appendices[line.appendix], line.appendix),
            Column.ORDINAL: lambda line: line.ordinal,
            Column.NAME: lambda line: line.name,
            Column.WHAT: lambda line: text("tracking_page.question") if line.asks else line.what,
            Column.PERIOD: lambda line: period_words(line.period),
            Column.UNITS: lambda line: "; ".join(line.units),
            Column.STATE: lambda line: state_words(line, self._today),
            Column.DONE: lambda line: _day(line.done),
            Column.DOCUMENT: _document_words,
        }

    def show_lines(self, lines: Sequence[Line], appendices: Sequence[Appendix], today: date) -> None:
        """Show another plan, or the same one after a change."""
        self.beginResetModel()
        self._lines, self._appendices, self._today = ordered(lines, self._order, self._descending), appendices, today
        self._take()
        self.endResetModel()

    def set_filter(self, wanted: LineFilter) -> None:
        """Show what ``wanted`` lets through."""
        self.beginResetModel()
        self.filter = wanted
        self._take()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the lines in the order of a column."""
        self.beginResetModel()
        self._order, self._descending = COLUMNS[column], order == Qt.SortOrder.DescendingOrder
        self._lines = ordered(self._lines, self._order, self._descending)
        self._take()
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        column, line = COLUMNS[index.column()], self.shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words[column](line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(column, line)
        if role == STATE:
            return line.state
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _CENTRED:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return text(f"tracking_page.column_{COLUMNS[section]}")
        return None

    def _tip(self, column: Column, line: Line) -> str:
        if column is Column.APPENDIX:
            return full_appendix_words(self._appendices[line.appendix], line.appendix)
        if column is Column.DOCUMENT:
            return "\n".join(noted_words(line))
        if column in (Column.DUE, Column.STATE):
            return line_tip(line, self._today)
        return self._words[column](line)

    def _take(self) -> None:
        self.shown = filtered(self._lines, self.filter)


def _document_words(line: Line) -> str:
    """The document; where there is none, why the milestone was called off or the task not carried out."""
    return next(iter(noted_words(line)[:1]), "") if line.state in _WITH_REASON else line.document


def _day(day: date | None) -> str:
    return date_text(day) if day else ""
