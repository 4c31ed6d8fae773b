"""The tab of the reporting calendar: periods and holidays of a year, stored with every edit."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.dates import date_text
from app.domain.occurrence import Calendar, Period, PeriodDates
from app.exchange.calendars import calendar_sources, default_calendar
from app.services.calendars import calendar_of_year, change_calendar
from app.texts import text
from ui.dialogs.holiday import HolidayDialog
from ui.operations import Operations
from ui.pages.directory_tab import DirectoryTab
from ui.theme import GAP, measured, px
from ui.widgets.directory_card import DirectoryCard, button
from ui.widgets.directory_periods import PeriodTable
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.directory_words import weekday
from ui.widgets.tracking_words import period_words

_YEARS = range(-6, 5)
"""The years to choose from, counted from today's."""
_HOLIDAYS_WIDTH = 388


class CalendarTab(DirectoryTab):
    """``shown`` is the calendar of the chosen year as it is on the screen."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.shown = Calendar({})
        self.year = QComboBox()
        self.year.setAccessibleName(text("directory_page.year"))
        self.periods = PeriodTable()
        self.holidays = DirectoryTable(
            [text(f"directory_page.column_{name}") for name in ("day", "weekday", "holiday")], (92, 84, 0)
        )
        self.period_default = _button("period_default", "undo")
        self.year_default = _button("year_default", None)
        self.add = _button("holiday_add", "add")
        self.remove = _button("holiday_remove", "remove")
        self._lay_out()
        self._connect()
        operations.rights.need(Right.MANAGE, self.period_default, self.year_default, self.add, self.remove)
        operations.rights.follow(Right.MANAGE, self, self.periods.allow_writing)

    def read(self) -> None:
        """Read the calendar of the chosen year, at first that of today."""
        if self.year.count() == 0:
            self._offer_years()
        year = self.chosen_year
        use_case = partial(calendar_of_year, year=year, calendar=default_calendar())
        self.operations.read(use_case, partial(self._show, year))

    @property
    def chosen_year(self) -> int:
        """The year whose calendar is shown."""
        return int(self.year.currentData())

    def _offer_years(self) -> None:
        self.year.blockSignals(True)
        for ahead in _YEARS:
            year = self.clock.today.year + ahead
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(_YEARS.index(0))
        self.year.blockSignals(False)

    def take_focus(self) -> None:
        """The days of the periods."""
        self.periods.setFocus()

    def _show(self, year: int, calendar: Calendar) -> None:
        if year != self.chosen_year:
            return
        self.shown = calendar
        self.periods.show_calendar(calendar, default_calendar(), year)
        days = sorted(calendar.holidays.items())
        self.holidays.show_rows([(date_text(day), weekday(day), name) for day, name in days])
        self.remove.setEnabled(bool(days))

    @Slot()
    def _read_other_year(self) -> None:
        self.said.emit("")
        self.read()

    @Slot(object, object)
    def _change(self, period: Period, dates: PeriodDates) -> None:
        label = text("directory_page.undo_period", period=period_words(period), year=self.chosen_year)
        self._store(replace(self.shown, periods={**self.shown.periods, period: dates}), label)

    @Slot()
    def periods_to_default(self) -> None:
        """Give the selected periods their default days again."""
        chosen = self.periods.periods
        if chosen:
            usual = {period: default_calendar().dates_of(period, self.chosen_year) for period in chosen}
            label = text("directory_page.undo_default", year=self.chosen_year)
            self._store(replace(self.shown, periods={**self.shown.periods, **usual}), label)

    @Slot()
    def year_to_default(self) -> None:
        """Give the whole year its default periods and holidays again."""
        year, usual = self.chosen_year, default_calendar()
        periods = {period: usual.dates_of(period, year) for period in self.shown.periods}
        holidays = {day: name for day, name in usual.holidays.items() if day.year == year}
        whole = replace(self.shown, periods=periods, holidays=holidays)
        self._store(whole, text("directory_page.undo_default", year=year))

    @Slot()
    def add_holiday(self) -> None:
        """Ask for another day off."""
        dialog = HolidayDialog(self.chosen_year, self)
        dialog.agreed.connect(self._add_holiday)
        dialog.open()

    @Slot()
    def remove_holiday(self) -> None:
        """Take the selected day off away; undo brings it back."""
        days = sorted(self.shown.holidays)
        chosen = {days[row] for row in self.holidays.chosen if row < len(days)}
        if chosen:
            kept = {day: name for day, name in self.shown.holidays.items() if day not in chosen}
            self._store(replace(self.shown, holidays=kept), text("directory_page.undo_holidays", year=self.chosen_year))

    @Slot(object, str)
    def _add_holiday(self, day: date, name: str) -> None:
        holidays = {**self.shown.holidays, day: name}
        self._store(replace(self.shown, holidays=holidays), text("directory_page.undo_holidays", year=self.chosen_year))

    def _store(self, calendar: Calendar, label: str) -> None:
        self.shown = calendar
        use_case = partial(
            change_calendar,
            year=self.chosen_year,
            periods=calendar.periods,
            holidays=calendar.holidays,
            calendar=default_calendar(),
        )
        self.operations.write(label, use_case, self._stored, self._refused)

    def _stored(self, moved: int) -> None:
        self.said.emit(text("directory_page.moved", count=moved) if moved else text("directory_page.moved_none"))

    def _refused(self, sentence: str) -> None:
        self.operations.refused.emit(sentence)
        self.read()

    @Slot(str)
    def _say_wrong_day(self, words: str) -> None:
        if words:
            self.operations.refused.emit(text("directory_page.typed_wrong", words=words))
        self.read()

    def _connect(self) -> None:
        self.year.currentIndexChanged.connect(self._read_other_year)
        self.periods.edited.connect(self._change)
        self.periods.wrong_day.connect(self._say_wrong_day)
        self.periods.remove_wanted.connect(self.period_default.click)
        self.period_default.clicked.connect(self.periods_to_default)
        self.year_default.clicked.connect(self.year_to_default)
        self.add.clicked.connect(self.add_holiday)
        self.remove.clicked.connect(self.remove_holiday)
        self.holidays.remove_wanted.connect(self.remove.click)

    def _lay_out(self) -> None:
        source, holidays_source = calendar_sources()
        year = QLabel(text("directory_page.year"))
        year.setBuddy(self.year)
        hint = text("directory_page.periods_hint", source=source)
        buttons = (self.period_default, self.year_default)
        periods = DirectoryCard(text("directory_page.periods_title"), self.periods, buttons, hint)
        periods.line.insertWidget(0, year)
        periods.line.insertWidget(1, self.year)
        hint = text("directory_page.holidays_hint", source=holidays_source)
        holidays = DirectoryCard(text("directory_page.holidays_title"), self.holidays, (self.add, self.remove), hint)
        measured(holidays, lambda widget: widget.setFixedWidth(px(_HOLIDAYS_WIDTH)))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(periods, 1)
        line.addWidget(holidays)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line, 1)


def _button(name: str, picture: str | None) -> QPushButton:
    return button(text(f"directory_page.{name}"), picture, text(f"directory_page.{name}_tip"))
