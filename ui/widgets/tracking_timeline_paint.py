"""How the timeline is drawn: the year's months across, a task in each row, a sign for each of its milestones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from app.domain.line_groups import share_of_year
from app.domain.milestone_lines import Line
from app.texts import text
from ui.theme import colour, px
from ui.widgets.tracking_badge import HEIGHT, badge_width, draw_badge, draw_sign
from ui.widgets.tracking_words import TONES, state_words

HEAD = 40
"""Height of the line with the months, which stays while the tasks scroll."""
ROW = 30
SIGN = 16
_GUTTER = 36
_LEAST = 11
_BAR = 8
_PAD = 8
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the days of ``year`` stand between ``left`` and ``right``; the years before and after have a narrow
    strip each at the edges."""

    year: int
    left: int
    right: int

    def x_of(self, day: date) -> int:
        """The middle of ``day``."""
        share = share_of_year(day, self.year)
        if share < 0:
            return self.left + px(_GUTTER) // 2
        if share > 1:
            return self.right - px(_GUTTER) // 2
        return round(self.left + px(_GUTTER) + share * (self.right - self.left - 2 * px(_GUTTER)))

    def months(self) -> list[int]:
        """The edges of the months: thirteen of them."""
        room = self.right - self.left - 2 * px(_GUTTER)
        starts = [share_of_year(date(self.year, month, 1), self.year) for month in range(1, 13)]
        return [round(self.left + px(_GUTTER) + start * room) for start in starts] + [self.right - px(_GUTTER)]

    def marks(self, lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
        """Each line that has a day with the middle of its sign; neighbours keep apart, so that none hides another."""
        last = -px(_LEAST)
        for line in lines:
            if line.day is not None:
                last = max(self.x_of(line.day), last + px(_LEAST))
                yield last, line


def draw_head(painter: QPainter, scale: Scale, width: int, today: date) -> None:
    """The months and the word above the line of today."""
    painter.save()
    painter.fillRect(QRect(0, 0, width, px(HEAD)), colour("head"))
    painter.setFont(_sized(painter.font(), 13, bold=True))
    painter.setPen(colour("quiet"))
    half = px(HEAD) // 2
    painter.drawText(QRect(_PAD, 0, scale.left - _PAD, px(HEAD)), _MIDDLE, text("tracking_page.column_name"))
    painter.setFont(_sized(painter.font(), 11))
    edges = scale.months()
    wide = QFontMetrics(painter.font()).horizontalAdvance(text("tracking_page.timeline_month", month=12)) + 4
    key = "timeline_month" if edges[1] - edges[0] >= wide else "timeline_month_short"
    for month in range(1, 13):
        place = QRect(edges[month - 1], 0, edges[month] - edges[month - 1], half)
        painter.drawText(place, _CENTRE, text(f"tracking_page.{key}", month=month))
    painter.drawText(QRect(scale.left, 0, px(_GUTTER), half), _CENTRE, str(scale.year - 1))
    painter.drawText(QRect(scale.right - px(_GUTTER), 0, px(_GUTTER), half), _CENTRE, str(scale.year + 1))
    if today.year == scale.year:
        _draw_today_words(painter, scale.x_of(today), half)
    painter.setPen(colour("line_strong"))
    painter.drawLine(0, px(HEAD) - 1, width, px(HEAD) - 1)
    painter.restore()


def _draw_today_words(painter: QPainter, x: int, top: int) -> None:
    words = text("tracking_page.today_mark")
    painter.setFont(_sized(painter.font(), 11, bold=True))
    wide = QFontMetrics(painter.font()).horizontalAdvance(words) + 10
    place = QRect(x - wide // 2, top, wide, px(HEAD) - top - 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("primary"))
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(colour("card"))
    painter.drawText(place, _CENTRE, words)


def draw_ground(painter: QPainter, scale: Scale, height: int, today: date) -> None:
    """The edges of the months and the line of today, below the rows' signs."""
    painter.setPen(colour("line"))
    for x in scale.months():
        painter.drawLine(x, px(HEAD), x, height)
    painter.setPen(colour("line_strong"))
    painter.drawLine(scale.left, px(HEAD), scale.left, height)
    if today.year == scale.year:
        painter.setPen(QPen(colour("primary"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(scale.x_of(today), px(HEAD), scale.x_of(today), height)


def draw_row(painter: QPainter, scale: Scale, top: int, label: str, lines: Sequence[Line], today: date) -> None:
    """A task: its ``label`` at the left, its milestones at their days; one without a day has its state in words."""
    painter.setPen(colour("text"))
    room = QRect(_PAD, top, scale.left - 2 * _PAD, px(ROW))
    elided = QFontMetrics(painter.font()).elidedText(label, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, elided)
    painter.setPen(colour("line"))
    painter.drawLine(0, top + px(ROW) - 1, scale.right, top + px(ROW) - 1)
    marks = list(scale.marks(lines))
    for x, line in marks:
        if line.start is not None and line.due is not None:
            _draw_bar(painter, QRect(scale.x_of(line.start), top + (px(ROW) - px(_BAR)) // 2, 0, px(_BAR)), x, line)
    for x, line in marks:
        draw_sign(painter, sign_place(x, top), line.state)
    undated = next((line for line in lines if line.day is None), None)
    if undated is not None:
        words = state_words(undated, today)
        wide = badge_width(words, painter.font())
        draw_badge(
            painter,
            QRect(scale.left + _PAD, top + (px(ROW) - px(HEIGHT)) // 2, wide, px(HEIGHT)),
            undated.state,
            words,
            painter.font(),
        )


def sign_place(x: int, top: int) -> QRect:
    """The square of a sign with its middle at ``x`` in the row at ``top``."""
    return QRect(x - px(SIGN) // 2, top + (px(ROW) - px(SIGN)) // 2, px(SIGN), px(SIGN))


def draw_frame(painter: QPainter, place: QRect) -> None:
    """The frame around the current sign."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("primary"), 2))
    painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 5, 5)
    painter.restore()


def _draw_bar(painter: QPainter, place: QRect, right: int, line: Line) -> None:
    tone = TONES[line.state]
    painter.setPen(colour(tone.colour))
    painter.setBrush(colour(tone.ground))
    place.setRight(max(right, place.left() + 2))
    painter.drawRect(place)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _sized(font: QFont, pixels: int, bold: bool = False) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(px(pixels))
    sized.setBold(bold)
    return sized
