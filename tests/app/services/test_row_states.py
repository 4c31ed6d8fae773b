"""The states of all rows over a real storage: the same counts as the figures, late tasks by appendix."""

from collections import Counter
from datetime import date
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.row_states import RowStatus
from app.domain.status import TaskState
from app.exchange.calendars import default_calendar
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.display import hide_states, states_hidden
from app.services.row_states import read_row_states
from app.services.tracking import progress, rows_of

TODAY = date(2026, 6, 17)


def test_the_states_sum_up_to_the_figures(storage: Storage) -> None:
    plan_id = storage.write("nhập", lambda work: work.add_plan(sample_plan())).result
    found = storage.read(partial(read_row_states, plan_id=plan_id, calendar=default_calendar(), today=TODAY))
    # figures are as of the end of a day; on a day on which nothing is due and nothing noted both are the same
    figures = storage.read(partial(progress, plan_id=plan_id, calendar=default_calendar(), as_of=TODAY))
    assert all(one.occurrence.due != TODAY for row in figures.rows for one in row.task.tracked)
    counts = Counter(state.status for state in found.rows.values())
    for status in (RowStatus.DONE, RowStatus.OVERDUE, RowStatus.CONTINUOUS, RowStatus.WAITING):
        assert counts[status] == figures.tasks[TaskState(status.value)]
    assert sum(counts.values()) == sum(figures.tasks.values()) == len(found.rows)


def test_late_tasks_are_counted_by_appendix(storage: Storage) -> None:
    plan_id = storage.write("nhập", lambda work: work.add_plan(sample_plan())).result
    found = storage.read(partial(read_row_states, plan_id=plan_id, calendar=default_calendar(), today=TODAY))
    plan, rows = storage.read(partial(rows_of, plan_id=plan_id, calendar=default_calendar()))
    late = Counter(
        plan.appendices[row.appendix].id
        for row in rows
        if row.row_id is not None and found.rows[row.row_id].status is RowStatus.OVERDUE
    )
    assert late and dict(late) == found.overdue
    assert (found.plan_id, found.today) == (plan_id, TODAY)


def test_a_plan_that_is_not_there_is_refused(storage: Storage) -> None:
    with pytest.raises(Refused):
        storage.read(partial(read_row_states, plan_id=7, calendar=default_calendar(), today=TODAY))


def test_the_wish_to_hide_them_is_kept(storage: Storage) -> None:
    assert not storage.read(states_hidden)
    written = storage.write("", partial(hide_states, hidden=True))
    assert storage.read(states_hidden) and not written.changes.plans and not written.changes.directories
    storage.write("", partial(hide_states, hidden=False))
    assert not storage.read(states_hidden)
