"""States and figures as of a day, against hand-counted cases and a slow independent count."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.milestone import Milestone, MilestoneKind
from app.domain.occurrence import Occurrence
from app.domain.status import (
    MilestoneState,
    Task,
    TaskState,
    Tracked,
    milestone_figures,
    state_of,
    task_figures,
    task_state,
    unit_figures,
)

DAY = date(2025, 6, 30)


def tracked(due: date, done: date | None = None, start: date | None = None) -> Tracked:
    """An occurrence of a dated milestone."""
    return Tracked(Occurrence(0, None, MilestoneKind.BY, due, start), done)


def undated(*kinds: MilestoneKind) -> Task:
    """A task whose cell names no day."""
    return Task(tuple(Milestone(kind) for kind in kinds), ())


def dated_task(*ones: Tracked) -> Task:
    """A task with dated milestones only."""
    return Task(tuple(Milestone(MilestoneKind.BY, due=one.occurrence.due) for one in ones), ones, ("Văn phòng",))


def test_states_of_a_milestone() -> None:
    assert state_of(tracked(DAY), DAY) is MilestoneState.OVERDUE
    assert state_of(tracked(DAY + timedelta(days=7)), DAY) is MilestoneState.DUE_SOON
    assert state_of(tracked(DAY + timedelta(days=8)), DAY) is MilestoneState.NOT_DUE
    assert state_of(tracked(DAY, DAY), DAY) is MilestoneState.DONE_ON_TIME
    assert state_of(tracked(DAY - timedelta(days=1), DAY), DAY) is MilestoneState.DONE_LATE


def test_what_was_done_later_was_late_then() -> None:
    assert state_of(tracked(DAY, DAY + timedelta(days=3)), DAY + timedelta(days=1)) is MilestoneState.OVERDUE


def test_states_of_a_task() -> None:
    after, before = DAY + timedelta(days=30), DAY - timedelta(days=30)
    assert task_state(dated_task(tracked(before, before), tracked(after)), 2025, DAY) is TaskState.IN_PROGRESS
    assert task_state(dated_task(tracked(after, None, before)), 2025, DAY) is TaskState.IN_PROGRESS
    assert task_state(dated_task(tracked(after)), 2025, DAY) is TaskState.NOT_DUE
    assert task_state(dated_task(tracked(before), tracked(after)), 2025, DAY) is TaskState.OVERDUE
    assert task_state(dated_task(tracked(before, before), tracked(date(2026, 3, 31))), 2025, DAY) is TaskState.DONE


def test_tasks_without_a_day() -> None:
    assert task_state(undated(MilestoneKind.CONTINUOUS), 2025, DAY) is TaskState.CONTINUOUS
    assert task_state(undated(MilestoneKind.CONTINUOUS, MilestoneKind.CONDITIONAL), 2025, DAY) is TaskState.WAITING
    assert task_state(undated(MilestoneKind.DONE), 2025, DAY) is TaskState.DONE
    assert task_state(undated(), 2025, DAY) is TaskState.NOT_DUE


def test_figures_of_a_unit() -> None:
    figures = unit_figures([dated_task(tracked(DAY)), dated_task(tracked(DAY, DAY))], DAY)
    assert (figures["Văn phòng"].due, figures["Văn phòng"].overdue) == (2, 1)


days = st.dates(date(2025, 1, 1), date(2026, 3, 31))


@given(st.lists(st.tuples(days, st.none() | days)), days)
def test_figures_equal_a_slow_count(pairs: list[tuple[date, date | None]], as_of: date) -> None:
    figures = milestone_figures([tracked(due, done) for due, done in pairs], as_of)
    met = [(due, done) for due, done in pairs if done is not None and done <= as_of]
    assert figures.done_on_time == len([1 for due, done in met if done <= due])
    assert figures.done_late == len([1 for due, done in met if done > due])
    assert figures.due == figures.done_on_time + figures.done_late + figures.overdue
    assert figures.due + figures.in_time == len(pairs)


@given(st.lists(st.lists(st.tuples(days, st.none() | days), max_size=4)), days)
def test_every_task_has_one_state(rows: list[list[tuple[date, date | None]]], as_of: date) -> None:
    tasks = [dated_task(*(tracked(due, done) for due, done in row)) for row in rows]
    assert sum(task_figures(tasks, 2025, as_of).values()) == len(tasks)


def test_what_was_called_off_counts_nowhere_from_that_day_on() -> None:
    one = Tracked(tracked(DAY - timedelta(days=9)).occurrence, cancelled=DAY)
    assert state_of(one, DAY - timedelta(days=1)) is MilestoneState.OVERDUE
    assert state_of(one, DAY) is MilestoneState.CANCELLED
    assert milestone_figures([one], DAY - timedelta(days=1)).overdue == 1
    assert milestone_figures([one], DAY) == milestone_figures([], DAY)
    assert task_state(dated_task(one), 2025, DAY) is TaskState.DONE
    assert task_state(dated_task(one, tracked(DAY)), 2025, DAY) is TaskState.OVERDUE


def test_the_office_says_the_state_of_a_task_itself() -> None:
    begun = Task((), (), set_begun=DAY)
    assert task_state(begun, 2025, DAY - timedelta(days=1)) is TaskState.NOT_DUE
    assert task_state(begun, 2025, DAY) is TaskState.IN_PROGRESS
    done = Task((Milestone(MilestoneKind.CONTINUOUS),), (), set_done=DAY, set_begun=DAY)
    assert task_state(done, 2025, DAY - timedelta(days=1)) is TaskState.CONTINUOUS
    assert task_state(done, 2025, DAY) is TaskState.DONE
