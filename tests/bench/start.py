"""When the first picture is there: ``python -m tests.bench.start bare|window|table STARTED DATA``.

Runs until the first paint (``bare`` and ``window``) or until a table with rows has been painted (``table``), prints the
seconds since STARTED (the parent's monotonic clock) and the peak memory, and leaves without tidying up.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ports import Storage

_WAITS = 60


def _watch(started: float, wants_rows: bool) -> None:
    """Leave at the first paint of a window, or of a table that has rows."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QTableView, QWidget

    from tests.bench.probe import peak_megabytes

    def leave() -> None:
        found = {"seconds": time.monotonic() - started, "megabytes": peak_megabytes()}
        print(json.dumps(found), flush=True)
        os._exit(0)

    class Watcher(QObject):
        """Sees every event of the application."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and self.counts(watched):
                # The paint itself comes after this event filter.
                QTimer.singleShot(0, leave)
            return False

        def counts(self, widget: QWidget) -> bool:
            table = widget.parent()
            return not wants_rows or (
                isinstance(table, QTableView) and table.model() is not None and table.model().rowCount() > 0
            )

    application = QApplication(["bench"])
    watcher = Watcher(application)
    application.installEventFilter(watcher)
    QTimer.singleShot(_WAITS * 1000, lambda: os._exit(3))


def bare(started: float) -> None:
    """A window with an empty table, and nothing else."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    _watch(started, wants_rows=False)
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    window.resize(1366, 740)
    window.show()
    QApplication.exec()


def ours(started: float, data: str, wants_rows: bool) -> None:
    """The program as ``./run`` starts it."""
    import app.__main__ as program

    open_window = program._run_window

    def window(storage: Storage, folder: Path, today: date) -> int:
        _watch(started, wants_rows)
        return open_window(storage, folder, today)

    setattr(program, "_run_window", window)  # noqa: B010
    sys.argv = ["so-cchc", "--data", data]
    sys.exit(program.main())


def main() -> None:
    """Start what is named first."""
    what, started, data = sys.argv[1:]
    if what == "bare":
        bare(float(started))
    ours(float(started), data, wants_rows=what == "table")


if __name__ == "__main__":
    main()
