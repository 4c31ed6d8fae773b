"""What looks after the program itself: faults, the place to come back to, the support package, updates."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.restart import RESTART
from app.texts import text
from ui.crash_keeper import CrashKeeper
from ui.place_keeper import PlaceKeeper

if TYPE_CHECKING:
    from app.last_run import LastEnd
    from app.ports.backups import BackupStore
    from app.ports.support import SupportStore
    from ui.main_window import MainWindow
    from ui.support_commands import SupportCommands
    from ui.update_commands import UpdateCommands


class Care(QObject):
    """Belongs to the window; ``stop`` before that goes away."""

    def __init__(self, window: MainWindow, store: SupportStore | None, backups: BackupStore | None) -> None:
        super().__init__(window)
        self._window, self._store, self._backups = window, store, backups
        self.place = PlaceKeeper(window)
        self.crashes = CrashKeeper(window, window.data_folder)
        self.crashes.package_wanted.connect(self.ask_package)
        # after what is under way has come to an end: the fault may sit in the middle of it
        self.crashes.restart_wanted.connect(partial(QTimer.singleShot, 0, self, self.restart))
        window.actions_["support_package"].triggered.connect(self.ask_package)
        window.actions_["update_file"].triggered.connect(self.ask_update)
        window.started.connect(self._begin_update)

    @cached_property
    def support(self) -> SupportCommands:
        """The support package; made when it is first wanted."""
        from ui.support_commands import SupportCommands

        return SupportCommands(self._window, self._window.banner, self._window.data_folder, self._store)

    @Slot()
    def ask_package(self) -> None:
        """Put the support package together and show it."""
        self.support.ask()

    @cached_property
    def update(self) -> UpdateCommands:
        """Updates from a file; made when one is wanted, or was under way."""
        from ui.update_commands import UpdateCommands

        return UpdateCommands(self._window, self._backups)

    @Slot()
    def ask_update(self) -> None:
        """Ask for an update file."""
        self.update.ask_file()

    @Slot()
    def _begin_update(self) -> None:
        if getattr(sys, "frozen", False):
            self.update.begin()

    def tell_last_end(self, ended: LastEnd) -> None:
        """How the run before this one ended, where that was not in order."""
        from app.last_run import LastEnd

        if ended is LastEnd.CRASHED:
            self.crashes.say_last_crash()
        elif ended is LastEnd.CUT:
            self._window.banner.offer(text("crash.last_cut"), {text("crash.save_package"): self.ask_package})

    @Slot()
    def restart(self) -> None:
        """Store everything, close the window, and ask to be started anew; what goes wrong on the way is only logged."""
        try:
            self._window.close()
        finally:
            QApplication.exit(RESTART)

    def stop(self) -> None:
        """Write down where the clerk is, wait for what is under way."""
        self.place.stop()
        for name in ("support", "update"):
            if name in self.__dict__:
                getattr(self, name).stop()
