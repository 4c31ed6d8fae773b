"""The figures of a plan as of a day, parted by appendix, section, lead unit and reporting period."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.domain.milestone import Every
from app.domain.occurrence import Period, last_month
from app.domain.status import MilestoneFigures, TaskState, Tracked, milestone_figures, task_figures
from app.domain.tracking import TrackedRow

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Share:
    """What one part comes to: its tasks, those done, and the counts of its milestones."""

    tasks: int
    tasks_done: int
    milestones: MilestoneFigures


def by_appendix(rows: Sequence[TrackedRow], year: int, as_of: date) -> dict[int, Share]:
    """The shares of the appendices, by their position."""
    return _parted(rows, lambda row: (row.appendix,), year, as_of)


def by_section(rows: Sequence[TrackedRow], year: int, as_of: date) -> dict[tuple[int, str], Share]:
    """The shares of the sections, by appendix and the section's text; tasks outside any section are left out."""
    return _parted(rows, lambda row: ((row.appendix, row.section),) if row.section else (), year, as_of)


def by_unit(rows: Sequence[TrackedRow], year: int, as_of: date) -> dict[str, Share]:
    """The shares of the lead units; a task led by two counts for both."""
    return _parted(rows, lambda row: row.task.units, year, as_of)


def by_period(rows: Iterable[TrackedRow], as_of: date) -> dict[Period, MilestoneFigures]:
    """The counts of what falls due for each reporting period in the order of the year, quarters to the year before
    months and weeks; milestones of no period are left out."""
    tracked: dict[Period, list[Tracked]] = {}
    for row in rows:
        for one in row.task.tracked:
            if one.occurrence.period is not None:
                tracked.setdefault(one.occurrence.period, []).append(one)
    return {period: milestone_figures(tracked[period], as_of) for period in sorted(tracked, key=_place_in_year)}


def _place_in_year(period: Period) -> tuple[int, int, int]:
    if period.every in (Every.MONTHLY, Every.WEEKLY, Every.AD_HOC):
        return 1, list(Every).index(period.every), period.number
    return 0, last_month(period), list(Every).index(period.every)


def _parted(
    rows: Sequence[TrackedRow], keys_of: Callable[[TrackedRow], Sequence[K]], year: int, as_of: date
) -> dict[K, Share]:
    parts: dict[K, list[TrackedRow]] = {}
    for row in rows:
        for key in keys_of(row):
            parts.setdefault(key, []).append(row)
    return {key: _share(part, year, as_of) for key, part in parts.items()}


def _share(rows: Sequence[TrackedRow], year: int, as_of: date) -> Share:
    done = task_figures((row.task for row in rows), year, as_of)[TaskState.DONE]
    return Share(len(rows), done, milestone_figures((one for row in rows for one in row.task.tracked), as_of))
