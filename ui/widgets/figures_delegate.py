"""Paints the cells of statistics forms and opens their editors."""

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.icons import icon
from ui.theme import CELL_PADDING, colour, focus_pen, px
from ui.widgets.cell_text import cell_font, draw_text
from ui.widgets.figures_model import LOOK, CellLook, FiguresModel
from ui.widgets.figures_spark import draw_trend
from ui.widgets.typing_delegate import Index, TypingDelegate

_SIGN = 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class FiguresDelegate(TypingDelegate):
    """Cells as their ``CellLook`` says."""

    def __init__(self, model: FiguresModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

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
        del option
        return self.open_editor(parent, self._model.answers(index.row(), index.column()))

    def words_at(self, index: Index) -> str:
        """The cell's words."""
        return str(index.data(Qt.ItemDataRole.EditRole) or "")

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell."""
        editor.setGeometry(option.rect)
        del index


def _draw_right(painter: QPainter, rect: QRect, words: str, look: CellLook) -> None:
    painter.setFont(cell_font(look.bold))
    painter.setPen(colour(look.ink))
    left = px(_SIGN) + CELL_PADDING if look.signs else CELL_PADDING
    painter.drawText(rect.adjusted(left, CELL_PADDING, -CELL_PADDING, 0), int(_RIGHT), words)


def _draw_sign(painter: QPainter, rect: QRect) -> None:
    icon("warning", "warn").paint(
        painter, QRect(rect.left() + CELL_PADDING, rect.top() + CELL_PADDING, px(_SIGN), px(_SIGN))
    )
