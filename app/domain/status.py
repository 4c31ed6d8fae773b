"""States of milestones and tasks, and the progress figures as of any day, past ones too (done dates decide)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.milestone import Milestone, MilestoneKind
from app.domain.occurrence import Occurrence
from app.domain.settings import SOON_DAYS


class MilestoneState(StrEnum):
    """The state of a dated occurrence as of a day."""

    NOT_DUE = "not_due"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    CANCELLED = "cancelled"


DONE_STATES = frozenset({MilestoneState.DONE_ON_TIME, MilestoneState.DONE_LATE})


class TaskState(StrEnum):
    """The state of a task as of a day; every task has exactly one."""

    DONE = "done"
    OVERDUE = "overdue"
    IN_PROGRESS = "in_progress"
    NOT_DUE = "not_due"
    CONTINUOUS = "continuous"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Tracked:
    """An occurrence, the day it was met and the day it was called off, None while open; ``since`` is the day of the
    event that dated it, None where it always had its day."""

    occurrence: Occurrence
    done: date | None = None
    cancelled: date | None = None
    since: date | None = None

    def counts(self, as_of: date) -> bool:
        """Whether it was dated and not called off by the end of the day ``as_of``."""
        return (self.since is None or self.since <= as_of) and state_of(self, as_of) is not MilestoneState.CANCELLED


@dataclass(frozen=True, slots=True)
class Task:
    """A row as the figures see it: all its milestones, the dated ones with their done days, and its lead units.

    ``set_done`` and ``set_begun`` are the days since which the office has said so itself of the task as a whole.
    """

    milestones: tuple[Milestone, ...]
    tracked: tuple[Tracked, ...]
    units: tuple[str, ...] = ()
    set_done: date | None = None
    set_begun: date | None = None


@dataclass(frozen=True, slots=True)
class MilestoneFigures:
    """``due`` = ``done_on_time`` + ``done_late`` + ``overdue``; ``in_time`` are open with their due day to come."""

    due: int = 0
    done_on_time: int = 0
    done_late: int = 0
    overdue: int = 0
    in_time: int = 0


def state_of(tracked: Tracked, as_of: date, soon_days: int = SOON_DAYS) -> MilestoneState:
    """The state at the end of the day ``as_of``: what is due that day and not done by then is late."""
    due = tracked.occurrence.due
    if tracked.done is not None and tracked.done <= as_of:
        return MilestoneState.DONE_ON_TIME if tracked.done <= due else MilestoneState.DONE_LATE
    if tracked.cancelled is not None and tracked.cancelled <= as_of:
        return MilestoneState.CANCELLED
    if due <= as_of:
        return MilestoneState.OVERDUE
    return MilestoneState.DUE_SOON if due - as_of <= timedelta(days=soon_days) else MilestoneState.NOT_DUE


def task_state(task: Task, year: int, as_of: date) -> TaskState:
    """The state of ``task`` in the plan of ``year``: done once all its dated occurrences up to the end of that year
    are, called off ones aside, or once it was set so; where it has none, its other milestones decide."""
    if _since(task.set_done, as_of):
        return TaskState.DONE
    dated = [one for one in task.tracked if one.occurrence.due.year <= year] or list(task.tracked)
    counted = [(one, state_of(one, as_of)) for one in dated if one.counts(as_of)]
    if not counted:
        return _undated_state(task, any(_since(one.cancelled, as_of) for one in dated), as_of)
    if any(state is MilestoneState.OVERDUE for _, state in counted):
        return TaskState.OVERDUE
    done = sum(state in DONE_STATES for _, state in counted)
    if done == len(counted):
        return TaskState.DONE
    begun = done or _since(task.set_begun, as_of) or _begun((one for one, _ in counted), as_of)
    return TaskState.IN_PROGRESS if begun else TaskState.NOT_DUE


def _since(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of


def _undated_state(task: Task, called_off: bool, as_of: date) -> TaskState:
    if _since(task.set_begun, as_of):
        return TaskState.IN_PROGRESS
    kinds = {milestone.kind for milestone in task.milestones}
    if MilestoneKind.CONDITIONAL in kinds:
        return TaskState.WAITING
    if MilestoneKind.CONTINUOUS in kinds or (MilestoneKind.PERIODIC in kinds and not called_off):
        return TaskState.CONTINUOUS
    # nothing is left to be met of a task whose every milestone was called off
    return TaskState.DONE if MilestoneKind.DONE in kinds or called_off else TaskState.NOT_DUE


def _begun(dated: Iterable[Tracked], as_of: date) -> bool:
    return any(one.occurrence.start is not None and one.occurrence.start <= as_of for one in dated)


def milestone_figures(tracked: Iterable[Tracked], as_of: date) -> MilestoneFigures:
    """The counts over ``tracked`` at the end of the day ``as_of`` (domain definitions: đúng hạn, hoàn thành quá hạn,
    quá hạn chưa hoàn thành, còn trong hạn); what was called off by then does not count."""
    states = [state_of(one, as_of) for one in tracked if one.counts(as_of)]
    on_time, late, overdue = (
        states.count(state) for state in (MilestoneState.DONE_ON_TIME, MilestoneState.DONE_LATE, MilestoneState.OVERDUE)
    )
    due = on_time + late + overdue
    return MilestoneFigures(due, on_time, late, overdue, len(states) - due)


def task_figures(tasks: Iterable[Task], year: int, as_of: date) -> dict[TaskState, int]:
    """How many tasks are in each state; the six counts sum to the number of tasks."""
    counts = dict.fromkeys(TaskState, 0)
    for task in tasks:
        counts[task_state(task, year, as_of)] += 1
    return counts


def unit_figures(tasks: Iterable[Task], as_of: date) -> dict[str, MilestoneFigures]:
    """The milestone counts of each lead unit, in order of first appearance; a task led by two counts for both."""
    by_unit: dict[str, list[Tracked]] = {}
    for task in tasks:
        for unit in task.units:
            by_unit.setdefault(unit, []).extend(task.tracked)
    return {unit: milestone_figures(tracked, as_of) for unit, tracked in by_unit.items()}
