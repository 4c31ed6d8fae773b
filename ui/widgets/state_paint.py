"""Draws the strip of states: its heading, the ground of a row, a badge with a sign and words."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.icons import icon
from ui.theme import base_font, colour, kept_for_look, px
from ui.widgets.cell_text import draw_text, text_height
from ui.widgets.tone import Tone

_ICON = 14
_PAD = 5
_GAP = 4
_INSET = 3
_TOP = 3
_LINE = 15
"""From one line of a badge to the next, for letters of 12 pixels."""


def draw_head(painter: QPainter, place: QRect, words: str) -> None:
    """The heading, like those of the table."""
    painter.fillRect(place, colour("head"))
    spare = max(0, place.height() - text_height(words, place.width(), True)) if words else 0
    if words:
        draw_text(painter, QRectF(place.adjusted(0, spare // 2, 0, 0)), words, colour("quiet"), True, centred=True)
    _draw_grid(painter, place)


def draw_ground(painter: QPainter, place: QRect, ground: str) -> None:
    """A row's ground in the theme colour ``ground``, with the lines of a table."""
    painter.fillRect(place, colour(ground))
    _draw_grid(painter, place)


def draw_state(painter: QPainter, place: QRect, tone: Tone, words: str) -> None:
    """A badge at the top of ``place``: a sign, and beside it the words in as many lines as they need; the sign alone
    where there are none. Never higher than ``place``."""
    box, lines = badge_box(place, words)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour(tone.colour))
    painter.setBrush(colour(tone.ground))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    left = box.left() + (_PAD if lines else (box.width() - px(_ICON)) // 2)
    sign = QRect(left, box.top() + (box.height() - px(_ICON)) // 2, px(_ICON), px(_ICON))
    icon(tone.icon, tone.colour).paint(painter, sign)
    painter.setFont(_font())
    first = box.top() + (box.height() - len(lines) * px(_LINE)) // 2
    for number, line in enumerate(lines):
        area = QRect(sign.right() + 1 + _GAP, first + number * px(_LINE), box.right() - sign.right() - _GAP, px(_LINE))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), line)
    painter.restore()


def badge_box(place: QRect, words: str) -> tuple[QRect, tuple[str, ...]]:
    """Where the badge stands, and the lines of its words."""
    room = place.width() - 2 * _INSET - _PAD - px(_ICON) - _GAP - 3
    lines = _lines(words, room)
    height = min(max(len(lines), 1) * px(_LINE) + 7, place.height() - 2)
    top = place.top() + min(_TOP, (place.height() - height) // 2)
    return QRect(place.left() + _INSET, top, place.width() - 2 * _INSET - 1, height), lines


def _draw_grid(painter: QPainter, place: QRect) -> None:
    painter.setPen(colour("line"))
    painter.drawLine(place.topRight(), place.bottomRight())
    painter.drawLine(place.bottomLeft(), place.bottomRight())


@kept_for_look(1)
def _font() -> QFont:
    font = base_font()
    font.setPixelSize(px(12))
    font.setBold(True)
    return font


@kept_for_look(2000)
def _lines(words: str, room: int) -> tuple[str, ...]:
    """``words`` broken where a line would be wider than ``room`` pixels."""
    metrics = QFontMetrics(_font())
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
