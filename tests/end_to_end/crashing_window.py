"""The program in a process of its own: types over a cell, meets a fault in a slot, and is opened anew by the button of
the dialog: ``python -m tests.end_to_end.crashing_window FOLDER WORDS``. Its exit status is the window's."""

import sys
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from db.storage import open_storage
from db.support_facts import SupportFacts
from ui.application import run_window
from ui.dialogs.crash import CrashDialog
from ui.main_window import MainWindow

_TICK_MS = 50


class Clerk(QObject):
    """What a person does, one step a tick."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()
        self._typed = False

    def _go_on(self) -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        if not windows or not windows[0].isVisible() or windows[0].page_name != "plan":
            return
        dialog = next(iter(windows[0].findChildren(CrashDialog)), None)
        if dialog is not None:
            self._timer.stop()
            dialog.restart.click()
        elif not self._typed:
            self._typed = True
            table = windows[0].plan_page.table
            table.go_to(1, 1)
            table.edit_place(self._words)
            QTimer.singleShot(0, partial(_fail, self._words))


def _fail(words: str) -> None:
    raise ValueError(words)


def main() -> int:
    """The exit status of the window."""
    folder, words = Path(sys.argv[1]), sys.argv[2]
    application = QApplication(["so-cchc"])
    clerk = Clerk(words)
    storage = open_storage(folder)
    status = run_window(storage, folder, date(2026, 6, 17), support=SupportFacts(folder))
    storage.close()
    del clerk, application
    return status


if __name__ == "__main__":
    sys.exit(main())
