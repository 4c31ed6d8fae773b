"""One update at a time in a program folder; the system lets go of the lock however its holder ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.update.installed import LOCK


@contextmanager
def update_lock(folder: Path) -> Iterator[bool]:
    """Whether this process has the lock of ``folder`` now; kept until the end of the block. Raises OSError where the
    folder cannot be written."""
    file = os.fdopen(os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666), "r+b")
    with file:
        yield _try_lock(file)


def _try_lock(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
