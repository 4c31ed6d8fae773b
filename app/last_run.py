"""How the program ended last time, told by what it left behind: a mark that only an orderly end takes away, and what
the interpreter wrote when it was brought down."""

import faulthandler
import json
import os
from contextlib import suppress
from enum import Enum
from io import TextIOWrapper
from pathlib import Path

from app import VERSION
from app.fault_words import fault_trace
from app.program_log import write_line

MARK_NAME = "so-cchc.running"
FAULT_NAME = "so-cchc.fault"


class LastEnd(Enum):
    """WELL: closed in order, or never run; CUT: ended from outside (power, task manager); CRASHED: a fault of ours."""

    WELL = "well"
    CUT = "cut"
    CRASHED = "crashed"


class RunMark:
    """Says that a window has the data folder open, from ``begin`` to ``end``. Nothing of it stops the program: where
    the folder cannot be written, no mark is left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faults: TextIOWrapper | None = None

    def begin(self) -> LastEnd:
        """Leave the mark, and answer how the run before ended; what brought it down is put into the log."""
        trace = _read(self._folder / FAULT_NAME)
        ended = LastEnd.CRASHED if trace.strip() else LastEnd.WELL
        if ended is LastEnd.CRASHED:
            write_line(self._folder, "\n".join(["the program was brought down", *fault_trace(trace)]))
        elif (self._folder / MARK_NAME).exists():
            ended = LastEnd.CUT
            write_line(self._folder, "the program was ended from outside")
        with suppress(OSError):
            self._leave()
        return ended

    def end(self) -> None:
        """The program ends in order."""
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None
        for name in (MARK_NAME, FAULT_NAME):
            with suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)

    def _leave(self) -> None:
        content = json.dumps({"process": os.getpid(), "version": VERSION})
        (self._folder / MARK_NAME).write_text(content, encoding="utf-8")
        self._faults = (self._folder / FAULT_NAME).open("w", encoding="utf-8")
        faulthandler.enable(self._faults, all_threads=True)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")[:100_000]
    except OSError:
        return ""
