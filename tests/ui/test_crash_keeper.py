"""A mistake of our own: one calm dialog, the way back, nothing of a plan in the log."""

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qCritical
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.last_run import LastEnd
from app.ports import Storage, Work
from app.program_log import log_text, start_log, stop_log
from ui import crash_keeper
from ui.crash_watch import CrashWatch
from ui.dialogs.crash import CrashDialog
from ui.main_window import MainWindow

_PLANTED = "Tiếp bà Mật về hồ sơ đất đai"


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a register with one plan, its log open."""
    assert plan_id
    handler = start_log(tmp_path)
    made = MainWindow(storage, tmp_path, date(2026, 6, 17))
    qtbot.addWidget(made)
    made.show_page("plan")
    made.show()
    qtbot.waitUntil(lambda: made.operations.idle)
    yield made
    qtbot.waitUntil(lambda: made.operations.idle)
    made.close()
    stop_log(handler)


@pytest.fixture
def watch(window: MainWindow) -> Iterator[CrashWatch]:
    """Every uncaught exception goes to ``window``."""
    made = CrashWatch()
    made.begin()
    made.seen.connect(window.care.crashes.note)
    yield made
    made.end()


def dialogs(window: MainWindow) -> list[CrashDialog]:
    """The crash dialogs that stand over the window."""
    return [one for one in window.findChildren(CrashDialog) if one.isVisible()]


def fail() -> None:
    """As a slot with a mistake in it does."""
    raise ValueError(_PLANTED)


def fails_on_a_worker(window: MainWindow) -> None:
    def use_case(work: Work) -> None:
        del work
        fail()

    window.operations.write("thử", use_case)


def fails_in_a_slot(window: MainWindow) -> None:
    QTimer.singleShot(0, window, fail)


def fails_in_a_thread(window: MainWindow) -> None:
    del window
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


@pytest.mark.parametrize("way", [fails_on_a_worker, fails_in_a_slot, fails_in_a_thread])
def test_a_mistake_on_any_thread_is_said_once_and_calmly(
    qtbot: QtBot, window: MainWindow, watch: CrashWatch, tmp_path: Path, way: Callable[[MainWindow], None]
) -> None:
    with qtbot.captureExceptions() as left:
        # the catcher of the tests took the place that the program's own had
        watch.end()
        watch.begin()
        way(window)
        qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    assert not left
    (dialog,) = dialogs(window)
    assert "Mọi nội dung đã lưu vẫn còn nguyên" in dialog.words and _PLANTED not in dialog.words
    said = log_text(tmp_path)
    assert said.count("ValueError") == 1 and ", in fail" in said and _PLANTED not in said
    dialog.go_on.click()
    assert not dialogs(window)


def test_mistakes_that_come_in_crowds_do_not_stack_up(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = window.care.crashes
    for _ in range(50):
        keeper.note(ValueError(_PLANTED))
        keeper.note(KeyError(_PLANTED))
    assert len(dialogs(window)) == 1
    dialogs(window)[0].reject()
    keeper.note(ValueError())
    assert not dialogs(window)  # the same within the minute: it was said
    monkeypatch.setattr(crash_keeper, "_QUIET_SECONDS", 0.0)
    keeper.note(ValueError())
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    assert "52 lần" in dialogs(window)[0].words
    dialogs(window)[0].reject()
    assert log_text(tmp_path).count("ERROR") == 40


def test_grave_words_of_qt_are_logged_without_what_they_quote(watch: CrashWatch, tmp_path: Path) -> None:
    del watch
    qCritical(f"QWidget::setText: {_PLANTED}")
    assert "Qt critical: QWidget::setText" in log_text(tmp_path) and _PLANTED not in log_text(tmp_path)


def test_the_dialog_offers_the_package_and_the_way_back(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("ui.care.QApplication.exit", asked.append)
    window.care.crashes.note(ValueError())
    (dialog,) = dialogs(window)
    assert dialog.restart.isDefault()
    wanted = QSignalSpy(window.care.crashes.package_wanted)
    dialog.package.click()
    assert wanted.count() == 1 and dialogs(window) == [dialog]
    qtbot.waitUntil(lambda: window.care.support.dialog is not None)
    assert window.care.support.dialog is not None
    window.care.support.dialog.reject()
    window.plan_page.table.go_to(1, 1)
    window.plan_page.table.edit_place("Vừa gõ")
    dialog.restart.click()
    qtbot.waitUntil(lambda: asked == [75])
    assert not window.isVisible()


@pytest.mark.parametrize(("ended", "words"), [(LastEnd.CRASHED, "dừng đột ngột vì lỗi"), (LastEnd.CUT, "mất điện")])
def test_the_next_start_tells_how_the_last_run_ended(window: MainWindow, ended: LastEnd, words: str) -> None:
    window.care.tell_last_end(ended)
    said = [one.words for one in dialogs(window)] or [window.banner.sentence]
    assert len(said) == 1 and words in said[0]
    for one in dialogs(window):
        assert one.restart.isHidden()
        one.reject()


def test_an_orderly_end_is_no_news(window: MainWindow, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        window.care.tell_last_end(LastEnd.WELL)
    assert not dialogs(window) and not window.banner.sentence
