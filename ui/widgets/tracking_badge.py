"""A milestone's state as a badge: a sign and words on a tinted ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.milestone_lines import LineState
from ui.icons import icon
from ui.theme import colour, px
from ui.widgets.tone import Tone
from ui.widgets.tracking_words import TONES

STATE = Qt.ItemDataRole.UserRole + 1
"""The role that holds a row's ``LineState``."""
HEIGHT = 22
_ICON = 14
_PAD = 7
_GAP = 4
_INSET = 6


def badge_width(words: str, font: QFont) -> int:
    """The room that a badge with ``words`` needs, in device-independent pixels."""
    return QFontMetrics(_bold(font)).horizontalAdvance(words) + px(_ICON) + _GAP + 2 * _PAD


def draw_badge(painter: QPainter, place: QRect, state: LineState, words: str, font: QFont) -> None:
    """Draw the badge into ``place``; words that find no room end in an ellipsis."""
    draw_tone(painter, place, TONES[state], words, font)


def draw_tone(painter: QPainter, place: QRect, tone: Tone, words: str, font: QFont) -> None:
    """The same in colours and with a sign of one's own."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour(tone.colour))
    painter.setBrush(colour(tone.ground))
    box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, px(HEIGHT) / 2, px(HEIGHT) / 2)
    top = place.top() + (place.height() - px(_ICON)) // 2
    icon(tone.icon, tone.colour).paint(painter, QRect(place.left() + _PAD, top, px(_ICON), px(_ICON)))
    room = place.adjusted(_PAD + px(_ICON) + _GAP, 0, -_PAD + 2, 0)
    painter.setFont(_bold(font))
    elided = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
    painter.restore()


def draw_sign(painter: QPainter, place: QRect, state: LineState) -> None:
    """Draw the sign of ``state`` alone, on its ground, as large as the square ``place``."""
    tone = TONES[state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour(tone.colour))
    painter.setBrush(colour(tone.ground))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    icon(tone.icon, tone.colour).paint(painter, place.adjusted(2, 2, -2, -2))
    painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    bold.setPixelSize(px(12))
    return bold


class BadgeDelegate(QStyledItemDelegate):
    """Draws the cells of a state column."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("primary_soft"))
        words, state = str(index.data()), LineState(index.data(STATE))
        width = min(badge_width(words, option.font), option.rect.width() - 2 * _INSET)
        top = option.rect.top() + (option.rect.height() - px(HEIGHT)) // 2
        draw_badge(painter, QRect(option.rect.left() + _INSET, top, width, px(HEIGHT)), state, words, option.font)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(badge_width(str(index.data()), option.font) + 2 * _INSET, px(HEIGHT) + 2 * _INSET)
