"""The state of a row in a few words: longest overdue, next due, what comes soon told apart."""

from datetime import date, timedelta

import pytest

from app.domain.milestone import Milestone, MilestoneKind
from app.domain.milestone_lines import task_state_during
from app.domain.occurrence import Occurrence
from app.domain.row_states import RowStatus, row_state
from app.domain.status import Task, TaskState, Tracked

TODAY = date(2026, 6, 17)


def due(days: int, done: int | None = None, cancelled: int | None = None, start: int | None = None) -> Tracked:
    """An occurrence due so many days from today, done, called off or begun so many days from today."""
    begin = None if start is None else TODAY + timedelta(days=start)
    one = Occurrence(0, f"Mốc {days}", MilestoneKind.BY, TODAY + timedelta(days=days), start=begin)
    met, gone = (None if day is None else TODAY + timedelta(days=day) for day in (done, cancelled))
    return Tracked(one, met, gone)


@pytest.mark.parametrize(
    ("tracked", "status", "late"),
    [
        ([due(-12), due(-3), due(30)], RowStatus.OVERDUE, 12),
        ([due(-12, done=-1), due(-3)], RowStatus.OVERDUE, 3),
        ([due(-1)], RowStatus.OVERDUE, 1),
        ([due(0)], RowStatus.DUE_SOON, 0),
        ([due(7)], RowStatus.DUE_SOON, 0),
        ([due(8)], RowStatus.NOT_DUE, 0),
        ([due(-5, done=-5), due(7)], RowStatus.DUE_SOON, 0),
        ([due(-5, done=-5), due(60)], RowStatus.IN_PROGRESS, 0),
        ([due(60, start=-1)], RowStatus.IN_PROGRESS, 0),
        ([due(-5, done=-5), due(-3, done=0)], RowStatus.DONE, 0),
        ([due(-5, cancelled=-6), due(60)], RowStatus.NOT_DUE, 0),
    ],
)
def test_the_state_and_the_days_late(tracked: list[Tracked], status: RowStatus, late: int) -> None:
    state = row_state(Task((), tuple(tracked)), 2026, TODAY)
    assert (state.status, state.days_late(TODAY)) == (status, late)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (MilestoneKind.CONTINUOUS, RowStatus.CONTINUOUS),
        (MilestoneKind.CONDITIONAL, RowStatus.WAITING),
        (MilestoneKind.UNKNOWN, RowStatus.NOT_DUE),
    ],
)
def test_a_task_without_dates(kind: MilestoneKind, status: RowStatus) -> None:
    state = row_state(Task((Milestone(kind, text="x"),), ()), 2026, TODAY)
    assert (state.status, state.late, state.coming, state.dated) == (status, None, None, 0)


def test_what_is_late_what_comes_next_and_the_count() -> None:
    tracked = (due(40), due(-3), due(-12), due(20), due(-30, done=-31), due(-9, cancelled=-10))
    state = row_state(Task((), tracked), 2026, TODAY)
    assert state.late is not None and state.late.occurrence.what == "Mốc -12"
    assert state.coming is not None and state.coming.occurrence.what == "Mốc 20"
    assert (state.done, state.dated) == (1, 5)


@pytest.mark.parametrize("days", range(-10, 40, 7))
def test_the_states_are_those_of_the_figures(days: int) -> None:
    for tracked in ((due(-5),), (due(3),), (due(20),), (due(-5, done=-6), due(15)), (due(2, done=1),)):
        task, day = Task((), tracked), TODAY + timedelta(days=days)
        status, state = row_state(task, 2026, day).status, task_state_during(task, 2026, day)
        ahead = state in (TaskState.NOT_DUE, TaskState.IN_PROGRESS)
        assert status.value == state.value or (status is RowStatus.DUE_SOON and ahead)
