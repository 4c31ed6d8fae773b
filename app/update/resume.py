"""What a program does about an update when it starts: put right what a power cut left, and afterwards tidy up."""

import os
import shutil
from contextlib import suppress
from dataclasses import replace
from enum import Enum
from pathlib import Path

from app.update.data_copy import forget_copy
from app.update.installed import SIGN_VARIABLE, Installed, versioned
from app.update.journal import Journal, Reason, Step, note_step, read_journal
from app.update.lock import update_lock
from app.update.processes import start
from app.update.swap import put_programs

FINISH = "--finish-update"
_ENDED = (Step.DONE, Step.WENT_BACK)


class Start(Enum):
    """GO_ON; BUSY: an update is under way, so leave and say so; HANDED_OVER: leave quietly, a helper goes on."""

    GO_ON = "go_on"
    BUSY = "busy"
    HANDED_OVER = "handed_over"


def resume(program: Installed) -> Start:
    """Look after an update that was cut off, before anything else is opened. Raises OSError."""
    journal = read_journal(program.journal)
    if journal is None or journal.step in _ENDED or os.environ.get(SIGN_VARIABLE):
        return Start.GO_ON
    with update_lock(program.folder) as is_ours:
        if not is_ours:
            return Start.BUSY
        if program.version == journal.new:
            # put in place and not yet known to work: the helper of the old version tries it out, or goes back
            journal = note_step(program.journal, replace(journal, process=os.getpid()), journal.step)
        else:
            _put_right(program, journal)
            return Start.GO_ON
    start_helper(program.folder, journal)
    return Start.HANDED_OVER


def _put_right(program: Installed, journal: Journal) -> None:
    """The old program is in place: take back what was done of the update."""
    if program.version == journal.old:
        if journal.step is not Step.GOING_BACK:
            put_programs(program.folder, journal.programs[:-1], journal.old)
        note_step(program.journal, journal, Step.WENT_BACK, journal.reason or Reason.CUT_OFF)
    else:
        program.journal.unlink(missing_ok=True)


def start_helper(folder: Path, journal: Journal) -> None:
    """Start the helper that carries the journal of ``folder`` out. Raises OSError."""
    command = [FINISH, str(Installed(folder, "", journal.old).journal)]
    start(folder / versioned(journal.programs[-1], journal.old), command)


def give_sign(program: Installed) -> None:
    """The first page is shown: tell the helper that waits for it, if any. Raises OSError."""
    sign = os.environ.pop(SIGN_VARIABLE, "")
    if sign:
        part = Path(f"{sign}.part")
        part.write_text(program.version, encoding="utf-8")
        part.replace(sign)


def take_news(program: Installed) -> Journal | None:
    """The journal of an update that has come to its end, which is then forgotten; None while a helper is at work, and
    where there is no news. To be asked after ``give_sign``. Raises OSError."""
    journal = read_journal(program.journal)
    if journal is None:
        return None
    if journal.step not in _ENDED:
        with update_lock(program.folder) as is_ours:
            # the helper was cut off, and this program has shown its first page without it
            if is_ours and program.version == journal.new and journal.step is not Step.GOING_BACK:
                journal = note_step(program.journal, journal, Step.DONE)
    if journal.step not in _ENDED:
        return None
    program.journal.unlink(missing_ok=True)
    return journal


def tidy_up(program: Installed, data: Path) -> None:
    """Remove what other versions have left, unless an update is under way; what is still in use stays until the next
    start."""
    if program.journal.exists():
        return
    for path in program.leftovers():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()
    forget_copy(data)
