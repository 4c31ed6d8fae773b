"""Use cases go to the storage and come back; each kind of error has its own way."""

import logging

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import MachineTrouble, Refused
from app.domain.plan import Plan
from app.ports import Storage, Work
from ui.operations import Operations


def test_a_write_tells_result_then_change_then_history(qtbot: QtBot, operations: Operations, small_plan: Plan) -> None:
    told: list[object] = []
    operations.changed.connect(lambda changes: told.append(changes.plans))
    operations.history_changed.connect(lambda history: told.append(history.undo[0]))
    operations.write("thêm kế hoạch", lambda work: work.add_plan(small_plan), told.append)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [1, frozenset({1}), "thêm kế hoạch"]


def _refuse(_work: Work) -> None:
    raise Refused("edit.last_column")


def _trouble(_work: Work) -> None:
    raise MachineTrouble("edit.last_column")


def _crash(_work: Work) -> None:
    raise ZeroDivisionError


def test_a_refusal_is_a_sentence(qtbot: QtBot, operations: Operations) -> None:
    with qtbot.waitSignal(operations.refused) as told:
        operations.write("x", _refuse)
    assert str(told.args[0]).startswith("Đây là cột duy nhất")


def test_trouble_and_our_own_mistakes_are_told_apart(
    qtbot: QtBot, operations: Operations, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(operations.trouble):
        operations.write("x", _trouble)
    with qtbot.waitSignal(operations.crashed), caplog.at_level(logging.CRITICAL):
        operations.read(_crash, lambda _result: None)


def test_what_is_asked_after_the_end_is_left_undone(storage: Storage) -> None:
    operations = Operations(storage)
    operations.close()
    answers: list[object] = []
    operations.read(lambda work: work.list_plans(), answers.append)
    assert operations.idle
    assert answers == []
