"""A plan's rows as tasks to follow: their deadlines read, dated, and joined with what was met."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.deadline import read_deadline
from app.domain.merging import shown
from app.domain.milestone import Milestone
from app.domain.occurrence import Calendar, Occurrence, occurrences_of
from app.domain.plan import Appendix, Cell, Plan, PlanInfo, Role, RowKind
from app.domain.status import Task, Tracked
from app.domain.text import fold

_EFFECTIVE = re.compile(r"ngày\s*(\d{0,2})[\s./…]*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.I)
_ITEM_MARK = re.compile(r"^[-–+•*]\s*")
_STOPS = " ;.,"

DoneDays = Mapping[tuple[int, str], date]
"""The day each occurrence was met, by row id and the occurrence's key."""


@dataclass(frozen=True, slots=True)
class TrackedRow:
    """An item row: ``number`` counts from 1 over all item rows of the plan. ``text`` is its own deadline cell (None
    where it shares the one above), ``keys`` name its occurrences in order."""

    number: int
    appendix: int
    row_id: int | None
    text: Cell
    task: Task
    keys: tuple[str, ...]
    name: str = ""


def keys_of(occurrences: Sequence[Occurrence]) -> tuple[str, ...]:
    """A key for each of a row's occurrences, the same as long as the product and the period are: another due day
    in the calendar, or another date in the cell, moves an occurrence without losing what was met."""
    seen: dict[str, int] = {}
    keys: list[str] = []
    for one in occurrences:
        period = f"{one.period.every}:{one.period.number}" if one.period else "by"
        base = f"{' '.join(fold(one.what or '').split())}|{period}"
        seen[base] = seen.get(base, 0) + 1
        keys.append(f"{base}|{seen[base]}")
    return tuple(keys)


def effective_day(info: PlanInfo) -> date | None:
    """The day the plan takes effect, from its place and date; the month's first where the day is left open."""
    found = _EFFECTIVE.search(info.place_date or "")
    if found is None:
        return None
    day, month, year = int(found[1] or 1), int(found[2]), int(found[3])
    try:
        return date(year, month, max(day, 1))
    except ValueError:
        return None


def tracked_rows(plan: Plan, calendar: Calendar, done: DoneDays) -> list[TrackedRow]:
    """All item rows of ``plan`` in order, with their milestones, occurrences and the days these were met.

    A row whose deadline cell is merged with the one above has that row's milestones but no occurrences of its own.
    """
    effective = effective_day(plan.info)
    rows: list[TrackedRow] = []
    for position, appendix in enumerate(plan.appendices):
        for place, row in enumerate(appendix.rows):
            if row.kind is RowKind.ITEM:
                rows.append(_tracked(plan, position, appendix, place, len(rows) + 1, calendar, effective, done))
    return rows


def _tracked(
    plan: Plan,
    position: int,
    appendix: Appendix,
    place: int,
    number: int,
    calendar: Calendar,
    effective: date | None,
    done: DoneDays,
) -> TrackedRow:
    row = appendix.rows[place]
    own, shown = _cell(appendix, place, Role.DEADLINE)
    milestones = read_deadline(shown, plan.info.year)
    dated = occurrences_of(milestones, plan.info.year, calendar, effective) if own is not None else []
    keys = keys_of(dated)
    tracked = tuple(Tracked(one, done.get((row.id or 0, key))) for one, key in zip(dated, keys, strict=True))
    task = Task(milestones, tracked, units_in(_cell(appendix, place, Role.LEAD)[1]))
    return TrackedRow(number, position, row.id, own, task, keys, _name(appendix, place))


def _cell(appendix: Appendix, place: int, role: Role) -> tuple[Cell, str]:
    """The cell itself (None where merged with the one above) and the text it shows; ("", "") without the column."""
    column = appendix.column_of(role)
    if column is None:
        return "", ""
    return appendix.rows[place].cells[column], shown(appendix, place, column)


def _name(appendix: Appendix, place: int) -> str:
    names = (_cell(appendix, place, role)[1] for role in (Role.ACTIVITY, Role.TASK, Role.OBJECTIVE))
    return next((name for name in names if name), "")


def units_in(cell: str) -> tuple[str, ...]:
    """The units a lead or coordination cell names, one per line or between semicolons, without marks and stops."""
    parts = (_ITEM_MARK.sub("", part.strip()).strip(_STOPS) for line in cell.split("\n") for part in line.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def milestones_of(row: TrackedRow) -> tuple[Milestone, ...]:
    """The milestones that the row's own deadline cell says; none where it shares the cell above."""
    return row.task.milestones if row.text is not None else ()
