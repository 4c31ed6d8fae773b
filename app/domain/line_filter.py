"""Which milestones a screen shows and in what order: quick for ten thousand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.milestone_lines import Line, LineState
from app.domain.occurrence import Period
from app.domain.status import TaskState
from app.domain.text import fold, sort_key


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
class LineFilter:
    """Which lines are wanted; None and "" ask for nothing. ``states`` without a value means all dated milestones,
    ``tasks`` all lines of tasks in that state but the questions about them; ``since`` and ``until`` bound the due day,
    both days included."""

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
        tests.append(lambda line: line.task is tasks and (states is not None or not line.asks))
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
    LineState.OVERDUE, LineState.DUE_SOON, LineState.NOT_DUE, LineState.TO_ASK, LineState.WAITING,
    LineState.CONTINUOUS, LineState.NO_DATE, LineState.DONE_LATE, LineState.DONE_ON_TIME, LineState.CARRIED_OUT,
    LineState.NOT_CARRIED_OUT, LineState.CANCELLED,
))}  # fmt: skip
_KEYS: dict[Column, Callable[[Line], tuple[object, ...]]] = {
    Column.DUE: lambda line: (line.day or date.max, line.number),
    Column.APPENDIX: lambda line: (line.appendix, line.number),
    Column.ORDINAL: lambda line: (line.number,),
    Column.NAME: lambda line: (line.name_rank, line.number),
    Column.WHAT: lambda line: (line.what_rank, line.number),
    Column.PERIOD: lambda line: (_period_place(line.period), line.day or date.max, line.number),
    Column.UNITS: lambda line: (line.units_rank, line.day or date.max),
    Column.STATE: lambda line: (_STATE_ORDER[line.state], line.day or date.max, line.number),
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
    return sorted({unit for line in lines for unit in line.units}, key=sort_key)
