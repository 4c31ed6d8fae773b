"""How many tasks are late, as a small sign with a number on a tab."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.icons import icon
from ui.theme import base_font, colour

_HEIGHT = 16
_ICON = 11
_PAD = 3
_GAP = 2
_EDGE = 2
_FREE = 12
"""What the tab leaves free beside its text anyway."""


def mark_room(count: int) -> int:
    """How much wider a tab must be to show the mark, in device-independent pixels."""
    return _width(count) + _EDGE - _FREE


def draw_mark(painter: QPainter, tab: QRect, count: int) -> None:
    """Draw the mark at the right edge of ``tab``."""
    left, top = tab.right() - _EDGE - _width(count), tab.top() + (tab.height() - _HEIGHT) // 2
    box = QRect(left, top, _width(count), _HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("bad_soft"))
    painter.drawRoundedRect(QRectF(box), _HEIGHT / 2, _HEIGHT / 2)
    icon("warning", "bad").paint(painter, QRect(left + _PAD, top + (_HEIGHT - _ICON) // 2, _ICON, _ICON))
    painter.setPen(colour("bad"))
    painter.setFont(_font())
    painter.drawText(box.adjusted(_PAD + _ICON + _GAP, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), str(count))
    painter.restore()


def _width(count: int) -> int:
    return _PAD + _ICON + _GAP + QFontMetrics(_font()).horizontalAdvance(str(count)) + _PAD


@lru_cache(maxsize=1)
def _font() -> QFont:
    font = QFont(base_font())
    font.setPixelSize(11)
    font.setBold(True)
    return font
