"""What the signs of the states mean, in one line; goes on below where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.milestone_lines import LineState
from app.texts import text
from ui.theme import colour, measured, px
from ui.widgets.tracking_badge import draw_sign

_LINE = 22
_SIGN = 16
_WITHIN = 4
_BETWEEN = 14
SHOWN = (
    LineState.OVERDUE,
    LineState.DUE_SOON,
    LineState.NOT_DUE,
    LineState.DONE_ON_TIME,
    LineState.DONE_LATE,
    LineState.CANCELLED,
    LineState.TO_ASK,
)


class StateLegend(QWidget):
    """The signs of ``states`` with their words."""

    def __init__(self, states: Sequence[LineState] = SHOWN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = [(state, text(f"tracking_page.states_{state}")) for state in states]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        measured(self, StateLegend._measure)

    def sizeHint(self) -> QSize:
        return QSize(500, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        places = self._places()
        self.setFixedHeight(places[-1].bottom() + 1 if places else px(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        for place, (state, words) in zip(self._places(), self._entries, strict=True):
            draw_sign(
                painter, QRect(place.left(), place.top() + (px(_LINE) - px(_SIGN)) // 2, px(_SIGN), px(_SIGN)), state
            )
            painter.setPen(colour("quiet"))
            room = place.adjusted(px(_SIGN) + _WITHIN, 0, 0, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _places(self) -> list[QRect]:
        metrics, found = QFontMetrics(self.font()), []
        left, top = 0, 0
        for _, words in self._entries:
            wide = px(_SIGN) + _WITHIN + metrics.horizontalAdvance(words) + 2
            if left and left + wide > self.width():
                left, top = 0, top + px(_LINE)
            found.append(QRect(left, top, wide, px(_LINE)))
            left += wide + _BETWEEN
        return found
