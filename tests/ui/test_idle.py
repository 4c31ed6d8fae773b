"""Noticing that nobody is there, without a look at every event."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.windows import bring_forward
from ui.clock import Clock, Moment
from ui.idle import IdleWatch


class HandClock(Clock):
    """Goes on when told."""

    seconds = 0.0

    def moment(self) -> Moment:
        return Moment(self.seconds, self.seconds)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def watch(window: QWidget) -> IdleWatch:
    return IdleWatch(HandClock(), window)


def wait(watch: IdleWatch, seconds: float) -> None:
    clock = watch._clock
    assert isinstance(clock, HandClock)
    clock.seconds += seconds


def test_a_quiet_while_is_told(qtbot: QtBot, watch: IdleWatch) -> None:
    watch.begin()
    wait(watch, 30)
    with qtbot.assertNotEmitted(watch.quiet):
        watch.look()
    wait(watch, 60)
    with qtbot.waitSignal(watch.quiet) as told:
        watch.look()
    assert told.args == [90.0]
    watch.end()


def test_keys_and_the_mouse_are_a_touch_in_every_window(qtbot: QtBot, watch: IdleWatch, window: QWidget) -> None:
    watch.begin()
    second = QWidget()
    qtbot.addWidget(second)
    bring_forward(qtbot, second)
    events = (
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(1, 1),
            QPointF(1, 1),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    for one in (window, second):
        for event in events:
            wait(watch, 100)
            QApplication.sendEvent(one.windowHandle(), event)
            assert watch.seconds == 0
    wait(watch, 100)
    QApplication.sendEvent(window.windowHandle(), QEvent(QEvent.Type.UpdateRequest))
    assert watch.seconds == 100
    watch.end()


def test_nothing_is_looked_at_before_the_begin_and_after_the_end(watch: IdleWatch, window: QWidget) -> None:
    assert not watch.is_on
    watch.end()
    watch.begin()
    watch.begin()
    watch.end()
    wait(watch, 100)
    QApplication.sendEvent(
        window.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    )
    assert watch.seconds == 100 and not watch.is_on
