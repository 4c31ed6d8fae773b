"""The helper that replaces the program once that has ended: a copy of the old program file, started with
``--finish-update JOURNAL``. Standard library only.

Order: keep the data, replace the programs (the window's last), start the new one, wait for its first page. Where any of
that fails: data back first, then the programs, then the old one is started. Each step is written down before it is
done, so that ``resume`` knows after a power cut what to do.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from app.update.data_copy import keep_data, put_data_back
from app.update.installed import SIGN, versioned
from app.update.journal import Journal, Reason, Step, note_step, read_journal, settle_folder
from app.update.lock import update_lock
from app.update.processes import sign_of_life, start, wait_for_end
from app.update.replacing import put_in_place


def main(arguments: Sequence[str]) -> int:
    """Carry out or take back the update written down in the journal named first; 0 when the new program runs."""
    file = Path(arguments[0])
    with update_lock(file.parent) as is_ours:
        journal = read_journal(file) if is_ours else None
        if journal is None:
            return 1
        if not wait_for_end(journal.process, journal.seconds):
            note_step(file, journal, Step.WENT_BACK, Reason.STILL_OPEN)
            return 1
        works = _finish(file, journal)
    if works is False:
        start(file.parent / journal.programs[-1], journal.arguments)
    return 0 if works else 1


def _finish(file: Path, journal: Journal) -> bool | None:
    """Whether the new program works; False once the old one is back, None where nothing was to be done."""
    if journal.step in (Step.READY, Step.SWAPPING, Step.WAITING):
        journal, reason = _replace(file, journal)
        if reason is None:
            note_step(file, journal, Step.DONE)
            return True
        journal = note_step(file, journal, Step.GOING_BACK, reason)
    if journal.step is not Step.GOING_BACK:
        return None
    _go_back(file, journal)
    return False


def _replace(file: Path, journal: Journal) -> tuple[Journal, Reason | None]:
    """The new program in place and alive, or the reason why not."""
    try:
        if journal.step is Step.READY:
            # later the new program may have changed them already
            keep_data(Path(journal.data))
        journal = note_step(file, journal, Step.SWAPPING)
        put_programs(file.parent, journal.programs, journal.new)
        journal = note_step(file, journal, Step.WAITING)
        return journal, _try_out(file.parent, journal)
    except OSError:
        return journal, Reason.NOT_REPLACED


def _try_out(folder: Path, journal: Journal) -> Reason | None:
    sign = folder / SIGN
    sign.unlink(missing_ok=True)
    try:
        started = start(folder / journal.programs[-1], journal.arguments, sign)
    except OSError:
        return Reason.NOT_STARTED
    reason = sign_of_life(started, sign, journal.new, journal.seconds)
    sign.unlink(missing_ok=True)
    return reason


def _go_back(file: Path, journal: Journal) -> None:
    put_data_back(Path(journal.data))
    put_programs(file.parent, journal.programs, journal.old)
    note_step(file, journal, Step.WENT_BACK)


def put_programs(folder: Path, programs: Sequence[str], version: str) -> None:
    """The program files of ``version`` in their places. Raises OSError."""
    for name in programs:
        put_in_place(folder / versioned(name, version), folder / name)
    settle_folder(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
