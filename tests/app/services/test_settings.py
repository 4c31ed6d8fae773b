"""Settings in a real register: kept, checked, and followed by every list that says what comes soon."""

from datetime import date

import pytest

from app.domain.errors import Refused
from app.domain.milestone_lines import LineState
from app.domain.row_states import RowStatus
from app.domain.settings import Settings
from app.exchange.calendars import default_calendar
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.milestone_lists import home, milestone_list
from app.services.row_states import read_row_states
from app.services.settings import read_settings, save_settings, soon_days
from app.services.tracking import progress

TODAY = date(2026, 6, 1)


def test_nothing_is_set_at_first(storage: Storage) -> None:
    assert storage.read(read_settings) == Settings()
    assert storage.read(soon_days) == 7


def test_the_register_keeps_its_own(storage: Storage) -> None:
    storage.write("", lambda work: save_settings(work, Settings(150, True, 30, 0, "A3", "never", False, False, True)))
    assert storage.read(read_settings) == Settings(100, False, 30, 0, "A3", "never", False, False, True)


def test_settings_are_no_step_to_undo(storage: Storage) -> None:
    storage.write("", lambda work: save_settings(work, Settings(soon_days=30)))
    assert storage.history().undo == ()


def test_a_wrong_value_changes_nothing(storage: Storage) -> None:
    with pytest.raises(Refused):
        storage.write("", lambda work: save_settings(work, Settings(soon_days=0, paper="A3")))
    assert storage.read(read_settings) == Settings()


@pytest.mark.parametrize("days", [1, 7, 60])
def test_every_list_says_soon_by_the_days_that_are_set(storage: Storage, days: int) -> None:
    plan_id = storage.write("", lambda work: work.add_plan(sample_plan())).result
    storage.write("", lambda work: save_settings(work, Settings(soon_days=days)))
    calendar = default_calendar()
    listed = storage.read(lambda work: milestone_list(work, plan_id, calendar, TODAY))
    ahead = [line for line in listed.lines if line.due is not None and line.due >= TODAY]
    soon = {line.row_id for line in listed.lines if line.state is LineState.DUE_SOON}
    assert listed.soon_days == days
    assert all((line.state is LineState.DUE_SOON) == ((line.due - TODAY).days <= days) for line in ahead if line.due)
    shown = storage.read(lambda work: home(work, listed)).overview.soon
    assert shown == sum(line.state is LineState.DUE_SOON for line in listed.lines)
    states = storage.read(lambda work: read_row_states(work, plan_id, calendar, TODAY)).rows
    assert {row for row, state in states.items() if state.status is RowStatus.DUE_SOON} <= soon
    assert storage.read(lambda work: progress(work, plan_id, calendar, TODAY)).soon_days == days
