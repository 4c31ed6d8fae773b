"""Use cases of the office's reporting calendar of a year."""

from collections.abc import Mapping
from datetime import date

from app.domain.access import Right
from app.domain.dates import date_text
from app.domain.errors import Refused
from app.domain.occurrence import Calendar, Period, PeriodDates, count_of, last_month
from app.ports import Work
from app.services.access import needs
from app.services.tracking import office_calendar, rows_of


@needs(Right.READ)
def calendar_of_year(work: Work, year: int, calendar: Calendar) -> Calendar:
    """The calendar of ``year`` with a line for every period and the holidays of that year only; ``calendar`` is the
    one that offices start from."""
    own = office_calendar(work, year, calendar)
    periods = {period: own.dates_of(period, year) for period in all_periods(calendar)}
    return Calendar(own.rules, periods, {day: name for day, name in own.holidays.items() if day.year == year})


def all_periods(calendar: Calendar) -> list[Period]:
    """Every period of a year but weeks, in the order of the year, short ones first."""
    periods = [Period(every, number) for every in calendar.rules for number in range(1, count_of(every) + 1)]
    return sorted(periods, key=lambda period: (last_month(period), list(calendar.rules).index(period.every)))


@needs(Right.MANAGE)
def save_calendar(
    work: Work, year: int, periods: Mapping[Period, PeriodDates], holidays: Mapping[date, str], calendar: Calendar
) -> None:
    """Set the calendar of ``year``; only what differs from ``calendar`` is kept as the office's own. Raises Refused
    where a report would be due before its figures are cut off, or a holiday lies in another year."""
    for dates in periods.values():
        if dates.due < dates.cut_off:
            raise Refused("calendar.due_before_cut_off", cut_off=date_text(dates.cut_off), due=date_text(dates.due))
    if any(day.year != year for day in holidays):
        raise Refused("calendar.other_year", year=year)
    own = {period: dates for period, dates in periods.items() if dates != calendar.dates_of(period, year)}
    usual = {day: name for day, name in calendar.holidays.items() if day.year == year}
    changed = own or dict(holidays) != usual
    work.save_calendar(year, Calendar({}, own, dict(holidays)) if changed else None)


@needs(Right.MANAGE)
def change_calendar(
    work: Work, year: int, periods: Mapping[Period, PeriodDates], holidays: Mapping[date, str], calendar: Calendar
) -> int:
    """Set the calendar of ``year`` like ``save_calendar``; answers how many open occurrences of the year's plans have
    another due day since. What was met keeps the day it was due on."""
    before = _open_dues(work, year, calendar)
    save_calendar(work, year, periods, holidays, calendar)
    after = _open_dues(work, year, calendar)
    return sum(due != before[place] for place, due in after.items() if place in before)


def _open_dues(work: Work, year: int, calendar: Calendar) -> dict[tuple[int, str], date]:
    rows = (row for plan in work.list_plans() if plan.year == year for row in rows_of(work, plan.id, calendar)[1])
    return {
        (row.row_id or 0, key): one.occurrence.due
        for row in rows
        for key, one in zip(row.keys, row.task.tracked, strict=True)
        if one.done is None and one.cancelled is None
    }
