"""What the database says, in the words of what a person can do about it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from app.domain.errors import MachineTrouble

_SENTENCES = {
    sqlite3.SQLITE_FULL: "storage.disk_full",
    sqlite3.SQLITE_READONLY: "storage.read_only",
    sqlite3.SQLITE_PERM: "storage.read_only",
    sqlite3.SQLITE_CANTOPEN: "storage.cannot_open",
    sqlite3.SQLITE_BUSY: "storage.locked",
    sqlite3.SQLITE_LOCKED: "storage.locked",
    sqlite3.SQLITE_CORRUPT: "storage.corrupt",
    sqlite3.SQLITE_NOTADB: "storage.corrupt",
    sqlite3.SQLITE_IOERR: "storage.disk_trouble",
}

_SYSTEM_SENTENCES = {
    errno.ENOSPC: "storage.disk_full",
    errno.EDQUOT: "storage.disk_full",
    errno.EROFS: "storage.read_only",
    errno.EACCES: "storage.read_only",
    errno.EPERM: "storage.read_only",
    errno.EIO: "storage.disk_trouble",
}
_NO_TEXT = "Could not decode to UTF-8"
"""How the driver, not SQLite itself, says that a text is damaged."""
_SHARING = (32, 33)
"""Windows says PermissionError where another program holds the file, and means something else."""


def trouble_of(error: BaseException) -> MachineTrouble | None:
    """The machine's trouble behind a database error; None where the mistake is the program's own."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, OSError):
        return _system_trouble(cause)
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None and isinstance(cause, sqlite3.OperationalError) and str(cause).startswith(_NO_TEXT):
        return MachineTrouble("storage.corrupt")
    # the low byte is the kind, the others say more about it
    key = _SENTENCES.get(code & 0xFF) if isinstance(code, int) else None
    return MachineTrouble(key) if key else None


def _system_trouble(error: OSError) -> MachineTrouble | None:
    if getattr(error, "winerror", None) in _SHARING:
        return MachineTrouble("storage.locked")
    key = _SYSTEM_SENTENCES.get(error.errno or 0)
    return MachineTrouble(key) if key else None


@contextmanager
def machine_trouble() -> Iterator[None]:
    """Turns errors of the database and the disk that are the machine's into MachineTrouble; lets all others pass."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error
