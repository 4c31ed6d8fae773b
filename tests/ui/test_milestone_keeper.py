"""The list of milestones kept between visits."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import MachineTrouble
from app.domain.mark import Mark
from app.ports import Storage
from app.services.tracking import note_down
from ui import milestone_keeper
from ui.milestone_keeper import MilestoneKeeper, keeper_of
from ui.operations import Operations

TODAY = date(2026, 6, 17)


@pytest.fixture
def keeper(operations: Operations) -> MilestoneKeeper:
    """The keeper of these operations."""
    return keeper_of(operations)


def read(qtbot: QtBot, keeper: MilestoneKeeper, plan_id: int | None, today: date = TODAY) -> None:
    """Want a list and wait until it is there."""
    with qtbot.waitSignal(keeper.ready):
        keeper.want(plan_id, today)


def test_all_pages_share_one(operations: Operations, keeper: MilestoneKeeper) -> None:
    assert keeper_of(operations) is keeper


def test_what_holds_is_not_read_again(
    qtbot: QtBot, operations: Operations, keeper: MilestoneKeeper, plan_id: int
) -> None:
    read(qtbot, keeper, plan_id)
    kept = keeper.kept
    assert keeper.is_fresh and keeper.kept_for(plan_id) is kept and keeper.kept_for(plan_id + 1) is None
    keeper.want(plan_id, TODAY)
    assert operations.idle and keeper.kept is kept


def test_another_day_is_another_list(qtbot: QtBot, keeper: MilestoneKeeper, plan_id: int) -> None:
    read(qtbot, keeper, plan_id)
    read(qtbot, keeper, plan_id, TODAY + timedelta(days=1))
    assert keeper.kept is not None and keeper.kept.today == TODAY + timedelta(days=1)


def test_a_change_is_read_again_even_when_nobody_looks(
    qtbot: QtBot, operations: Operations, keeper: MilestoneKeeper, plan_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper._pause.setInterval(1)
    read(qtbot, keeper, plan_id)
    assert keeper.kept is not None
    line = keeper.kept.lines[0]
    with qtbot.waitSignal(keeper.ready):
        operations.write("ghi", lambda work: note_down(work, Mark(line.row_id, line.key, done=TODAY)))
    assert keeper.kept.lines[0].done == TODAY


def test_a_setting_changes_nothing(qtbot: QtBot, operations: Operations, keeper: MilestoneKeeper, plan_id: int) -> None:
    read(qtbot, keeper, plan_id)
    operations.write("", lambda work: work.save_setting("tên", "giá trị"))
    qtbot.waitUntil(lambda: operations.idle)
    assert keeper.is_fresh


def test_a_plan_that_went_away_gives_way_to_the_newest(
    qtbot: QtBot, operations: Operations, keeper: MilestoneKeeper, plan_id: int
) -> None:
    read(qtbot, keeper, plan_id)
    operations.write("xóa", lambda work: work.remove_plan(plan_id))
    qtbot.waitUntil(lambda: operations.idle)
    read(qtbot, keeper, plan_id)
    assert keeper.kept is not None and keeper.kept.plan is None


def test_it_is_made_before_anybody_asks(qtbot: QtBot, keeper: MilestoneKeeper, plan_id: int) -> None:
    keeper._pause.setInterval(1)
    with qtbot.waitSignal(keeper.ready):
        keeper.prepare(plan_id, TODAY)
    assert keeper.kept is not None and keeper.kept.lines


def test_after_trouble_the_next_one_who_wants_it_tries_again(
    qtbot: QtBot,
    operations: Operations,
    keeper: MilestoneKeeper,
    storage: Storage,
    plan_id: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MachineTrouble("storage.read_only")

    with monkeypatch.context() as patch:
        patch.setattr(milestone_keeper, "milestone_list", fail)
        with qtbot.waitSignal(operations.trouble):
            keeper.want(plan_id, TODAY)
    assert keeper.kept is None
    read(qtbot, keeper, plan_id)
    assert keeper.is_fresh
