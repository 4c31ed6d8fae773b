"""The dated occurrences of a row's milestones: what has to be met, and by which day."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.milestone import Every, Milestone, MilestoneKind

_FRIDAY = 4
_LAST_MONTHS: dict[Every, tuple[int, ...]] = {
    Every.MONTHLY: tuple(range(1, 13)),
    Every.QUARTERLY: (3, 6, 9, 12),
    Every.SIX_MONTHLY: (6,),
    Every.NINE_MONTHLY: (9,),
    Every.YEARLY: (12,),
}
"""The last months of each kind of period, the longer kinds last: of coinciding periods the longest names the
occurrence (Nghị định 09/2019/NĐ-CP, Điều 12)."""


@dataclass(frozen=True, slots=True)
class PeriodDays:
    """Of one kind of period: the day of its last month that figures are cut off on, and the day they are due,
    ``due_month_offset`` months after that month. ``receiver`` is the office the report goes to."""

    cut_off_day: int
    due_day: int
    due_month_offset: int = 0
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period: its kind, and its number within the year (week, month or quarter; 1 otherwise)."""

    every: Every
    number: int


@dataclass(frozen=True, slots=True)
class PeriodDates:
    """The days of one period as an office has set them: figures are cut off on ``cut_off``, the report is ``due``
    at the office ``receiver``."""

    cut_off: date
    due: date
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """An office's reporting calendar for a year: the ``rules`` for each kind of period, the periods for which it has
    set other days, and the public ``holidays`` with their names."""

    rules: Mapping[Every, PeriodDays]
    periods: Mapping[Period, PeriodDates] = field(default_factory=dict)
    holidays: Mapping[date, str] = field(default_factory=dict)

    def dates_of(self, period: Period, year: int) -> PeriodDates:
        """Cut-off and due day of ``period`` (not a week) of ``year``."""
        return self.periods.get(period) or self._by_rule(period, year)

    def _by_rule(self, period: Period, year: int) -> PeriodDates:
        rule, month = self.rules[period.every], last_month(period)
        due = day_of_month(year, month + rule.due_month_offset, rule.due_day)
        cut_off = min(day_of_month(year, month, rule.cut_off_day), due)
        return PeriodDates(cut_off, due, rule.receiver)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One dated thing to be met: ``milestone`` is the position (from 0) in the row's milestones. ``period`` and
    ``cut_off`` are set for periodic milestones only."""

    milestone: int
    what: str | None
    kind: MilestoneKind
    due: date
    start: date | None = None
    period: Period | None = None
    cut_off: date | None = None


def occurrences_of(
    milestones: Sequence[Milestone], year: int, calendar: Calendar, effective: date | None = None
) -> list[Occurrence]:
    """The dated occurrences of a row's milestones in the order of the cell, those of one milestone by due day.

    ``year`` is the plan's. Periodic occurrences due before the day ``effective``, on which the plan takes effect, are
    not created; continuous, conditional and ad hoc milestones have none.
    """
    found: list[Occurrence] = []
    for position, milestone in enumerate(milestones):
        if milestone.due is not None:
            found.append(Occurrence(position, milestone.what, milestone.kind, milestone.due, milestone.start))
        elif milestone.kind is MilestoneKind.PERIODIC:
            dated = _periodic(position, milestone, year, calendar)
            found += [one for one in dated if effective is None or one.due >= effective]
    return found


def _periodic(position: int, milestone: Milestone, year: int, calendar: Calendar) -> list[Occurrence]:
    longest: dict[int, Every] = {}
    for every, months in _LAST_MONTHS.items():
        longest |= {month: every for month in months if every in milestone.every}
    dated = [_in_month(position, milestone, year, month, every, calendar) for month, every in longest.items()]
    if Every.WEEKLY in milestone.every:
        dated += _weekly(position, milestone, year)
    return sorted(dated, key=lambda one: one.due)


def _in_month(
    position: int, milestone: Milestone, year: int, month: int, every: Every, calendar: Calendar
) -> Occurrence:
    period = Period(every, _number(every, month))
    dates = calendar.dates_of(period, year)
    rule = milestone.rule
    due = day_of_month(year, month + rule.month_offset, rule.day) if rule else dates.due
    return Occurrence(position, milestone.what, milestone.kind, due, None, period, min(dates.cut_off, due))


def _number(every: Every, month: int) -> int:
    if every is Every.MONTHLY:
        return month
    return month // 3 if every is Every.QUARTERLY else 1


def last_month(period: Period) -> int:
    """The month that ``period`` (not a week) ends in, 1 to 12."""
    return _LAST_MONTHS[period.every][period.number - 1]


def count_of(every: Every) -> int:
    """How many periods of a kind (not weeks) a year has."""
    return len(_LAST_MONTHS[every])


def reporting_periods(year: int, calendar: Calendar, effective: date | None = None) -> list[tuple[Period, PeriodDates]]:
    """The four periods reported upward in ``year`` (quý I, 6 tháng, 9 tháng, năm: Nghị định 09/2019/NĐ-CP, Điều 12),
    without those due before the day ``effective``."""
    all_four = (
        Period(Every.QUARTERLY, 1),
        Period(Every.SIX_MONTHLY, 1),
        Period(Every.NINE_MONTHLY, 1),
        Period(Every.YEARLY, 1),
    )
    dated = [(period, calendar.dates_of(period, year)) for period in all_four]
    return [(period, dates) for period, dates in dated if effective is None or dates.due >= effective]


def _weekly(position: int, milestone: Milestone, year: int) -> list[Occurrence]:
    first = date(year, 1, 1)
    friday = first + timedelta(days=(_FRIDAY - first.weekday()) % 7)
    days = [friday + timedelta(weeks=week) for week in range(53)]
    return [
        Occurrence(position, milestone.what, milestone.kind, day, None, Period(Every.WEEKLY, number), day)
        for number, day in enumerate(days, 1)
        if day.year == year
    ]


def day_of_month(year: int, month: int, day: int) -> date:
    """``day`` of ``month`` (which may run past December), or the month's last day where it has fewer."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))
