"""Sổ đôn đốc before it is printed or written to a file: day, days ahead, period, units and paper can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from app.documents.model import Document
from app.documents.progress_words import period_words
from app.documents.reminder_list import COMING_DAYS, Reminders, reminder_document
from app.domain.errors import Refused
from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import lines_of
from app.domain.occurrence import Period
from app.domain.plan import Plan
from app.domain.settings import SOON_DAYS
from app.domain.tracking import TrackedRow
from app.texts import text
from ui.dialogs.document_preview import DocumentPreview
from ui.dialogs.preview_options import MakeDocument, PreviewOptions, paper_box
from ui.widgets.check_list import CheckList
from ui.widgets.day_field import DayField

_DAYS_AHEAD = (7, 10, 15, COMING_DAYS, 45, 60, 90, 180, 366)


@dataclass(frozen=True, slots=True)
class Followed:
    """A plan with its rows as they are noted, the units and periods that its dated milestones have, and the day it is
    ``today``; ``shown`` is what the page it is asked from shows; what is due within ``soon_days`` comes soon."""

    plan: Plan
    rows: Sequence[TrackedRow]
    units: Sequence[str]
    periods: Sequence[Period]
    today: date
    shown: LineFilter
    soon_days: int = SOON_DAYS


def make_reminders(plan: Plan, rows: Sequence[TrackedRow], wanted: Reminders | None, soon_days: int) -> Document:
    """The list; Refused where no day is given or no unit is ticked."""
    if wanted is None:
        raise Refused("print.no_day")
    if wanted.units is not None and not wanted.units:
        raise Refused("print.no_unit")
    return reminder_document(plan, lines_of(plan, rows, wanted.day, soon_days), wanted)


class ReminderOptions(PreviewOptions):
    """What the list is to hold."""

    def __init__(self, followed: Followed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed = followed
        self.all_units = QCheckBox(text("print.all_units"))
        self.units = CheckList()
        self.day = DayField(followed.today, followed.today)
        self.coming_days = QComboBox()
        self.period = QComboBox()
        self.paper = paper_box()
        for days in _DAYS_AHEAD:
            self.coming_days.addItem(text("print.days_ahead", days=days), days)
        self.coming_days.setCurrentIndex(_DAYS_AHEAD.index(COMING_DAYS))
        self.period.addItem(text("print.all_periods"), None)
        for period in followed.periods:
            self.period.addItem(period_words(period), period)
        self.units.show_names([unit or text("progress.sheet_no_unit") for unit in followed.units])
        self._show_filter(followed.shown)
        self._lay_out()

    def wanted(self) -> Reminders | None:
        """What is chosen; None where the day makes no sense."""
        day = self.day.day
        if day is None:
            return None
        chosen = self.units.chosen()
        units = None if len(chosen) == len(self._followed.units) else [self._followed.units[place] for place in chosen]
        return Reminders(
            day, self.coming_days.currentData(), units, self.period.currentData(), self.paper.currentData()
        )

    def document_maker(self) -> MakeDocument:
        """The list as chosen."""
        followed = self._followed
        return partial(make_reminders, followed.plan, followed.rows, self.wanted(), followed.soon_days)

    def _show_filter(self, shown: LineFilter) -> None:
        """Begin with the unit and the period that the page shows."""
        units, periods = self._followed.units, self._followed.periods
        if shown.unit in units:
            self.units.tick([units.index(shown.unit)])
        if shown.period in periods:
            self.period.setCurrentIndex(periods.index(shown.period) + 1)
        self._note_all()

    @Slot()
    def _note_all(self) -> None:
        self.all_units.setChecked(len(self.units.chosen()) == self.units.count())

    @Slot(bool)
    def _tick_all(self, ticked: bool) -> None:
        self.units.tick(range(self.units.count()) if ticked else ())

    def _lay_out(self) -> None:
        self.add_list(text("print.units"), self.units, 1)
        self.column.addWidget(self.all_units)
        self.fields += [
            (text("print.day"), self.day),
            (text("print.coming_days"), self.coming_days),
            (text("print.period"), self.period),
            (text("print.paper"), self.paper),
        ]
        self.units.ticked.connect(self._note_all)
        self.units.ticked.connect(self.changed)
        self.all_units.clicked.connect(self._tick_all)
        self.day.day_changed.connect(self.changed)
        for box in (self.coming_days, self.period, self.paper):
            box.currentIndexChanged.connect(self.changed)


class ReminderPreview(DocumentPreview):
    """The preview of Sổ đôn đốc."""

    def __init__(self, followed: Followed, parent: QWidget | None = None) -> None:
        self.list_choices = ReminderOptions(followed)
        super().__init__(text("print.reminder_title"), self.list_choices, parent)
