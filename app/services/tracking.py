"""Use cases of following a plan: what its deadlines say, what was met, how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.keys import TASK
from app.domain.mark import Mark
from app.domain.occurrence import Calendar
from app.domain.plan import Plan
from app.domain.settings import SOON_DAYS
from app.domain.status import MilestoneFigures, TaskState, milestone_figures, task_figures, unit_figures
from app.domain.text import clean_cell, clean_line
from app.domain.tracking import Noted, TrackedRow, tracked_rows
from app.domain.unit import Directory
from app.ports import Work
from app.services.access import needs, own_rows
from app.services.settings import soon_days

Place = tuple[int, str]
"""A row's id and the key of one of its things (``app.domain.keys``)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The figures of one plan as of a day; ``rows`` are the item rows behind them."""

    plan: Plan
    as_of: date
    rows: tuple[TrackedRow, ...]
    tasks: dict[TaskState, int]
    milestones: MilestoneFigures
    units: dict[str, MilestoneFigures]
    soon_days: int = SOON_DAYS


@needs(Right.READ)
def office_calendar(work: Work, year: int, calendar: Calendar) -> Calendar:
    """The reporting calendar of ``year``: what the office has set, all else by ``calendar``, which they start from."""
    own = work.calendar(year)
    if own is None:
        return calendar
    others = {day: name for day, name in calendar.holidays.items() if day.year != year}
    return Calendar(calendar.rules, own.periods, {**others, **own.holidays})


@needs(Right.READ)
def rows_of(work: Work, plan_id: int, calendar: Calendar) -> tuple[Plan, list[TrackedRow]]:
    """The plan and its item rows with what was noted of them. ``calendar`` is the one that offices start from."""
    plan = work.get_plan(plan_id)
    marks = {(mark.row_id, mark.occurrence): mark for mark in work.marks(plan_id)}
    noted = Noted(marks, work.corrections(plan_id), Directory(work.units()))
    return plan, tracked_rows(plan, office_calendar(work, plan.info.year, calendar), noted)


@needs(Right.READ)
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
        soon_days(work),
    )


@needs(Right.ENTER)
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
    """Record that the dated occurrence ``milestone`` (from 1) of item row ``number`` (from 1) was met on ``done``. A
    document or a note noted before stays where none is given now.

    Raises Refused where the plan has no such row or the row no such occurrence.
    """
    plan, rows = rows_of(work, plan_id, calendar)
    if not 1 <= number <= len(rows):
        raise Refused("tracking.no_row", title=plan.info.title, number=number, count=len(rows))
    row = rows[number - 1]
    if not 1 <= milestone <= len(row.keys):
        raise Refused("tracking.no_milestone", number=number, milestone=milestone, count=len(row.keys))
    key, due = row.keys[milestone - 1], row.task.tracked[milestone - 1].occurrence.due
    before = row.marks.get(key) or Mark(row.row_id or 0, key)
    document = before.document if document is None else document
    note = before.note if note is None else note
    mark = replace(before, done=done, due=due, document=document, note=note, cancelled=None)
    return note_down(work, mark)


@needs(Right.ENTER)
def note_down(work: Work, mark: Mark) -> Mark:
    """Store ``mark`` with its words cleaned, in place of what was noted of the same thing; one that says nothing is
    taken away. Answers it as stored."""
    own_rows(work, [mark.row_id])
    clean = replace(
        mark,
        document=clean_line(mark.document or "") or None,
        note=clean_cell(mark.note or "") or None,
        content=clean_cell(mark.content or "") or None,
        reason=clean_cell(mark.reason or "") or None,
    )
    if clean.is_empty:
        work.remove_mark(clean.row_id, clean.occurrence)
    else:
        work.save_mark(clean)
    return clean


@dataclass(frozen=True, slots=True)
class Result:
    """What is said of several milestones at once. An empty word leaves what was noted before."""

    done: date
    document: str = ""
    document_day: date | None = None
    content: str = ""
    note: str = ""
    reason: str = ""


@needs(Right.ENTER)
def mark_all(work: Work, plan_id: int, places: Sequence[Place], result: Result, calendar: Calendar) -> None:
    """Record that all things at ``places`` of a plan were met, shown by one document."""
    own_rows(work, rows_at(places))
    rows = {row.row_id: row for row in rows_of(work, plan_id, calendar)[1]}
    for row_id, key in places:
        row = rows.get(row_id)
        before = (row.marks.get(key) if row else None) or Mark(row_id, key)
        note_down(work, _with_result(before, result, due_of(row, key)))


def rows_at(places: Sequence[Place]) -> set[int]:
    """The ids of the rows that ``places`` are in."""
    return {row_id for row_id, _ in places}


def due_of(row: TrackedRow | None, key: str) -> date | None:
    """The day that the occurrence ``key`` of ``row`` is due on; None where it has no such occurrence."""
    if row is None or key not in row.keys:
        return None
    return row.task.tracked[row.keys.index(key)].occurrence.due


def _with_result(before: Mark, result: Result, due: date | None) -> Mark:
    return replace(
        before,
        done=result.done,
        due=due,
        cancelled=None,
        document=result.document or before.document,
        document_day=result.document_day or before.document_day,
        content=result.content or before.content,
        note=result.note or before.note,
        reason=result.reason or before.reason,
    )


@needs(Right.ENTER)
def cancel(work: Work, plan_id: int, places: Sequence[Place], day: date, reason: str) -> None:
    """Call off the occurrences at ``places`` from ``day`` on. Raises Refused where no reason is given."""
    if not clean_cell(reason):
        raise Refused("tracking.no_reason")
    own_rows(work, rows_at(places))
    marks = {(mark.row_id, mark.occurrence): mark for mark in work.marks(plan_id)}
    for place in places:
        before = marks.get(place) or Mark(*place)
        note_down(work, replace(before, done=None, due=None, cancelled=day, reason=reason))


@needs(Right.ENTER)
def reopen(work: Work, plan_id: int, places: Sequence[Place]) -> None:
    """Take back that the things at ``places`` were met, called off or begun, and what showed it; notes stay."""
    own_rows(work, rows_at(places))
    marks = {(mark.row_id, mark.occurrence): mark for mark in work.marks(plan_id)}
    for place in places:
        if place in marks:
            kept = marks[place]
            note_down(work, Mark(*place, note=kept.note, reason=kept.reason, product=kept.product))


@needs(Right.ENTER)
def set_task_state(work: Work, row_id: int, state: TaskState, day: date, before: Mark | None = None) -> None:
    """Say of a task as a whole that it is done or under way since ``day``; any other state takes that back."""
    mark = before or Mark(row_id, TASK)
    done = day if state is TaskState.DONE else None
    begun = (mark.begun or day) if state in (TaskState.DONE, TaskState.IN_PROGRESS) else None
    note_down(work, replace(mark, done=done, begun=begun))
