"""A list without frame: an icon and wrapped words per entry, never cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import icon
from ui.theme import RADIUS, colour, px

PLACE = Qt.ItemDataRole.UserRole + 1
DEPTH = Qt.ItemDataRole.UserRole + 2
"""How many steps an entry stands to the right, all its lines alike; none where it has no such data."""
_ICON = 16
_PAD = 6
_STEP = 12
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class PlainList(QListWidget):
    """``place_chosen`` tells the place of the entry that was clicked or taken with Enter."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainList")
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Entries(self))
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def add(self, words: str, icon_name: str | None, colour_name: str, place: object, tip: str = "") -> QListWidgetItem:
        """Append an entry; without a place it cannot be chosen."""
        item = QListWidgetItem(words)
        if icon_name:
            item.setIcon(icon(icon_name, colour_name))
        item.setToolTip(tip or words)
        item.setData(PLACE, place)
        if place is None:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)
        return item

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again at the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        place = index.data(PLACE)
        if place is not None:
            self.place_chosen.emit(place)


class _Entries(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        assert isinstance(view, PlainList)
        width = view.viewport().width()
        room = _room(QRect(0, 0, width, 10_000), index)
        height = QFontMetrics(_font(option, index)).boundingRect(room, int(_WRAP), str(index.data())).height()
        return QSize(width, height + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = _ground(option, index)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ground))
            painter.drawRoundedRect(option.rect, RADIUS, RADIUS)
        found = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(found, QIcon):
            line = QFontMetrics(option.font).height()
            top = option.rect.top() + _PAD + (line - px(_ICON)) // 2
            found.paint(painter, QRect(option.rect.left() + _PAD, top, px(_ICON), px(_ICON)))
        painter.setFont(_font(option, index))
        painter.setPen(colour("text"))
        painter.drawText(_room(option.rect, index), int(_WRAP), str(index.data()))
        painter.restore()


def _room(rect: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
    left = _PAD + (px(_ICON) + _PAD if isinstance(index.data(Qt.ItemDataRole.DecorationRole), QIcon) else 0)
    left += px(_STEP) * (index.data(DEPTH) or 0)
    return rect.adjusted(left, _PAD, -_PAD, -_PAD)


def _font(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QFont:
    found = index.data(Qt.ItemDataRole.FontRole)
    return found if isinstance(found, QFont) else option.font


def _ground(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str | None:
    if option.state & QStyle.StateFlag.State_Selected:
        return "primary_soft"
    hovered = option.state & QStyle.StateFlag.State_MouseOver and index.data(PLACE) is not None
    return "section" if hovered else None
