"""Use cases of following a plan: what its deadlines say, what was met, how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.errors import Refused
from app.domain.occurrence import Calendar
from app.domain.plan import Plan
from app.domain.status import MilestoneFigures, TaskState, milestone_figures, task_figures, unit_figures
from app.domain.text import clean_cell, clean_line
from app.domain.tracking import TrackedRow, tracked_rows
from app.ports import Mark, Work


@dataclass(frozen=True, slots=True)
class Progress:
    """The figures of one plan as of a day; ``rows`` are the item rows behind them."""

    plan: Plan
    as_of: date
    rows: tuple[TrackedRow, ...]
    tasks: dict[TaskState, int]
    milestones: MilestoneFigures
    units: dict[str, MilestoneFigures]


def rows_of(work: Work, plan_id: int, calendar: Calendar) -> tuple[Plan, list[TrackedRow]]:
    """The plan and its item rows with their occurrences and the days these were met."""
    plan = work.get_plan(plan_id)
    done = {(mark.row_id, mark.occurrence): mark.done for mark in work.marks(plan_id)}
    return plan, tracked_rows(plan, calendar, done)


def progress(work: Work, plan_id: int, calendar: Calendar, as_of: date) -> Progress:
    """The figures at the end of the day ``as_of``, past days too: done days decide, not when they were entered."""
    plan, rows = rows_of(work, plan_id, calendar)
    tasks = [row.task for row in rows]
    tracked = [one for task in tasks for one in task.tracked]
    return Progress(
        plan,
        as_of,
        tuple(rows),
        task_figures(tasks, plan.info.year, as_of),
        milestone_figures(tracked, as_of),
        unit_figures(tasks, as_of),
    )


def mark_done(
    work: Work,
    plan_id: int,
    number: int,
    milestone: int,
    done: date,
    calendar: Calendar,
    document: str | None = None,
    note: str | None = None,
) -> Mark:
    """Record that the dated occurrence ``milestone`` (from 1) of item row ``number`` (from 1) was met on ``done``.

    Raises Refused where the plan has no such row or the row no such occurrence.
    """
    plan, rows = rows_of(work, plan_id, calendar)
    if not 1 <= number <= len(rows):
        raise Refused("tracking.no_row", title=plan.info.title, number=number, count=len(rows))
    row = rows[number - 1]
    if not 1 <= milestone <= len(row.keys):
        raise Refused("tracking.no_milestone", number=number, milestone=milestone, count=len(row.keys))
    mark = Mark(row.row_id or 0, row.keys[milestone - 1], done, clean_line(document or "") or None, note or None)
    work.save_mark(mark)
    return mark


Place = tuple[int, str]
"""A row's id and the key of one of its occurrences."""


def mark_all(
    work: Work, places: Sequence[Place], done: date, document: str | None = None, note: str | None = None
) -> None:
    """Record that all occurrences at ``places`` were met on ``done`` and are shown by one document. Of those marked
    before, the earlier mark goes."""
    number = clean_line(document or "") or None
    for row_id, key in places:
        work.save_mark(Mark(row_id, key, done, number, clean_cell(note or "") or None))


def reopen(work: Work, places: Sequence[Place]) -> None:
    """Take back that the occurrences at ``places`` were met."""
    for row_id, key in places:
        work.remove_mark(row_id, key)
