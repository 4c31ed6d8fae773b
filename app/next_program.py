"""Which program comes before and after this one's window: an update that was cut off is looked after first, and a
window that ends may ask for another start."""

from pathlib import Path

from app.domain.errors import Refused
from app.program_log import write_crash
from app.restart import FINISH_UPDATE, RESTART, start_again
from app.update.installed import running_program
from app.update.journal import read_journal


def may_start(folder: Path) -> bool:
    """Whether this program is to open its window; False where a helper opens one. Raises Refused while an update is
    under way. ``folder`` is the data folder, for the log."""
    program = running_program()
    if program is None or not program.journal.exists():
        return True
    from app.update.resume import Start, resume

    try:
        start = resume(program)
    except OSError as error:
        # better a window than an update put right
        write_crash(folder, error)
        return True
    if start is Start.BUSY:
        raise Refused("update.busy")
    return start is Start.GO_ON


def go_on_elsewhere(folder: Path, status: int) -> int:
    """Start what the window that ended with ``status`` has asked for, now that the data in ``folder`` are free; the
    status for the system."""
    try:
        if status == RESTART:
            start_again()
        elif status == FINISH_UPDATE:
            _start_helper()
        else:
            return status
    except OSError as error:
        write_crash(folder, error)
        return 1
    return 0


def _start_helper() -> None:
    from app.update.resume import start_helper

    program = running_program()
    journal = read_journal(program.journal) if program is not None else None
    if program is not None and journal is not None:
        start_helper(program.folder, journal)
