"""The table of one appendix as understood, for the import preview."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.plan import Row, RowKind
from app.texts import text
from ui.widgets.import_review import ImportReview

Index = QModelIndex | QPersistentModelIndex
TAKE = 0
"""The model's column with the check boxes; the appendix's columns follow it."""


class Extra(IntEnum):
    """What the delegate asks beside Qt's own roles."""

    NOTED = Qt.ItemDataRole.UserRole + 1
    LEFT_OUT = Qt.ItemDataRole.UserRole + 2
    SECTION = Qt.ItemDataRole.UserRole + 3


class ImportModel(QAbstractTableModel):
    """Check box, then one column per column of the appendix; ticking is the only edit."""

    taken_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: ImportReview | None = None
        self._appendix = 0
        self._rows: tuple[Row, ...] = ()
        self._headings: list[str] = []

    def show_appendix(self, review: ImportReview, appendix: int) -> None:
        """Show the table at position ``appendix`` of ``review``."""
        self.beginResetModel()
        self._review, self._appendix = review, appendix
        found = review.appendices[appendix]
        self._rows = found.rows
        self._headings = [text("import_page.take"), *(column.heading for column in found.columns)]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows of the appendix, sections included."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """The check boxes and the appendix's columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The document's own headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TAKE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tick, note and state of a cell."""
        if self._review is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TAKE:
            return Qt.CheckState.Checked if self._taken(index.row()) else Qt.CheckState.Unchecked
        if role in (Extra.NOTED, Qt.ItemDataRole.ToolTipRole):
            return self._tip(index, role)
        if role == Extra.LEFT_OUT:
            return not self._taken(index.row())
        if role == Extra.SECTION:
            return self._rows[index.row()].kind is RowKind.SECTION
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TAKE:
            return text("import_page.take_row")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the row or leave it out."""
        if self._review is None or role != Qt.ItemDataRole.CheckStateRole or index.column() != TAKE:
            return False
        self._review.take(self._appendix, index.row(), Qt.CheckState(value) is Qt.CheckState.Checked)
        self._row_changed(index.row(), index.row())
        return True

    def take_all(self, taken: bool) -> None:
        """Take or leave out every row of the table."""
        if self._review is not None and self._rows:
            self._review.take_all(self._appendix, taken)
            self._row_changed(0, len(self._rows) - 1)

    def words(self, row: int, column: int) -> str:
        """Text shown at a place; a section's stands in the first column after the check boxes."""
        found = self._rows[row]
        if column == TAKE:
            return ""
        if found.kind is RowKind.SECTION:
            return f"{found.ordinal}  {found.text}".strip() if column == TAKE + 1 else ""
        return found.cells[column - 1] or "" if column <= len(found.cells) else ""

    def is_section(self, row: int) -> bool:
        """Whether a section heading stands at ``row``."""
        return self._rows[row].kind is RowKind.SECTION

    def merged_above(self, row: int, column: int) -> bool:
        """Whether the cell continues the one above it."""
        found = self._rows[row]
        return (
            column > TAKE and found.kind is RowKind.ITEM and column <= len(found.cells) and not self._has(row, column)
        )

    def _has(self, row: int, column: int) -> bool:
        return row == 0 or self._rows[row].cells[column - 1] is not None

    def _tip(self, index: Index, role: int) -> object:
        assert self._review is not None
        note = self._review.note_at(self._appendix, index.row(), index.column() - 1) if index.column() > TAKE else None
        if role == Extra.NOTED:
            return note is not None
        return note or (None if self._taken(index.row()) else text("import_page.left_out_row"))

    def _taken(self, row: int) -> bool:
        return self._review is not None and self._review.is_taken(self._appendix, row)

    def _row_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        self.taken_changed.emit()
