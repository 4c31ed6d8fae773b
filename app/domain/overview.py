"""What the overview says of a plan today, counted from its lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.milestone_lines import Line, LineState
from app.domain.status import TaskState

COMING_DAYS = 30
"""Days ahead that the list of what comes next reaches."""


@dataclass(frozen=True, slots=True)
class Overview:
    """``tasks`` and ``by_appendix`` (one entry per appendix, in order) count tasks by state; ``late`` holds the open
    milestones whose day has gone by, ``coming`` those of the next 30 days, both by due day; ``late_units`` counts the
    late ones of each lead unit, most first; ``newly_late`` fell due since the day given, None where there is none;
    ``to_ask`` are the open questions of reporting periods."""

    tasks: Counter[TaskState]
    by_appendix: tuple[Counter[TaskState], ...]
    late: tuple[Line, ...]
    coming: tuple[Line, ...]
    soon: int
    late_units: tuple[tuple[str, int], ...]
    newly_late: int | None = None
    to_ask: tuple[Line, ...] = ()

    @property
    def total(self) -> int:
        """All tasks of the plan."""
        return self.tasks.total()


def overview(lines: Sequence[Line], appendices: int, today: date, before: date | None) -> Overview:
    """The overview of a plan with so many ``appendices``; ``before`` is the day it was looked at before today."""
    by_appendix = tuple(Counter[TaskState]() for _ in range(appendices))
    for line in {line.number: line for line in lines}.values():
        by_appendix[line.appendix][line.task] += 1
    late = _by_day(line for line in lines if line.state is LineState.OVERDUE)
    open_lines = [line for line in lines if line.state in (LineState.DUE_SOON, LineState.NOT_DUE)]
    last = today + timedelta(days=COMING_DAYS)
    coming = _by_day(line for line in open_lines if line.due is not None and line.due <= last)
    units = Counter(unit for line in late for unit in line.units)
    newly = sum(line.due >= before for line in late if line.due) if before else None
    return Overview(
        tasks=sum(by_appendix, Counter()),
        by_appendix=by_appendix,
        late=late,
        coming=coming,
        soon=sum(line.state is LineState.DUE_SOON for line in lines),
        late_units=tuple(units.most_common()),
        newly_late=newly,
        to_ask=_by_day(line for line in lines if line.state is LineState.TO_ASK),
    )


def _by_day(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (line.day or date.max, line.number)))
