"""What follows a mistake of our own: it is logged, and said once, calmly, however often it happens."""

from collections import Counter
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.fault_words import signature
from app.program_log import write_crash

if TYPE_CHECKING:
    from ui.dialogs.crash import CrashDialog

_QUIET_SECONDS = 60.0
_MOST_LOGGED = 20


class CrashKeeper(QObject):
    """Shows at most one dialog at a time, and for the same fault at most one in a minute."""

    package_wanted = Signal()
    restart_wanted = Signal()

    def __init__(self, window: QWidget, data_folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, data_folder
        self._counts: Counter[str] = Counter()
        self._said: dict[str, float] = {}
        self.dialog: CrashDialog | None = None
        """What stands over the window now."""

    @Slot(object)
    def note(self, error: BaseException) -> None:
        """Log ``error`` and say it, unless it is being said."""
        name = signature(error)
        self._counts[name] += 1
        if self._counts[name] <= _MOST_LOGGED:
            write_crash(self._folder, error)
        if self.dialog is None and self._is_news(name):
            self._said[name] = monotonic()
            self._show(self._counts[name])

    def say_last_crash(self) -> None:
        """The run before this one was brought down by a fault."""
        from ui.dialogs.crash import after_crash_dialog

        self._open(after_crash_dialog(self._window))

    def _is_news(self, name: str) -> bool:
        said = self._said.get(name)
        return said is None or monotonic() - said > _QUIET_SECONDS

    def _show(self, count: int) -> None:
        from ui.dialogs.crash import crash_dialog

        self._open(crash_dialog(self._window, count))

    def _open(self, dialog: "CrashDialog") -> None:
        self.dialog = dialog
        dialog.package_wanted.connect(self.package_wanted)
        dialog.restart_wanted.connect(self.restart_wanted)
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        self.dialog = None
