"""Use cases go to the storage and come back; each kind of error has its own way."""

import logging
import threading
import weakref
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel
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


class _Kept:
    """Stands for what a screen hands over: a bound method that holds a widget."""

    def __init__(self, does: Callable[..., object]) -> None:
        self._does = does

    def __call__(self, *given: object) -> Any:
        return self._does(*given)


def _answer(*_given: object) -> str:
    return "xong"


@pytest.mark.parametrize("outcome", [_answer, _refuse, _crash])
def test_what_a_screen_handed_over_dies_on_the_windows_thread(
    qtbot: QtBot,
    operations: Operations,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    outcome: Callable[[Work], object],
) -> None:
    """The worker is held up where it still has the request in hand, so that its hold would be the last one."""
    asked, finished = threading.Event(), threading.Event()
    monkeypatch.setattr("ui.operations._complain", lambda _future: finished.wait(10))
    died_on: list[threading.Thread] = []

    def kept(does: Callable[..., object]) -> _Kept:
        made = _Kept(does)
        weakref.finalize(made, lambda: died_on.append(threading.current_thread()))
        return made

    def task(work: Work) -> object:
        asked.wait(10)
        return outcome(work)

    with caplog.at_level(logging.CRITICAL):
        operations.read(kept(task), kept(_answer), kept(_answer))
        asked.set()
        qtbot.waitUntil(lambda: operations.idle)
    died_here = list(died_on)
    finished.set()
    assert died_here == [threading.main_thread()] * 3


class _Screen(QLabel):
    """Something that waits for an answer."""

    def show_answer(self, answer: str) -> None:
        """Show it: an error once this is gone."""
        self.setText(answer)

    def show_more(self, more: str, answer: str) -> None:
        """The same with something known before."""
        self.setText(more + answer)


@pytest.mark.parametrize("use_case", [lambda _: "x", _refuse], ids=["answer", "refusal"])
@pytest.mark.parametrize("bound", [False, True], ids=["method", "partial"])
def test_a_screen_that_is_gone_gets_no_answer(
    qtbot: QtBot, operations: Operations, use_case: Callable[[Work], str], bound: bool
) -> None:
    screen = _Screen()
    tell = partial(screen.show_more, "y") if bound else screen.show_answer
    operations.write("hỏi", use_case, tell, tell)
    shiboken6.delete(screen)
    with qtbot.captureExceptions() as caught:
        qtbot.waitUntil(lambda: operations.idle)
    assert caught == []
