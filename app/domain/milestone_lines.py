"""The milestones of a plan one below the other, as screens list them: their state today, filters, order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from app.domain.mark import Mark
from app.domain.occurrence import Period
from app.domain.plan import Plan, Role, Row
from app.domain.status import MilestoneState, Task, TaskState, Tracked, state_of, task_state
from app.domain.text import fold, sort_key
from app.domain.tracking import TrackedRow

SOON_DAYS = 7
"""Days ahead of its due day from which a milestone is said to come soon."""


class LineState(StrEnum):
    """What a line is today: a dated milestone's state, or why a task has no dated one."""

    NOT_DUE = "not_due"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    CONTINUOUS = "continuous"
    NO_DATE = "no_date"


DONE_STATES = (LineState.DONE_ON_TIME, LineState.DONE_LATE)


class Column(StrEnum):
    """The columns that lines can be put in the order of."""

    DUE = "due"
    APPENDIX = "appendix"
    ORDINAL = "ordinal"
    NAME = "name"
    WHAT = "what"
    PERIOD = "period"
    UNITS = "units"
    STATE = "state"
    DONE = "done"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Line:
    """One dated milestone, or a task that has none (``due`` is None, ``key`` empty).

    ``appendix`` is the position of its appendix, ``number`` counts the tasks of the plan from 1; ``name_rank``,
    ``what_rank`` and ``units_rank`` are places in the Vietnamese order; ``folded`` is what a search looks in. ``mark``
    is all that was noted of it, ``product`` the name of what it yields.
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


def state_during(tracked: Tracked, today: date) -> MilestoneState:
    """The state while ``today`` lasts: what is due today is not late yet, what was met today is done."""
    if any(day is not None and day <= today for day in (tracked.done, tracked.cancelled)):
        return state_of(tracked, today)
    return state_of(tracked, today - timedelta(days=1), SOON_DAYS + 1)


def task_state_during(task: Task, year: int, today: date) -> TaskState:
    """The state of ``task`` while ``today`` lasts."""
    yesterday = today - timedelta(days=1)
    met = tuple(_met_before(one, today) for one in task.tracked)
    done, begun = (yesterday if day == today else day for day in (task.set_done, task.set_begun))
    return task_state(replace(task, tracked=met, set_done=done, set_begun=begun), year, yesterday)


def _met_before(one: Tracked, today: date) -> Tracked:
    """``one`` as if what was noted ``today`` had been the day before."""
    days = (today - timedelta(days=1) if day == today else day for day in (one.done, one.cancelled, one.since))
    return Tracked(one.occurrence, *days)


def lines_of(plan: Plan, rows: Sequence[TrackedRow], today: date) -> list[Line]:
    """All milestones of ``plan`` in its order as they are ``today``; a task without a dated one has one line."""
    stored = {row.id: row for appendix in plan.appendices for row in appendix.rows}
    lines: list[Line] = []
    for tracked in rows:
        common = _common(plan, tracked, stored[tracked.row_id], today)
        names = {product.key: product.name for product in tracked.products}
        dated = zip(tracked.keys, tracked.task.tracked, tracked.product_keys, strict=True)
        lines += [
            _dated(common, key, one, tracked.marks.get(key), names.get(product or "", ""), today)
            for key, one, product in dated
        ] or [common]
    return _ranked(lines)


def _common(plan: Plan, tracked: TrackedRow, row: Row, today: date) -> Line:
    appendix = plan.appendices[tracked.appendix]
    column = appendix.column_of(Role.ORDINAL)
    ordinal = (row.cells[column] or "") if column is not None else str(tracked.number)
    task = task_state_during(tracked.task, plan.info.year, today)
    return Line(
        row_id=tracked.row_id or 0,
        key="",
        appendix=tracked.appendix,
        appendix_id=appendix.id,
        number=tracked.number,
        ordinal=ordinal,
        name=" ".join(tracked.name.split()),
        what=next((one.text or one.what or "" for one in tracked.task.milestones), ""),
        units=tracked.task.units,
        due=None,
        period=None,
        state=_UNDATED.get(task, LineState.NO_DATE),
        task=task,
        section=tracked.section,
    )


_UNDATED = {TaskState.WAITING: LineState.WAITING, TaskState.CONTINUOUS: LineState.CONTINUOUS}


def _dated(common: Line, key: str, tracked: Tracked, mark: Mark | None, product: str, today: date) -> Line:
    one = tracked.occurrence
    return replace(
        common,
        key=key,
        what=one.what or "",
        due=one.due,
        period=one.period,
        state=LineState(state_during(tracked, today)),
        done=tracked.done,
        document=(mark and mark.document) or "",
        note=(mark and mark.note) or "",
        mark=mark,
        product=product,
    )


def _ranked(lines: list[Line]) -> list[Line]:
    """The lines with what they are searched and put in order by: worked out once, so that a long list answers at
    once."""
    names, whats = _ranks(line.name for line in lines), _ranks(line.what for line in lines)
    units = _ranks(_joined(line.units) for line in lines)
    return [
        replace(
            line,
            folded=_folded(line),
            name_rank=names[line.name],
            what_rank=whats[line.what],
            units_rank=units[_joined(line.units)],
        )
        for line in lines
    ]


def _folded(line: Line) -> str:
    return fold(" ".join((line.ordinal, line.name, line.what, line.product, *line.units, line.document, line.note)))


def _joined(units: Sequence[str]) -> str:
    return "; ".join(units)


_order_of = lru_cache(maxsize=16384)(sort_key)


def _ranks(words: Iterable[str]) -> dict[str, int]:
    """The place of each text in the Vietnamese order."""
    return {word: rank for rank, word in enumerate(sorted(set(words), key=_order_of))}


@dataclass(frozen=True, slots=True)
class LineFilter:
    """Which lines are wanted; None and "" ask for nothing. ``states`` without a value means all dated milestones,
    ``tasks`` all lines of tasks in that state; ``since`` and ``until`` bound the due day, both days included."""

    states: frozenset[LineState] | None = None
    tasks: TaskState | None = None
    unit: str | None = None
    period: Period | None = None
    appendix: int | None = None
    words: str = ""
    since: date | None = None
    until: date | None = None


def filtered(lines: Iterable[Line], wanted: LineFilter) -> list[Line]:
    """The lines that meet every wish of ``wanted``, in their order. Words are compared without marks."""
    tests = _tests(wanted)
    found = list(lines)
    for test in tests:
        found = [line for line in found if test(line)]
    return found


def _tests(wanted: LineFilter) -> list[Callable[[Line], bool]]:
    states, tasks, unit, period, appendix = wanted.states, wanted.tasks, wanted.unit, wanted.period, wanted.appendix
    since, until = wanted.since, wanted.until
    tests: list[Callable[[Line], bool]] = []
    if states is not None:
        tests.append(lambda line: line.state in states)
    if tasks is not None:
        tests.append(lambda line: line.task is tasks)
    if states is None and tasks is None:
        tests.append(lambda line: line.due is not None)
    if unit is not None:
        tests.append(lambda line: unit in line.units)
    if period is not None:
        tests.append(lambda line: line.period == period)
    if appendix is not None:
        tests.append(lambda line: line.appendix == appendix)
    if since is not None:
        tests.append(lambda line: line.due is not None and line.due >= since)
    if until is not None:
        tests.append(lambda line: line.due is not None and line.due <= until)
    return tests + [_has_word(word) for word in fold(wanted.words).split()]


def _has_word(word: str) -> Callable[[Line], bool]:
    return lambda line: word in line.folded


_STATE_ORDER = {state: place for place, state in enumerate((
    LineState.OVERDUE, LineState.DUE_SOON, LineState.NOT_DUE, LineState.WAITING, LineState.CONTINUOUS,
    LineState.NO_DATE, LineState.DONE_LATE, LineState.DONE_ON_TIME, LineState.CANCELLED,
))}  # fmt: skip
_KEYS: dict[Column, Callable[[Line], tuple[object, ...]]] = {
    Column.DUE: lambda line: (line.due or date.max, line.number),
    Column.APPENDIX: lambda line: (line.appendix, line.number),
    Column.ORDINAL: lambda line: (line.number,),
    Column.NAME: lambda line: (line.name_rank, line.number),
    Column.WHAT: lambda line: (line.what_rank, line.number),
    Column.PERIOD: lambda line: (_period_place(line.period), line.due or date.max, line.number),
    Column.UNITS: lambda line: (line.units_rank, line.due or date.max),
    Column.STATE: lambda line: (_STATE_ORDER[line.state], line.due or date.max, line.number),
    Column.DONE: lambda line: (line.done or date.max, line.number),
    Column.DOCUMENT: lambda line: (line.document == "", line.document, line.number),
}


def ordered(lines: Iterable[Line], column: Column, descending: bool = False) -> list[Line]:
    """The lines in the order of ``column``; what has no day or no document comes last, going up."""
    return sorted(lines, key=_KEYS[column], reverse=descending)


_PERIOD_ORDER = ("weekly", "monthly", "quarterly", "six_monthly", "nine_monthly", "yearly", "ad_hoc")


def _period_place(period: Period | None) -> tuple[int, int]:
    return (_PERIOD_ORDER.index(period.every), period.number) if period else (len(_PERIOD_ORDER), 0)


def periods_in(lines: Iterable[Line]) -> list[Period]:
    """The periods that lines belong to, the short kinds first."""
    return sorted({line.period for line in lines if line.period}, key=_period_place)


def units_in_lines(lines: Iterable[Line]) -> list[str]:
    """The lead units of the lines, in the Vietnamese order."""
    return sorted({unit for line in lines for unit in line.units}, key=_order_of)
