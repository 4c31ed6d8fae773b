"""The log of changes as a table that grows as it is scrolled through."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.documents.log_list import plan_words
from app.documents.log_words import change_words, step_words, thing_words, when_words, who_words
from app.domain.staff import LogLine
from app.texts import text

COLUMNS = ("when", "who", "step", "thing", "old", "new")
_LONGEST_CELL = 300
_LONGEST_TIP = 1_000
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LogModel(QAbstractTableModel):
    """Holds the lines read so far; ``more_wanted`` asks for those after them, once until they come."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LogLine] = []
        """The lines read so far, the newest first."""
        self.titles: Mapping[int, str] = {}
        """Titles of plans by id."""
        self._words: list[tuple[str, ...]] = []
        self._is_whole = True
        self._waits = False

    def show_first(self, lines: Sequence[LogLine], is_whole: bool) -> None:
        """Begin anew with ``lines``; ``is_whole`` says that there are no more."""
        self.beginResetModel()
        self.lines, self._words = list(lines), [_words(line) for line in lines]
        self._is_whole, self._waits = is_whole, False
        self.endResetModel()

    def add(self, lines: Sequence[LogLine], is_whole: bool) -> None:
        """Put more lines below those that are there."""
        self._is_whole, self._waits = is_whole, False
        if lines:
            self.beginInsertRows(_NOWHERE, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self._words += [_words(line) for line in lines]
            self.endInsertRows()

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._is_whole and not self._waits

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._waits = True
            self.more_wanted.emit()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _one_line(self._words[index.row()][index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return text(f"log.column_{COLUMNS[section]}")
        return None

    def _tip(self, index: _Index) -> str:
        words = self._words[index.row()][index.column()][:_LONGEST_TIP]
        if COLUMNS[index.column()] != "thing":
            return words
        plan = plan_words(self.lines[index.row()].plan_id, self.titles)
        return f"{words}\n{plan}" if plan else words


def _words(line: LogLine) -> tuple[str, ...]:
    return (*(say(line) for say in _SAYS), *change_words(line))


def _who(line: LogLine) -> str:
    return who_words(line.who)


_SAYS: tuple[Callable[[LogLine], str], ...] = (when_words, _who, step_words, thing_words)


def _one_line(words: str) -> str:
    return " ".join(words[:_LONGEST_CELL].split())
