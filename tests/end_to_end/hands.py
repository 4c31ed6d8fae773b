"""What a person does at the keyboard: keys go to whatever has the focus."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """The widget that keys go to."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(pressed: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press one key."""
    QTest.keyClick(focused(), pressed, held)


def type_words(words: str) -> None:
    """Type ``words`` letter by letter; a line end is Alt+Enter."""
    for letter in words:
        if letter == "\n":
            key(Qt.Key.Key_Return, ALT)
        else:
            QCoreApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything asked for is on disk and shown."""
    qtbot.waitUntil(lambda: window.operations.idle, timeout=10_000)
