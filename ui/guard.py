"""Runs the window under guard: whatever goes wrong is caught, logged and said calmly, from the start to the end."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Refused
from app.last_run import LastEnd, RunMark
from app.program_log import start_log, stop_log, write_crash
from app.restart import RESTART
from ui.crash_watch import CrashWatch

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Guard:
    """What the window needs of its guard: how the last run ended, and who tells of faults."""

    def __init__(self, ended: LastEnd, watch: CrashWatch) -> None:
        self._ended, self._watch = ended, watch

    def watch(self, window: "MainWindow") -> None:
        """From now on faults are said in ``window``, and so is what became of the last run."""
        self._watch.seen.connect(window.care.crashes.note)
        if self._ended is not LastEnd.WELL:
            window.started.connect(partial(window.care.tell_last_end, self._ended))


def guarded(folder: Path, run: Callable[[Guard], int]) -> int:
    """The exit status of ``run``; where it fails, that of the dialog that says so. Raises Refused."""
    log, mark, watch = start_log(folder), RunMark(folder), CrashWatch()
    ended = mark.begin()
    watch.begin()
    try:
        return run(Guard(ended, watch))
    except Refused:
        raise
    except Exception as error:
        write_crash(folder, error)
        return _say_start_crash(folder)
    finally:
        watch.end()
        mark.end()
        stop_log(log)


def _say_start_crash(folder: Path) -> int:
    from ui.dialogs.crash import start_crash_dialog
    from ui.support_commands import SupportCommands
    from ui.widgets.banner import Banner

    dialog = start_crash_dialog()
    banner = Banner()
    dialog.column.insertWidget(0, banner)
    support = SupportCommands(dialog, banner, folder)
    dialog.package_wanted.connect(support.ask)
    restart = bool(dialog.exec())
    support.stop()
    return RESTART if restart else 1
