"""Notices that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

if TYPE_CHECKING:
    from ui.clock import Clock

_LOOK_MS = 15_000
_ASK_AFTER_SECONDS = 45
_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    )
)


class IdleWatch(QObject):
    """``quiet`` tells now and then, while nobody touches anything, for how many seconds.

    Looks at the events of whole windows alone (a few in a second while somebody works), never at those of the
    widgets in them, and only between ``begin`` and ``end``.
    """

    quiet = Signal(float)
    lock_wanted = Signal()
    """The keys of the lock were pressed where the menus' shortcuts do not reach: in a dialog over the window."""

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock.moment()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_on(self) -> bool:
        """Whether anything is looked at."""
        return self._timer.isActive()

    @property
    def seconds(self) -> float:
        """How long nobody has touched anything."""
        return self._clock.seconds_since(self._last)

    def begin(self) -> None:
        """Look from now on."""
        self._last = self._clock.moment()
        if not self.is_on:
            self._timer.start()
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.focusWindowChanged.connect(self._watch)
            for window in QGuiApplication.topLevelWindows():
                self._watch(window)

    def end(self) -> None:
        """Look at nothing any more."""
        if not self.is_on:
            return
        self._timer.stop()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.disconnect(self._watch)
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)

    def touch(self) -> None:
        """Somebody is there."""
        self._last = self._clock.moment()

    @Slot()
    def look(self) -> None:
        """Tell how long nobody has touched anything, where it is long enough to matter."""
        seconds = self.seconds
        if seconds >= _ASK_AFTER_SECONDS:
            self.quiet.emit(seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note keys and the mouse; let everything pass."""
        del watched
        if event.type() in _TOUCHES:
            self.touch()
            if isinstance(event, QKeyEvent) and _is_lock(event) and QGuiApplication.modalWindow() is not None:
                self.lock_wanted.emit()
                return True
        return False

    @Slot(object)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # never twice
            window.installEventFilter(self)


def _is_lock(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_L and event.modifiers() == held
