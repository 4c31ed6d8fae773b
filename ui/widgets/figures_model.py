"""What the two tables of statistics forms have in common: cells that can be typed, what is seen in them and beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]
"""Row and column, counted from 0."""
LOOK = Qt.ItemDataRole.UserRole + 1
"""The ``CellLook`` of a cell."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell looks. ``signs`` are the sentences behind the warning sign; ``trend`` is drawn as a line, None where a
    period has no figure."""

    ground: str = "card"
    ink: str = "text"
    bold: bool = False
    right: bool = False
    signs: tuple[str, ...] = ()
    trend: tuple[float | None, ...] = ()


class FiguresModel(QAbstractTableModel):
    """``typed`` tells the new words of cells that a person has changed, by ``Cell``; they are shown at once and stored
    by the page."""

    typed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: dict[Cell, str] = {}
        self.is_writable = True
        """Whether whoever sits here may type at all."""

    def is_open(self, row: int, column: int) -> bool:
        """Whether a cell can be typed into."""
        raise NotImplementedError

    def takes(self, row: int, column: int) -> bool:
        """Whether words pasted at a place are taken; there may be no cell."""
        return self.is_writable and row < self.rowCount() and column < self.columnCount() and self.is_open(row, column)

    def words(self, row: int, column: int) -> str:
        """What a cell says."""
        raise NotImplementedError

    def edit_words(self, row: int, column: int) -> str:
        """What an editor of a cell begins with, and what is copied from it."""
        return self.words(row, column)

    def look(self, row: int, column: int) -> CellLook:
        """How a cell looks."""
        raise NotImplementedError

    def tip(self, row: int, column: int) -> str:
        """What is said of a cell while the pointer rests on it."""
        return "\n".join(self.look(row, column).signs)

    def answers(self, row: int, column: int) -> list[str]:
        """The answers to choose from in a cell; none where anything can be typed."""
        del row, column
        return []

    def heading(self, column: int) -> str:
        """The heading of a column."""
        raise NotImplementedError

    def group(self, column: int) -> str:
        """What stands over a column and its neighbours; "" for most."""
        del column
        return ""

    def type_cells(self, cells: Mapping[Cell, str]) -> None:
        """Show new words in those of ``cells`` that can be typed and differ, and tell ``typed``."""
        taken = {place: words for place, words in cells.items() if self.takes(*place)}
        count = self.rowCount()
        before = {place: self.edit_words(*place) if place[0] < count else "" for place in taken}
        new = {place: words for place, words in taken.items() if words != before[place]}
        if new:
            self._pending |= new
            for row, column in new:
                if row < count:
                    self.dataChanged.emit(self.index(row, column), self.index(row, column))
            self.typed.emit(new)

    def forget_pending(self) -> None:
        """What was typed is stored, or was not taken."""
        self._pending.clear()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """The words, the look and what is said of a cell."""
        place = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._pending.get(place, self.words(*place))
        if role == Qt.ItemDataRole.EditRole:
            return self._pending.get(place, self.edit_words(*place))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(*place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join((self.words(*place), *self.look(*place).signs)).strip()
        return self.look(*place) if role == LOOK else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Show a person's new words and tell ``typed``."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.type_cells({(index.row(), index.column()): " ".join(str(value).split())})
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be selected; some can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_open = self.is_writable and self.is_open(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Column headings in full; rows have none."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.heading(section)
