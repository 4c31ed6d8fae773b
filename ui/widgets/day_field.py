"""A field for a day: typed as 5/3/2026 or 0503, counted with the arrow keys, or picked from a calendar."""

from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from app.domain.dates import date_text, typed_day
from app.texts import text
from ui.icons import icon
from ui.theme import measured, px

_WIDTH = 156


class DayField(QLineEdit):
    """``day_changed`` tells the day that the field says now, None where it is empty or says no day."""

    day_changed = Signal(object)

    def __init__(self, today: date, day: date | None = None, parent: QWidget | None = None) -> None:
        """``today`` gives the year to what is typed without one, and where the arrow keys start."""
        super().__init__(parent)
        self._today = today
        self.calendar: QCalendarWidget | None = None
        """The calendar, made when first asked for."""
        self.setPlaceholderText(text("marking.day_hint"))
        measured(self, lambda widget: widget.setFixedWidth(px(_WIDTH)))
        pick = self.addAction(icon("calendar", "quiet"), QLineEdit.ActionPosition.TrailingPosition)
        pick.setToolTip(text("marking.day_pick"))
        pick.triggered.connect(self.open_calendar)
        self.textEdited.connect(self._tell)
        self.show_day(day)

    @property
    def day(self) -> date | None:
        """The day the field says; None where it is empty or says no day."""
        return typed_day(self.text(), self._today)

    @property
    def is_wrong(self) -> bool:
        """Whether something is written that is no day."""
        return bool(self.text().strip()) and self.day is None

    def show_day(self, day: date | None) -> None:
        """Show ``day`` without telling anybody."""
        self.setText(date_text(day) if day else "")

    @Slot()
    def open_calendar(self) -> None:
        """Let the day be picked from a month's page."""
        if self.calendar is None:
            self.calendar = _calendar(self)
            self.calendar.clicked.connect(self._pick)
            self.calendar.activated.connect(self._pick)
        shown = self.day or self._today
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        self.calendar.show()
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down count the days; Alt+Down opens the calendar, as it does everywhere."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            day = self.day
            self._take(day + timedelta(days=step) if day else self._today)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed in short stands there in full."""
        super().focusOutEvent(event)
        if self.day is not None:
            self.show_day(self.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click takes the whole day, not the digits between two strokes."""
        del event
        self.selectAll()

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        if self.calendar is not None:
            self.calendar.hide()
        self._take(cast(date, day.toPython()))
        self.setFocus()

    def _take(self, day: date) -> None:
        self.show_day(day)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.day_changed.emit(self.day)


def _calendar(parent: QWidget) -> QCalendarWidget:
    made = QCalendarWidget(parent)
    made.setWindowFlags(Qt.WindowType.Popup)
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    return made
