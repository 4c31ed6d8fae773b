"""Jobs off the window's thread."""

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from ui.background import Background, Cancelled, Progress


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    del qtbot
    found = Background()
    yield found
    found.stop()


def test_the_job_runs_elsewhere_and_its_result_comes_back(qtbot: QtBot, background: Background) -> None:
    with qtbot.waitSignal(background.finished) as caught:
        background.start(lambda _progress: current_thread() is main_thread())
    assert caught.args == [False]
    assert not background.running


def test_progress_is_told(qtbot: QtBot, background: Background) -> None:
    with qtbot.waitSignal(background.said) as caught:
        background.start(lambda progress: progress.say("đang đọc"))
    assert caught.args == ["đang đọc"]


def test_a_refusal_and_a_mistake_are_told_apart(qtbot: QtBot, background: Background) -> None:
    def refuse(_progress: Progress) -> None:
        raise Refused("import_page.title")

    def stumble(_progress: Progress) -> None:
        raise ValueError("a mistake")

    with qtbot.waitSignal(background.refused):
        background.start(refuse)
    with qtbot.waitSignal(background.failed):
        background.start(stumble)


def test_a_cancelled_job_stops_and_reports_nothing(qtbot: QtBot, background: Background) -> None:
    begun, go_on, stopped = Event(), Event(), Event()

    def long(progress: Progress) -> str:
        begun.set()
        go_on.wait(5)
        try:
            progress.check()
        except Cancelled:
            stopped.set()
            raise
        return "too late"

    with qtbot.assertNotEmitted(background.finished), qtbot.assertNotEmitted(background.failed):
        background.start(long)
        assert begun.wait(5)
        background.cancel()
        go_on.set()
        background.stop()
        assert stopped.is_set()


def test_a_later_job_takes_the_place_of_an_earlier_one(qtbot: QtBot, background: Background) -> None:
    go_on = Event()
    background.start(lambda _progress: go_on.wait(5))
    with qtbot.waitSignal(background.finished) as caught:
        background.start(lambda _progress: "second")
        go_on.set()
    assert caught.args == ["second"]
