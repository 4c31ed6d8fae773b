"""Paints the cells of statistics forms and opens their editors."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import icon
from ui.theme import CELL_PADDING, colour, focus_pen, px
from ui.widgets.cell_editor import CellEditor
from ui.widgets.cell_text import cell_font, draw_text
from ui.widgets.figures_model import LOOK, CellLook, FiguresModel, Index
from ui.widgets.figures_spark import draw_trend
from ui.widgets.suggestion_list import SuggestionList

_SIGN = 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class FiguresDelegate(QStyledItemDelegate):
    """One editor at a time; ``moved`` tells by how many rows and columns to go on after it has closed."""

    moved = Signal(int, int)

    def __init__(self, model: FiguresModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._list: SuggestionList | None = None
        self.editor: CellEditor | None = None
        self.start_text: str | None = None
        """What the next editor begins with, instead of the cell's words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the words, the trend and the sign of a cell."""
        look: CellLook = index.data(LOOK)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, colour("selected" if selected else look.ground))
        words = str(index.data() or "")
        if look.trend:
            draw_trend(painter, QRectF(option.rect), look.trend)
        elif look.right:
            _draw_right(painter, option.rect, words, look)
        else:
            left = px(_SIGN) + CELL_PADDING if look.signs else 0
            draw_text(painter, QRectF(option.rect.adjusted(left, 0, 0, 0)), words, colour(look.ink), look.bold)
        if look.signs:
            _draw_sign(painter, option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(focus_pen())
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell, with the list of answers where there are some."""
        editor = CellEditor(parent)
        self.editor = editor
        editor.finished.connect(self._finish)
        editor.cancelled.connect(self._cancel)
        answers = self._model.answers(index.row(), index.column())
        if answers:
            self._offer(editor, answers)
        del option
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's words, or what was typed; later changes of the model do not disturb typing."""
        if isinstance(editor, CellEditor) and not editor.property("begun"):
            editor.setProperty("begun", True)
            words = str(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.begin(words if self.start_text is None else self.start_text)
            self.start_text = None

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed words to the model."""
        if isinstance(editor, CellEditor):
            editor.stop()
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell."""
        editor.setGeometry(option.rect)
        del index

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor with its cell."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are the editor's own business; losing the focus stores."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(watched, event)

    def _offer(self, editor: CellEditor, answers: list[str]) -> None:
        if self._list is None:
            self._list = SuggestionList(editor.window())
            self._list.taken.connect(self._take)
        self._list.serve(answers)
        editor.suggest_from(self._list)

    @Slot(str)
    def _take(self, answer: str) -> None:
        if self.editor is not None:
            self.editor.take(answer)

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


def _draw_right(painter: QPainter, rect: QRect, words: str, look: CellLook) -> None:
    painter.setFont(cell_font(look.bold))
    painter.setPen(colour(look.ink))
    left = px(_SIGN) + CELL_PADDING if look.signs else CELL_PADDING
    painter.drawText(rect.adjusted(left, CELL_PADDING, -CELL_PADDING, 0), int(_RIGHT), words)


def _draw_sign(painter: QPainter, rect: QRect) -> None:
    icon("warning", "warn").paint(
        painter, QRect(rect.left() + CELL_PADDING, rect.top() + CELL_PADDING, px(_SIGN), px(_SIGN))
    )
