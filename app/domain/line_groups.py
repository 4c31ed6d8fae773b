"""Milestones put together for a calendar and for a timeline."""

from collections.abc import Iterable
from datetime import date

from app.domain.milestone_lines import Line


def by_day(lines: Iterable[Line]) -> dict[date, list[Line]]:
    """The lines of each day in the order of the plan; what has no day is left out."""
    found: dict[date, list[Line]] = {}
    for line in lines:
        if line.day is not None:
            found.setdefault(line.day, []).append(line)
    for day in found.values():
        day.sort(key=lambda line: line.number)
    return found


def by_task(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """The lines of each task by their day, the tasks in the order of the plan."""
    found: dict[int, list[Line]] = {}
    for line in lines:
        found.setdefault(line.number, []).append(line)
    return [tuple(sorted(found[number], key=lambda line: line.day or date.max)) for number in sorted(found)]


def share_of_year(day: date, year: int) -> float:
    """How far into ``year`` the middle of ``day`` is: 0 to 1, below 0 for an earlier year, above 1 for a later one."""
    days = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return ((day - date(year, 1, 1)).days + 0.5) / days
