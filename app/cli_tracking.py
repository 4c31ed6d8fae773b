"""The commands that follow a plan: read deadlines, record what was met, give the figures."""

import argparse
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.cli import Outcome, Parts, opened
from app.domain.dates import date_text
from app.domain.deadline import read_deadline
from app.domain.milestone import milestone_to_json
from app.domain.plan import Plan
from app.domain.status import MilestoneFigures, MilestoneState, TaskState, Tracked, state_of
from app.domain.tracking import TrackedRow, milestones_of
from app.exchange.calendars import default_calendar
from app.ports import Work
from app.services.plans import find_plan
from app.services.tracking import Progress, mark_done, progress, rows_of
from app.texts import text

T = TypeVar("T")
_DONE = (MilestoneState.DONE_ON_TIME, MilestoneState.DONE_LATE)


def deadline(asked: argparse.Namespace, _folder: Path, _parts: Parts) -> Outcome:
    """The milestones of one deadline cell."""
    milestones = read_deadline(asked.text, asked.year)
    return Outcome([milestone_to_json(one) for one in milestones], is_answer=True)


def deadlines(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """The milestones of every item row of a plan."""
    plan, rows = _read(asked, folder, parts, lambda work, id_: rows_of(work, id_, default_calendar()))
    return Outcome([_deadline_json(plan, row) for row in rows], is_answer=True)


def mark(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Record that a dated milestone was met."""
    with opened(folder, parts) as storage:
        storage.write(text("tracking.undo_mark"), partial(_mark, asked))
    values = {"number": asked.row, "milestone": asked.milestone}
    sentence = text("tracking.marked", **values, done=date_text(asked.done))
    return Outcome({"row": asked.row, "milestone": asked.milestone, "done": asked.done.isoformat()}, (sentence,))


def status(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """The progress figures as of a day."""
    as_of = asked.as_of or asked.today
    found = _read(asked, folder, parts, lambda work, id_: progress(work, id_, default_calendar(), as_of))
    return Outcome(_status_json(found), is_answer=True)


def _mark(asked: argparse.Namespace, work: Work) -> None:
    plan = find_plan(work, asked.plan)
    calendar = default_calendar()
    mark_done(work, plan.id, asked.row, asked.milestone, asked.done, calendar, asked.document, asked.note)


def _read(asked: argparse.Namespace, folder: Path, parts: Parts, use_case: Callable[[Work, int], T]) -> T:
    with opened(folder, parts) as storage:
        return storage.read(lambda work: use_case(work, find_plan(work, asked.plan).id))


def _deadline_json(plan: Plan, row: TrackedRow) -> dict[str, object]:
    milestones = [milestone_to_json(one) for one in milestones_of(row)]
    return {
        "appendix": plan.appendices[row.appendix].label,
        "row": row.number,
        "text": row.text,
        "milestones": milestones,
    }


def _status_json(found: Progress) -> dict[str, object]:
    tasks: dict[str, int] = {"total": len(found.rows)}
    tasks |= {str(state): found.tasks[state] for state in TaskState}
    items = [_item_json(found, row, one) for row in found.rows for one in row.task.tracked]
    return {
        "as_of": found.as_of.isoformat(),
        "tasks": tasks,
        "milestones": _figures_json(found.milestones, "in_time"),
        "units": [{"unit": unit, **_figures_json(figures)} for unit, figures in found.units.items()],
        "items": items,
    }


def _figures_json(figures: MilestoneFigures, *more: str) -> dict[str, int]:
    names = ("due", "done_on_time", "done_late", "overdue", *more)
    return {name: getattr(figures, name) for name in names}


def _item_json(found: Progress, row: TrackedRow, one: Tracked) -> dict[str, object]:
    state = state_of(one, found.as_of, found.soon_days)
    return {
        "appendix": found.plan.appendices[row.appendix].label,
        "row": row.number,
        "what": one.occurrence.what,
        "kind": str(one.occurrence.kind),
        "due": one.occurrence.due.isoformat(),
        "state": str(state),
        "done": _iso(one.done) if state in _DONE else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


TRACKING_COMMANDS: dict[str, Callable[[argparse.Namespace, Path, Parts], Outcome]] = {
    "deadline": deadline,
    "deadlines": deadlines,
    "mark": mark,
    "status": status,
}
