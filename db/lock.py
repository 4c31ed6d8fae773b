"""One window on one data folder: the second is told who has the first.

The operating system holds the lock and lets go of it however the program ends, so that a crash leaves nothing in the
way; the text in the file only says who it is.
"""

import getpass
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from app.domain.errors import MachineTrouble, Refused

FILE_NAME = "so-cchc.lock"
# far behind the text, so that on Windows, where a locked byte cannot be read, the text can
_LOCKED_BYTE = 1 << 30


def _try_lock(file: BinaryIO) -> bool:
    """Whether the lock could be had."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class Hold:
    """The data folder, held until ``release`` or the end of the program."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def release(self) -> None:
        """Let another window open the folder."""
        if not self._file.closed:
            self._file.seek(0)
            self._file.truncate()
            self._file.close()

    def __enter__(self) -> "Hold":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def hold(folder: Path) -> Hold:
    """Hold ``folder`` for one window.

    Raises Refused, saying who has it open, on which machine and since when; MachineTrouble where the folder cannot
    be written.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
    except OSError as error:
        raise MachineTrouble("storage.read_only") from error
    if not _try_lock(file):
        file.close()
        raise Refused("storage.in_use", **_owner(path))
    file.seek(0)
    file.truncate()
    file.write(json.dumps(_self(), ensure_ascii=False).encode())
    file.flush()
    return Hold(file)


def _self() -> dict[str, object]:
    since = datetime.now().strftime("%H:%M ngày %d/%m/%Y")
    return {"user": _user(), "machine": socket.gethostname(), "since": since, "process": os.getpid()}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _owner(path: Path) -> dict[str, object]:
    """Who wrote the lock file; "?" where the text is not there yet."""
    try:
        owner = json.loads(path.read_bytes())
    except (OSError, ValueError):
        owner = {}
    return {name: owner.get(name, "?") for name in ("user", "machine", "since")}
