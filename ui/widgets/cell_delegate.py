"""Paints cells and opens their editors."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.plan import Role
from ui.theme import colour, focus_pen, px
from ui.widgets.appendix_model import AppendixModel, Index
from ui.widgets.cell_editor import CellEditor
from ui.widgets.cell_text import draw_text
from ui.widgets.suggestion_list import SuggestionList

SUGGESTED = (Role.LEAD, Role.COORDINATION, Role.PRODUCT)
"""Columns in which the same words come again and again."""
_LEAST_HEIGHT = 30


class CellDelegate(QStyledItemDelegate):
    """One editor at a time; ``moved`` tells where to go after it has closed."""

    moved = Signal(int, int)
    """Rows and columns to move by."""
    typing_paused = Signal(int, int, str)
    """Row, column and text so far."""
    closed = Signal(int, int)
    """Row and column of an edit that was stored or given up."""

    def __init__(self, model: AppendixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._place = (0, 0)
        self._cell = QRect()
        self._list: SuggestionList | None = None
        self.editor: CellEditor | None = None
        self.row_in_use = -1
        """The row whose details are shown, tinted over its whole width."""
        self.start_text: str | None = None
        """What the next editor starts with, instead of the cell's text."""
        self.suggestions: Callable[[Role], list[str]] = lambda _role: []
        """Gives what was typed before in columns of a role."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell's ground and its whole text."""
        row, column = index.row(), index.column()
        section = self._model.is_section(row)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, colour(self._ground(row, section, selected)))
        centred = self._model.appendix.columns[column].role is Role.ORDINAL and column != self._model.section_column
        words = self._model.text_at(row, column)
        draw_text(painter, QRectF(option.rect), words, colour("text"), bold=section, centred=centred)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(focus_pen())
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell, with the list of earlier values where that helps."""
        editor = CellEditor(parent)
        self._place = (index.row(), index.column())
        self.editor = editor
        editor.finished.connect(self._finish)
        editor.cancelled.connect(self._cancel)
        editor.paused.connect(self._tell_pause)
        editor.grown.connect(self._grow)
        role = self._model.appendix.columns[index.column()].role
        if role in SUGGESTED and not self._model.is_section(index.row()):
            self._offer(editor, self.suggestions(role))
        del option
        return editor

    def _offer(self, editor: CellEditor, values: list[str]) -> None:
        if values:
            if self._list is None:
                self._list = SuggestionList(editor.window())
                self._list.taken.connect(self._take)
            self._list.serve(values)
            editor.suggest_from(self._list)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's text, or nothing when typing replaces it. Later changes of the model do not disturb typing."""
        if isinstance(editor, CellEditor) and not editor.property("begun"):
            editor.setProperty("begun", True)
            text = self._model.edit_text(index.row(), index.column())
            editor.begin(text if self.start_text is None else self.start_text)
            self.start_text = None

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed text to the model."""
        if isinstance(editor, CellEditor):
            editor.stop()
            model.setData(index, editor.toPlainText())
            self.closed.emit(index.row(), index.column())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell, growing with the text."""
        self._cell = QRect(option.rect)
        self._grow()
        del editor, index

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor with its cell."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are the editor's own business; losing the focus stores, as everywhere."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(watched, event)

    def _ground(self, row: int, section: bool, selected: bool) -> str:
        if selected:
            return "selected"
        if row == self.row_in_use:
            return "primary_soft"
        return "section" if section else "card"

    @Slot(str)
    def _take(self, value: str) -> None:
        if self.editor is not None:
            self.editor.take(value)

    @Slot(int, int)
    def _finish(self, rows: int, columns: int) -> None:
        if self.editor is not None:
            self.commitData.emit(self.editor)
            self.closeEditor.emit(self.editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.moved.emit(rows, columns)

    @Slot()
    def _cancel(self) -> None:
        if self.editor is not None:
            self.editor.stop()
            self.closeEditor.emit(self.editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.closed.emit(*self._place)

    @Slot(str)
    def _tell_pause(self, words: str) -> None:
        self.typing_paused.emit(*self._place, words)

    @Slot()
    def _grow(self) -> None:
        """As high as the text needs, but not beyond the table."""
        editor = self.editor
        if editor is None:
            return
        lines = editor.document().size().height()
        needed = int(lines * editor.fontMetrics().lineSpacing()) + 12
        cell, parent = self._cell, editor.parentWidget()
        room = max(parent.height() - cell.top() if parent else 0, cell.height(), px(_LEAST_HEIGHT))
        editor.setGeometry(cell.x(), cell.y(), cell.width(), min(max(needed, cell.height()), room))
