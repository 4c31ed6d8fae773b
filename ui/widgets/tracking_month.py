"""A month's page, Monday first: every day with its milestones as small badges."""

from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain.dates import date_text
from app.domain.milestone_lines import Line
from app.texts import text
from ui.theme import px
from ui.widgets.tracking_keys import takes
from ui.widgets.tracking_month_paint import ENTRY, HEAD, NUMBER, Cell, draw_cell, draw_head
from ui.widgets.tracking_words import line_tip

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_FIRST, _LAST = date(1990, 1, 1), date(2200, 12, 31)
_WEEKS = Calendar(firstweekday=0)


class MonthGrid(QWidget):
    """``day_chosen`` tells the day that was clicked or walked to, ``day_entered`` that Enter was pressed on it,
    ``line_chosen`` the ``Line`` of a badge that was double-clicked."""

    day_chosen = Signal(object)
    day_entered = Signal()
    line_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = date(2000, 1, 1)
        """The chosen day; its month is the one that is shown."""
        self._today = self.day
        self._lines: Mapping[date, Sequence[Line]] = {}
        self._holidays: Mapping[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(text("tracking_page.month_name"))
        self.setMinimumSize(420, 260)

    def sizeHint(self) -> QSize:
        return QSize(760, 460)

    def show_lines(self, lines: Mapping[date, Sequence[Line]], holidays: Mapping[date, str], today: date) -> None:
        """Show other milestones, by their day."""
        self._lines, self._holidays, self._today = lines, holidays, today
        self.update()

    def go_to(self, day: date) -> None:
        """Choose ``day`` and show its month."""
        self.day = min(max(day, _FIRST), _LAST)
        holiday = self._holidays.get(self.day, "")
        count = text("tracking_page.day_count", count=len(self._lines.get(self.day, ())))
        self.setAccessibleDescription(", ".join(part for part in (date_text(self.day), holiday, count) if part))
        self.update()
        self.day_chosen.emit(self.day)

    def go_months(self, count: int) -> None:
        """Choose the same day so many months later, or the last one of a shorter month."""
        month = self.day.year * 12 + self.day.month - 1 + count
        first = date(month // 12, month % 12 + 1, 1)
        after = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
        self.go_to(min(first + timedelta(days=self.day.day - 1), after - timedelta(days=1)))

    def cells(self) -> Iterator[Cell]:
        """The days that are shown, each with its place and what is drawn there."""
        weeks = _WEEKS.monthdatescalendar(self.day.year, self.day.month)
        high = (self.height() - px(HEAD)) / len(weeks)
        for row, week in enumerate(weeks):
            top, bottom = px(HEAD) + round(row * high), px(HEAD) + round((row + 1) * high)
            for column, day in enumerate(week):
                left, right = (round(edge * self.width() / 7) for edge in (column, column + 1))
                yield self._cell(day, QRect(left, top, right - left, bottom - top))

    def _cell(self, day: date, place: QRect) -> Cell:
        lines = self._lines.get(day, ())
        room = max(0, (place.height() - px(NUMBER) - 2) // px(ENTRY))
        shown = len(lines) if len(lines) <= room else max(0, room - 1)
        return Cell(day, place, tuple(lines[:shown]), len(lines) - shown, self._holidays.get(day, ""))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        draw_head(painter, self.width())
        for cell in self.cells():
            if cell.place.intersects(event.rect()):
                draw_cell(painter, cell, self.day, self._today, self.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk over the days, PageUp and PageDown over the months; Enter goes to the day's list."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_months(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            self.go_to(self._today)
        elif takes(event):
            self.day_entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day below the mouse."""
        cell = self._at(event.position().toPoint())
        if cell is not None:
            self.go_to(cell.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A badge leads to its row."""
        line = self._line_at(event.position().toPoint())
        if line is not None:
            self.line_chosen.emit(line)

    def event(self, event: QEvent) -> bool:
        """The tip of the badge below the mouse, or the holiday's name."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line, cell = self._line_at(event.pos()), self._at(event.pos())
            tip = line_tip(line, self._today) if line else (cell.holiday if cell else "")
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _at(self, point: QPoint) -> Cell | None:
        return next((cell for cell in self.cells() if cell.place.contains(point)), None)

    def _line_at(self, point: QPoint) -> Line | None:
        cell = self._at(point)
        if cell is None:
            return None
        place = (point.y() - cell.place.top() - px(NUMBER)) // px(ENTRY)
        return cell.lines[place] if 0 <= place < len(cell.lines) else None
