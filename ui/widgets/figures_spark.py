"""A small line that shows how a figure went over the last periods."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.theme import colour

_DOT = 2.5
_EDGE = 8
_HIGH = 34


def draw_trend(painter: QPainter, rect: QRectF, values: Sequence[float | None]) -> None:
    """Draw ``values``, the last one as a dot, into ``rect``; None is a gap. Nothing below two values."""
    high = min(rect.height(), _HIGH)
    room = QRectF(rect.left(), rect.center().y() - high / 2, rect.width(), high)
    points = _points(room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), values)
    if sum(point is not None for point in points) < 2:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("side_quiet"), 1.5))
    known = [point for point in points if point is not None]
    painter.drawPolyline(known)
    if points[-1] is not None:
        painter.setPen(QPen(colour("primary"), 1))
        painter.setBrush(colour("primary"))
        painter.drawEllipse(points[-1], _DOT, _DOT)
    painter.restore()


def _points(room: QRectF, values: Sequence[float | None]) -> list[QPointF | None]:
    known = [value for value in values if value is not None]
    if not known:
        return []
    least, most = min(known), max(known)
    step = room.width() / max(len(values) - 1, 1)
    share = [None if one is None else (one - least) / (most - least) if most > least else 0.5 for one in values]
    return [
        None if one is None else QPointF(room.left() + step * place, room.bottom() - room.height() * one)
        for place, one in enumerate(share)
    ]
