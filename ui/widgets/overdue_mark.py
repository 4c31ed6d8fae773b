"""How many tasks are late, as a small sign with a number on a tab."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.icons import icon
from ui.theme import base_font, colour, kept_for_look, px

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
    left, top = tab.right() - _EDGE - _width(count), tab.top() + (tab.height() - px(_HEIGHT)) // 2
    box = QRect(left, top, _width(count), px(_HEIGHT))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("bad_soft"))
    painter.drawRoundedRect(QRectF(box), px(_HEIGHT) / 2, px(_HEIGHT) / 2)
    icon("warning", "bad").paint(
        painter, QRect(left + _PAD, top + (px(_HEIGHT) - px(_ICON)) // 2, px(_ICON), px(_ICON))
    )
    painter.setPen(colour("bad"))
    painter.setFont(_font())
    painter.drawText(box.adjusted(_PAD + px(_ICON) + _GAP, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), str(count))
    painter.restore()


def _width(count: int) -> int:
    return _PAD + px(_ICON) + _GAP + QFontMetrics(_font()).horizontalAdvance(str(count)) + _PAD


@kept_for_look(1)
def _font() -> QFont:
    font = QFont(base_font())
    font.setPixelSize(px(11))
    font.setBold(True)
    return font
