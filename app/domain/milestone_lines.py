"""The milestones of a plan one below the other, as screens list them, in their state today."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache, partial
from heapq import merge
from typing import NamedTuple

from app.domain.mark import Mark
from app.domain.occurrence import Period
from app.domain.plan import Plan, Role, Row
from app.domain.settings import SOON_DAYS
from app.domain.status import MilestoneState, Task, TaskState, Tracked, state_of, task_state
from app.domain.text import fold, sort_key
from app.domain.tracking import TrackedRow

_AT_ONCE = 200


class LineState(StrEnum):
    """What a line is today: a dated milestone's state, why a task has no dated one, or how far the question of a
    reporting period is."""

    NOT_DUE = "not_due"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    CONTINUOUS = "continuous"
    NO_DATE = "no_date"
    TO_ASK = "to_ask"
    CARRIED_OUT = "carried_out"
    NOT_CARRIED_OUT = "not_carried_out"


DONE_STATES = (LineState.DONE_ON_TIME, LineState.DONE_LATE)
ASKED_STATES = frozenset({LineState.TO_ASK, LineState.CARRIED_OUT, LineState.NOT_CARRIED_OUT})
"""The states of the question whether a continuous task was carried out in a reporting period."""


@dataclass(frozen=True, slots=True)
class Line:
    """One dated milestone, or a task that has none (``due`` is None, ``key`` empty), or the question of a reporting
    period about a continuous task (``due`` is None, ``cut_off`` the day up to which the period reaches).

    ``appendix`` is the position of its appendix, ``number`` counts the tasks of the plan from 1; ``name_rank``,
    ``what_rank`` and ``units_rank`` are places in the Vietnamese order; ``folded`` is what a search looks in. ``mark``
    is all that was noted of it, ``product`` the name of what it yields, ``start`` the first day of a stretch of time.
    """

    row_id: int
    key: str
    appendix: int
    appendix_id: int | None
    number: int
    ordinal: str
    name: str
    what: str
    units: tuple[str, ...]
    due: date | None
    period: Period | None
    state: LineState
    task: TaskState
    done: date | None = None
    document: str = ""
    note: str = ""
    mark: Mark | None = None
    product: str = ""
    section: str = ""
    folded: str = ""
    name_rank: int = 0
    what_rank: int = 0
    units_rank: int = 0
    cut_off: date | None = None
    start: date | None = None

    @property
    def asks(self) -> bool:
        """Whether it is the question of a reporting period."""
        return self.state in ASKED_STATES

    @property
    def day(self) -> date | None:
        """The day it stands at: its due day, or the cut-off of the period it asks about."""
        return self.due or self.cut_off


def state_during(tracked: Tracked, today: date, soon_days: int = SOON_DAYS) -> MilestoneState:
    """The state while ``today`` lasts: what is due today is not late yet, what was met today is done; what is due
    within ``soon_days`` comes soon."""
    if any(day is not None and day <= today for day in (tracked.done, tracked.cancelled)):
        return state_of(tracked, today)
    return state_of(tracked, today - timedelta(days=1), soon_days + 1)


def task_state_during(task: Task, year: int, today: date) -> TaskState:
    """The state of ``task`` while ``today`` lasts."""
    yesterday = today - timedelta(days=1)
    met = tuple(_met_before(one, today) for one in task.tracked)
    done, begun = (yesterday if day == today else day for day in (task.set_done, task.set_begun))
    return task_state(replace(task, tracked=met, set_done=done, set_begun=begun), year, yesterday)


def _met_before(one: Tracked, today: date) -> Tracked:
    """``one`` as if what was noted ``today`` had been the day before."""
    if today not in (one.done, one.cancelled, one.since):
        return one
    days = (today - timedelta(days=1) if day == today else day for day in (one.done, one.cancelled, one.since))
    return Tracked(one.occurrence, *days)


class _Ranks(NamedTuple):
    """Places of names, milestones' words and units in the Vietnamese order."""

    names: dict[str, int]
    whats: dict[str, int]
    units: dict[str, int]


def lines_of(plan: Plan, rows: Sequence[TrackedRow], today: date, soon_days: int = SOON_DAYS) -> list[Line]:
    """All milestones of ``plan`` in its order as they are ``today``; a task without a dated one has one line. What is
    due within ``soon_days`` comes soon."""
    stored = {row.id: row for appendix in plan.appendices for row in appendix.rows}
    ranks, states = _ranks_of(rows), partial(state_during, today=today, soon_days=soon_days)
    return [
        line
        for tracked in rows
        for line in _lines_of_row(_common(plan, tracked, stored[tracked.row_id], today, ranks), tracked, states, ranks)
    ]


def _ranks_of(rows: Sequence[TrackedRow]) -> _Ranks:
    """Worked out once for all lines, so that a long list answers at once."""
    whats = [one.occurrence.what or "" for row in rows for one in row.task.tracked]
    return _Ranks(
        _ranks(_name(row) for row in rows),
        _ranks([*whats, *(_first_words(row) for row in rows)]),
        _ranks(_joined(row.task.units) for row in rows),
    )


def _lines_of_row(
    common: Line, tracked: TrackedRow, state: Callable[[Tracked], MilestoneState], ranks: _Ranks
) -> Iterator[Line]:
    if not tracked.keys:
        yield common
        return
    names = {product.key: product.name for product in tracked.products}
    base = _folded(common.ordinal, common.name, *common.units)
    for key, one, yields in zip(tracked.keys, tracked.task.tracked, tracked.product_keys, strict=True):
        product, mark, what = names.get(yields or "", ""), tracked.marks.get(key), one.occurrence.what or ""
        document, note = (mark.document or "", mark.note or "") if mark else ("", "")
        yield replace(
            common,
            key=key,
            what=what,
            due=one.occurrence.due,
            start=one.occurrence.start,
            period=one.occurrence.period,
            state=LineState(state(one)),
            done=one.done,
            document=document,
            note=note,
            mark=mark,
            product=product,
            folded=base + _folded(what, product, document, note),
            what_rank=ranks.whats[what],
        )


def _common(plan: Plan, tracked: TrackedRow, row: Row, today: date, ranks: _Ranks) -> Line:
    """The line of the task itself."""
    appendix = plan.appendices[tracked.appendix]
    column = appendix.column_of(Role.ORDINAL)
    ordinal = (row.cells[column] or "") if column is not None else str(tracked.number)
    task = task_state_during(tracked.task, plan.info.year, today)
    name, what = _name(tracked), _first_words(tracked)
    return Line(
        row_id=tracked.row_id or 0,
        key="",
        appendix=tracked.appendix,
        appendix_id=appendix.id,
        number=tracked.number,
        ordinal=ordinal,
        name=name,
        what=what,
        units=tracked.task.units,
        due=None,
        period=None,
        state=_UNDATED.get(task, LineState.NO_DATE),
        task=task,
        section=tracked.section,
        folded=_folded(ordinal, name, what, *tracked.task.units),
        name_rank=ranks.names[name],
        what_rank=ranks.whats[what],
        units_rank=ranks.units[_joined(tracked.task.units)],
    )


_UNDATED = {TaskState.WAITING: LineState.WAITING, TaskState.CONTINUOUS: LineState.CONTINUOUS}


def _name(tracked: TrackedRow) -> str:
    return " ".join(tracked.name.split())


def _first_words(tracked: TrackedRow) -> str:
    """What the first milestone says, for a task without a dated one."""
    return next((one.text or one.what or "" for one in tracked.task.milestones), "")


_fold_once = lru_cache(maxsize=16384)(fold)


def _folded(*words: str) -> str:
    return " ".join(map(_fold_once, words)) + " "


def _joined(units: Sequence[str]) -> str:
    return "; ".join(units)


_order_of = lru_cache(maxsize=16384)(sort_key)


def _ranks(words: Iterable[str]) -> dict[str, int]:
    """The place of each text in the Vietnamese order. Sorted in parts: one sort of thousands of long texts would keep
    every other thread waiting until it is done."""
    unique = list(set(words))
    parts = (sorted(unique[start : start + _AT_ONCE], key=_order_of) for start in range(0, len(unique), _AT_ONCE))
    return {word: rank for rank, word in enumerate(merge(*parts, key=_order_of))}


def as_before(lines: Iterable[Line], before: Iterable[Line]) -> list[Line]:
    """``lines`` with the objects of ``before`` where nothing has changed: few are left to be freed all at once."""
    known = {(line.row_id, line.key): line for line in before}
    pairs = ((line, known.get((line.row_id, line.key))) for line in lines)
    return [old if old is not None and old == line else line for line, old in pairs]
