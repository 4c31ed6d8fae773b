"""Days on which offices are closed, and counting from a day."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.domain.milestone import After
from app.domain.occurrence import day_of_month

_SATURDAY = 5


def is_weekend(day: date) -> bool:
    """Whether ``day`` is a Saturday or Sunday."""
    return day.weekday() >= _SATURDAY


def is_off(day: date, holidays: Mapping[date, str]) -> bool:
    """Whether offices are closed on ``day``."""
    return is_weekend(day) or day in holidays


def day_after(event: date, after: After | None, holidays: Mapping[date, str]) -> date:
    """The day ``after`` the ``event``; the event's own day where nothing is said. Working days leave out weekends and
    ``holidays`` (Bộ luật Dân sự 2015, Điều 147, 148: the day of the event does not count)."""
    if after is None:
        return event
    if after.unit == "month":
        return day_of_month(event.year, event.month + after.amount, event.day)
    if after.unit == "working_day":
        return _working_days_after(event, after.amount, holidays)
    return event + timedelta(days=after.amount * (7 if after.unit == "week" else 1))


def _working_days_after(event: date, amount: int, holidays: Mapping[date, str]) -> date:
    day = event
    while amount > 0:
        day += timedelta(days=1)
        amount -= not is_off(day, holidays)
    return day
