"""How the cells of the import preview are measured and painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygon
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import CELL_PADDING, colour
from ui.widgets.import_model import TAKE, Extra

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALLEST = 100_000
_CORNER = 7
_GRID = 1
"""What the table's grid line takes of a cell's width and height before the cell is painted."""


def text_height(words: str, width: int, metrics: QFontMetrics) -> int:
    """Height in pixels that ``words`` need in a column ``width`` pixels wide, padding and grid line included."""
    room = QRect(0, 0, max(width - _GRID - 2 * CELL_PADDING, 10), _TALLEST)
    return metrics.boundingRect(room, int(WRAP), words).height() + 2 * CELL_PADDING + _GRID


class ImportCells(QStyledItemDelegate):
    """Wrapped text; yellow with a marked corner where a note points; struck through where left out."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        painter.save()
        painter.fillRect(option.rect, self._ground(option, index))
        if index.column() == TAKE:
            painter.restore()
            super().paint(painter, self._middle(option), index)
            return
        painter.setFont(self._font(option, index))
        painter.setPen(colour("quiet" if index.data(Extra.LEFT_OUT) else "text"))
        inner = option.rect.adjusted(CELL_PADDING, CELL_PADDING, -CELL_PADDING, -CELL_PADDING)
        painter.drawText(inner, int(WRAP), str(index.data() or ""))
        if index.data(Extra.NOTED):
            _mark_corner(painter, option.rect)
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QColor:
        if option.state & QStyle.StateFlag.State_Selected:
            return colour("primary_soft")
        if index.data(Extra.NOTED):
            return colour("warn_soft")
        return colour("section" if index.data(Extra.SECTION) or index.data(Extra.LEFT_OUT) else "card")

    def _font(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QFont:
        font = QFont(option.font)
        font.setBold(bool(index.data(Extra.SECTION)))
        font.setStrikeOut(bool(index.data(Extra.LEFT_OUT)))
        return font

    def _middle(self, option: QStyleOptionViewItem) -> QStyleOptionViewItem:
        moved = QStyleOptionViewItem(option)
        side = 20
        moved.rect = QRect(option.rect.center().x() - side // 2 + 1, option.rect.top() + CELL_PADDING - 1, side, side)
        moved.state &= ~QStyle.StateFlag.State_HasFocus
        moved.state &= ~QStyle.StateFlag.State_Selected
        return moved


def _mark_corner(painter: QPainter, rect: QRect) -> None:
    """A small triangle: colour is not the only sign."""
    corner = rect.topRight()
    triangle = QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("warn"))
    painter.drawPolygon(triangle)
