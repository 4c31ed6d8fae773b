"""Copies of the database as SQLite makes them itself, while others go on working on it."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.domain.errors import MachineTrouble

DATABASE = "so-cchc.db"
PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""


def copy_database(source: Path, target: Path) -> None:
    """Write the data of ``source`` into the new file ``target``, which stands alone. Raises sqlite3.Error, or
    MachineTrouble where somebody else does not stop writing."""
    with closing(sqlite3.connect(source, timeout=PATIENCE)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, progress=_give_up_when_busy())
        # The copy must be one file that stands alone.
        new.execute("PRAGMA journal_mode = DELETE")


def pour(new: Path, present: Path) -> None:
    """Put ``new`` into the present database in one transaction, so that windows that have it open stay on it; in its
    place where it is missing or too broken to be written to. Raises like ``copy_database``."""
    try:
        with closing(sqlite3.connect(new)) as source, closing(sqlite3.connect(present, timeout=PATIENCE)) as target:
            if target.execute("PRAGMA journal_mode").fetchone():
                source.backup(target, progress=_give_up_when_busy())
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise
        _replace(new, present)


def onto_disk(file: Path) -> None:
    """Make the content of ``file`` last through a power cut."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _give_up_when_busy() -> Callable[[int, int, int], None]:
    """Python would try for ever to copy a database that somebody else is writing to."""
    latest = time.monotonic() + PATIENCE

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > latest:
            raise MachineTrouble("storage.locked")

    return progress


def _replace(new: Path, present: Path) -> None:
    # A log left behind by the data before must not be taken for the new data's.
    for ending in ("-wal", "-shm"):
        present.with_name(present.name + ending).unlink(missing_ok=True)
    onto_disk(new)
    new.replace(present)
