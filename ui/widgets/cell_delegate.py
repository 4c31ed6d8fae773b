"""Paints cells and opens their editors."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from app.domain.plan import Role
from ui.theme import colour, focus_pen, px
from ui.widgets.appendix_model import AppendixModel
from ui.widgets.cell_text import draw_text
from ui.widgets.typing_delegate import Index, TypingDelegate

SUGGESTED = (Role.LEAD, Role.COORDINATION, Role.PRODUCT)
"""Columns in which the same words come again and again."""
_LEAST_HEIGHT = 30


class CellDelegate(TypingDelegate):
    """Cells of an appendix, their editors as high as the text needs."""

    typing_paused = Signal(int, int, str)
    """Row, column and text so far."""
    closed = Signal(int, int)
    """Row and column of an edit that was stored or given up."""

    def __init__(self, model: AppendixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._place = (0, 0)
        self._cell = QRect()
        self.row_in_use = -1
        """The row whose details are shown, tinted over its whole width."""
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
        self._place = (index.row(), index.column())
        role = self._model.appendix.columns[index.column()].role
        helps = role in SUGGESTED and not self._model.is_section(index.row())
        editor = self.open_editor(parent, self.suggestions(role) if helps else [])
        editor.paused.connect(self._tell_pause)
        editor.grown.connect(self._grow)
        del option
        return editor

    def words_at(self, index: Index) -> str:
        """The cell's text."""
        return self._model.edit_text(index.row(), index.column())

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed text to the model."""
        super().setModelData(editor, model, index)
        self.closed.emit(index.row(), index.column())

    def given_up(self) -> None:
        """Tell whose text is not wanted any more."""
        self.closed.emit(*self._place)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell, growing with the text."""
        self._cell = QRect(option.rect)
        self._grow()
        del editor, index

    def _ground(self, row: int, section: bool, selected: bool) -> str:
        if selected:
            return "selected"
        if row == self.row_in_use:
            return "primary_soft"
        return "section" if section else "card"

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
