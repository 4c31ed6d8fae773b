"""How far each row of a plan is today, in the few words that fit beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.milestone_lines import state_during, task_state_during
from app.domain.settings import SOON_DAYS
from app.domain.status import DONE_STATES, MilestoneState, Task, TaskState, Tracked
from app.domain.tracking import TrackedRow

_OPEN_STATES = frozenset({MilestoneState.NOT_DUE, MilestoneState.DUE_SOON, MilestoneState.OVERDUE})


class RowStatus(StrEnum):
    """A task's state, with what comes soon told apart from what is under way or not due."""

    DONE = "done"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    IN_PROGRESS = "in_progress"
    NOT_DUE = "not_due"
    CONTINUOUS = "continuous"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class RowState:
    """The state of one row. ``late`` is what has been overdue longest and ``coming`` what is due next, None where there
    is no such thing; ``done`` of ``dated`` milestones are met, called off ones aside."""

    status: RowStatus
    late: Tracked | None = None
    coming: Tracked | None = None
    done: int = 0
    dated: int = 0

    def days_late(self, today: date) -> int:
        """How many days the longest overdue milestone is late; 0 where none is."""
        return (today - self.late.occurrence.due).days if self.late else 0


def row_state(task: Task, year: int, today: date, soon_days: int = SOON_DAYS) -> RowState:
    """The state of ``task`` in the plan of ``year`` while ``today`` lasts: what is due today is not late yet,
    what is due within ``soon_days`` comes soon."""
    states = [(one, state_during(one, today, soon_days)) for one in task.tracked if one.counts(today)]
    ahead = sorted((pair for pair in states if pair[1] in _OPEN_STATES), key=lambda pair: pair[0].occurrence.due)
    late = next((one for one, state in ahead if state is MilestoneState.OVERDUE), None)
    coming = next((pair for pair in ahead if pair[1] is not MilestoneState.OVERDUE), None)
    status = _status(task_state_during(task, year, today), coming[1] if coming else None)
    done = sum(state in DONE_STATES for _, state in states)
    return RowState(status, late, coming[0] if coming else None, done, len(states))


def _status(task: TaskState, coming: MilestoneState | None) -> RowStatus:
    if task in (TaskState.IN_PROGRESS, TaskState.NOT_DUE) and coming is MilestoneState.DUE_SOON:
        return RowStatus.DUE_SOON
    return RowStatus(task)


def row_states(rows: Iterable[TrackedRow], year: int, today: date, soon_days: int = SOON_DAYS) -> dict[int, RowState]:
    """The state of each stored row by its id."""
    return {row.row_id: row_state(row.task, year, today, soon_days) for row in rows if row.row_id is not None}
