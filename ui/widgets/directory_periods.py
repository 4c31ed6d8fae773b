"""The periods of a year with their days, typed in place."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from app.domain.dates import date_text, typed_day
from app.domain.occurrence import Calendar, Period, PeriodDates
from app.texts import text
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.directory_words import off_day_hint
from ui.widgets.tracking_words import period_words

_COLUMNS = ("period", "cut_off", "due", "receiver", "hint")
_CUT_OFF, _DUE, _RECEIVER = 1, 2, 3
_LOCKED = (0, 4)


class PeriodTable(DirectoryTable):
    """``edited`` tells a period and its new dates; a cell that was emptied goes back to its default."""

    edited = Signal(object, object)
    wrong_day = Signal(str)
    """What was typed that is no day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([text(f"directory_page.column_{name}") for name in _COLUMNS], (84, 122, 104, 130, 0), parent)
        self.let_edit()
        self._shown: list[tuple[Period, PeriodDates]] = []
        self._default: Mapping[Period, PeriodDates] = {}
        self._year = 0
        self.itemChanged.connect(self._take)

    @property
    def periods(self) -> list[Period]:
        """The periods of the selected cells."""
        return [self._shown[row][0] for row in self.chosen if row < len(self._shown)]

    def show_calendar(self, calendar: Calendar, default: Calendar, year: int) -> None:
        """Show all periods of ``calendar`` by kind, those different from ``default`` said to be so."""
        self._year = year
        self._default = {period: default.dates_of(period, year) for period in calendar.periods}
        kinds = list(calendar.rules)
        ordered = sorted(calendar.periods, key=lambda period: (kinds.index(period.every), period.number))
        self._shown = [(period, calendar.periods[period]) for period in ordered]
        self.show_rows([self._words(period, dates, calendar) for period, dates in self._shown])
        self.blockSignals(True)
        self.lock_columns(_LOCKED)
        self.blockSignals(False)

    def _words(self, period: Period, dates: PeriodDates, calendar: Calendar) -> tuple[str, ...]:
        own = text("directory_page.own_days") if dates != self._default[period] else ""
        hints = "; ".join(one for one in (off_day_hint(dates, calendar.holidays), own) if one)
        return period_words(period), date_text(dates.cut_off), date_text(dates.due), dates.receiver, hints

    @Slot(QTableWidgetItem)
    def _take(self, item: QTableWidgetItem) -> None:
        period, before = self._shown[item.row()]
        words = item.text().strip()
        after = self._with(before, self._default[period], item.column(), words)
        if after is None:
            self.wrong_day.emit(words)
        elif after != before:
            # the next cell may be typed before this one is stored and shown
            self._shown[item.row()] = (period, after)
            self.edited.emit(period, after)
        else:
            self.wrong_day.emit("")

    def _with(self, before: PeriodDates, default: PeriodDates, column: int, words: str) -> PeriodDates | None:
        if column == _RECEIVER:
            return replace(before, receiver=words)
        day = typed_day(words, date(self._year, 1, 1)) if words else None
        if column == _CUT_OFF:
            return replace(before, cut_off=day or default.cut_off) if day or not words else None
        return replace(before, due=day or default.due) if day or not words else None
