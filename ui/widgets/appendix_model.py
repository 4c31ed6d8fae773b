"""An appendix as a Qt table model."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.plan import Appendix, Role, Row, RowKind
from app.domain.text import clean_cell
from app.texts import text

Index = QModelIndex | QPersistentModelIndex
_EMPTY = Appendix("", "", ())
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class AppendixModel(QAbstractTableModel):
    """Rows and columns of one appendix, counted from 0 as in ``Appendix``.

    A section row shows its ordinal in the first column when that is the ordinal column, and its text in
    ``section_column``. ``setData`` shows the new text at once and tells ``edited``; storing it is the page's business.
    """

    edited = Signal(int, int, str)
    """Row, column and the new text of a cell a person has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appendix = _EMPTY
        self.is_writable = True
        """Whether whoever sits here may change anything of it."""
        self.state_said: Callable[[int], str] = lambda _row_id: ""
        """Gives the state of a row by its id: said with the row's first cell, no part of the appendix."""

    @property
    def appendix(self) -> Appendix:
        """The appendix as it is shown now, edits under way included."""
        return self._appendix

    @property
    def section_column(self) -> int:
        """The column from which a section's text runs to the right edge."""
        columns = self._appendix.columns
        has_ordinal = len(columns) > 1 and columns[0].role is Role.ORDINAL and not columns[0].hidden
        return 1 if has_ordinal else 0

    def row(self, row: int) -> Row:
        """The row at position ``row``."""
        return self._appendix.rows[row]

    def is_section(self, row: int) -> bool:
        """Whether the row at position ``row`` is a section heading."""
        return self._appendix.rows[row].kind is RowKind.SECTION

    def row_of_id(self, row_id: int | None) -> int | None:
        """Position of the row stored under ``row_id``, or None."""
        return next((i for i, row in enumerate(self._appendix.rows) if row.id == row_id), None)

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The place whose text a place shows: the top of a merged block, the start of a section's text."""
        if self.is_section(row):
            return row, min(column, self.section_column)
        while row > 0 and not self.is_section(row) and self._appendix.rows[row].cells[column] is None:
            row -= 1
        return row, column

    def block_end(self, row: int, column: int) -> int:
        """The last row of the merged block that begins at ``row``; ``row`` itself when nothing is merged."""
        rows = self._appendix.rows
        end = row
        while end + 1 < len(rows) and rows[end + 1].kind is RowKind.ITEM and rows[end + 1].cells[column] is None:
            end += 1
        return end

    def text_at(self, row: int, column: int) -> str:
        """What stands at a place; "" inside a merged block."""
        found = self._appendix.rows[row]
        if found.kind is RowKind.ITEM:
            return found.cells[column] or ""
        if column == self.section_column:
            return found.text if column == 1 or not found.ordinal else f"{found.ordinal}. {found.text}"
        return found.ordinal if column == 0 else ""

    def edit_text(self, row: int, column: int) -> str:
        """What an editor at a place starts with."""
        found = self._appendix.rows[row]
        if found.kind is RowKind.SECTION and column == self.section_column:
            return found.text
        return self.text_at(row, column)

    def show(self, appendix: Appendix) -> None:
        """Show another state of the appendix, telling views no more than what differs."""
        old, self_columns = self._appendix, self._appendix.columns
        if old.id != appendix.id or self_columns != appendix.columns or not old.rows:
            self.beginResetModel()
            self._appendix = appendix
            self.endResetModel()
            return
        self._show_rows(old, appendix)

    def show_text(self, row: int, column: int, text: str) -> None:
        """Put ``text`` at a place without storing it."""
        found = self._appendix.rows[row]
        if found.kind is RowKind.ITEM:
            cells = found.cells[:column] + (text,) + found.cells[column + 1 :]
            changed = replace(found, cells=cells)
        elif column == self.section_column:
            changed = replace(found, text=text)
        else:
            changed = replace(found, ordinal=text)
        rows = self._appendix.rows
        self._appendix = self._appendix.with_rows(rows[:row] + (changed,) + rows[row + 1 :])
        self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of rows, sections included."""
        return 0 if parent.isValid() else len(self._appendix.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(self._appendix.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """A cell's text; what is said aloud of a row's first cell names the row's state, too."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role not in _TEXT_ROLES:
            return None
        if role == Qt.ItemDataRole.EditRole:
            return self.edit_text(index.row(), index.column())
        return self.text_at(index.row(), index.column())

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Show a person's new text and tell ``edited``; nothing happens when it is the old one."""
        text = clean_cell(str(value))
        if role != Qt.ItemDataRole.EditRole or text == self.edit_text(index.row(), index.column()):
            return False
        row, column = index.row(), index.column()
        self.show_text(row, column, text)
        self.edited.emit(row, column, text)
        return True

    def set_section_ordinal(self, row: int, ordinal: str) -> None:
        """Show a person's new ordinal of a section row, also where the table has no column for it, and tell
        ``edited``; nothing happens when it is the old one."""
        found, rows = self._appendix.rows[row], self._appendix.rows
        ordinal = clean_cell(ordinal)
        if ordinal != found.ordinal:
            self._appendix = self._appendix.with_rows((*rows[:row], replace(found, ordinal=ordinal), *rows[row + 1 :]))
            self._tell_changed(row, row)
            self.edited.emit(row, 0, ordinal)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every place can be selected, and edited where that is allowed at all."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_writable else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Column headings in full; rows have none."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._appendix.columns[section].heading

    def _spoken(self, row: int, column: int) -> str:
        words = self.text_at(row, column)
        first = next((place for place, found in enumerate(self._appendix.columns) if not found.hidden), 0)
        state = self.state_said(self._appendix.rows[row].id or 0) if column == first else ""
        return text("plan_states.cell", cell=words, state=state).strip() if state else words

    def _show_rows(self, old: Appendix, new: Appendix) -> None:
        """Keep the rows that both begin and end with, by id; remove and insert what lies between."""
        before = [row.id for row in old.rows]
        after = [row.id for row in new.rows]
        head = _common(before, after)
        tail = min(_common(before[::-1], after[::-1]), len(before) - head, len(after) - head)
        kept = old.rows[:head] + old.rows[len(before) - tail :]
        if head + tail < len(before):
            self.beginRemoveRows(QModelIndex(), head, len(before) - tail - 1)
            self._appendix = new.with_rows(kept)
            self.endRemoveRows()
        if head + tail < len(after):
            self.beginInsertRows(QModelIndex(), head, len(after) - tail - 1)
            self._appendix = new.with_rows(old.rows[:head] + new.rows[head : len(after) - tail] + kept[head:])
            self.endInsertRows()
        shown = self._appendix.rows
        self._appendix = new
        changed = [i for i, (a, b) in enumerate(zip(shown, new.rows, strict=True)) if a != b]
        if changed:
            self._tell_changed(changed[0], changed[-1])

    def _tell_changed(self, first: int, last: int) -> None:
        """One message for all: new ordinals change every row below an insertion."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))


def _common(first: list[int | None], second: list[int | None]) -> int:
    """How many elements both lists begin with."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
