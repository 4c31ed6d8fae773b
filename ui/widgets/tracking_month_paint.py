"""How a day of the month's page is drawn."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from app.domain.milestone_lines import Line
from app.texts import text
from ui.icons import icon
from ui.theme import colour, px
from ui.widgets.tracking_words import TONES, line_title

HEAD = 26
"""Height of the line with the days of the week."""
NUMBER = 22
"""Height of the line with the day's number."""
ENTRY = 19
"""Height of a badge and the distance to the next."""
_SIGN = 13
_SATURDAY = 5
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in its place: the lines that find room, how many more there are, and the holiday's name."""

    day: date
    place: QRect
    lines: tuple[Line, ...]
    more: int
    holiday: str


def draw_head(painter: QPainter, width: int) -> None:
    """The days of the week above the page."""
    painter.save()
    painter.fillRect(QRect(0, 0, width, px(HEAD)), colour("head"))
    painter.setFont(_sized(painter.font(), 12, bold=True))
    painter.setPen(colour("quiet"))
    for column in range(7):
        left, right = (round(edge * width / 7) for edge in (column, column + 1))
        words = text(f"tracking_page.weekday_{column}")
        painter.drawText(QRect(left, 0, right - left, px(HEAD)), int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()


def draw_cell(painter: QPainter, cell: Cell, chosen: date, today: date, has_focus: bool) -> None:
    """One day; ``chosen`` is the chosen day, whose month is shown."""
    painter.save()
    painter.fillRect(cell.place, colour(_ground(cell, chosen)))
    painter.setPen(colour("line"))
    painter.drawRect(cell.place.adjusted(-1, -1, -1, -1))
    _draw_number(painter, cell, cell.day.month == chosen.month, cell.day == today)
    for number, line in enumerate(cell.lines):
        _draw_entry(painter, _entry_place(cell, number), line)
    if cell.more:
        painter.setFont(_sized(painter.font(), 11))
        painter.setPen(colour("quiet"))
        room = _entry_place(cell, len(cell.lines)).adjusted(4, 0, 0, 0)
        words = text("tracking_page.more", count=cell.more)
        if QFontMetrics(painter.font()).horizontalAdvance(words) > room.width():
            words = f"+{cell.more}"
        painter.drawText(room, _MIDDLE, words)
    if cell.day == chosen:
        painter.setPen(QPen(colour("primary" if has_focus else "line_strong"), 2))
        painter.drawRect(cell.place.adjusted(1, 1, -2, -2))
    painter.restore()


def _ground(cell: Cell, chosen: date) -> str:
    if cell.holiday:
        return "warn_soft"
    if cell.day.weekday() >= _SATURDAY:
        return "head"
    return "card" if cell.day.month == chosen.month else "section"


def _entry_place(cell: Cell, number: int) -> QRect:
    top = cell.place.top() + px(NUMBER) + number * px(ENTRY)
    return QRect(cell.place.left() + 3, top, cell.place.width() - 7, px(ENTRY) - 2)


def _draw_number(painter: QPainter, cell: Cell, in_month: bool, is_today: bool) -> None:
    painter.save()
    words = str(cell.day.day)
    painter.setFont(_sized(painter.font(), 12, bold=in_month))
    wide = max(22, QFontMetrics(painter.font()).horizontalAdvance(words) + 10)
    place = QRect(cell.place.left() + 3, cell.place.top() + 3, wide, px(NUMBER) - 5)
    painter.setPen(colour("text" if in_month else "quiet"))
    if is_today:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary"))
        painter.drawRoundedRect(QRectF(place), 8, 8)
        painter.setPen(colour("card"))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
    _draw_beside(painter, cell, place.right() + 4, is_today)
    painter.restore()


def _draw_beside(painter: QPainter, cell: Cell, left: int, is_today: bool) -> None:
    """The holiday's name, else the word for today."""
    words = cell.holiday or (text("tracking_page.today_mark") if is_today else "")
    painter.setFont(_sized(painter.font(), 11))
    painter.setPen(colour("warn" if cell.holiday else "primary"))
    room = QRect(left, cell.place.top() + 3, cell.place.right() - left - 3, px(NUMBER) - 5)
    elided = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, elided)


def _draw_entry(painter: QPainter, place: QRect, line: Line) -> None:
    tone = TONES[line.state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour(tone.colour))
    painter.setBrush(colour(tone.ground))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    sign = QRect(place.left() + 3, place.top() + (place.height() - px(_SIGN)) // 2, px(_SIGN), px(_SIGN))
    icon(tone.icon, tone.colour).paint(painter, sign)
    room = place.adjusted(px(_SIGN) + 6, 0, -2, 0)
    painter.setFont(_sized(painter.font(), 11))
    painter.setPen(colour("text"))
    elided = QFontMetrics(painter.font()).elidedText(line_title(line), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, elided)
    painter.restore()


def _sized(font: QFont, pixels: int, bold: bool = False) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(px(pixels))
    sized.setBold(bold)
    return sized
