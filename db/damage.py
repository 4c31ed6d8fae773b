"""Whether the database of a data folder is broken or gone, looked at before it is opened: it never opens empty."""

import sqlite3
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from app.domain.plan import Plan
from db.check import reading
from db.database_copy import DATABASE
from db.errors import trouble_of

_NAMES = "SELECT name FROM sqlite_master WHERE type = 'table'"


WritePlans = Callable[[Sequence[Plan], Path], None]
"""Writes plans into a folder, in files that a person can open."""


class Damage(Enum):
    """BROKEN: a file that cannot be read through. GONE: no file, or one without anything in it."""

    BROKEN = "broken"
    GONE = "gone"


def damage_in(folder: Path) -> Damage | None:
    """What is wrong with the database in ``folder``; a new folder has none and is GONE.

    Raises sqlite3.Error and OSError where it cannot be looked at (locked, no access)."""
    file = folder / DATABASE
    # SQLite would throw away the log beside an empty file
    if not file.exists() or file.stat().st_size == 0:
        return Damage.GONE
    try:
        with reading(file) as connection:
            return _damage_of(connection)
    except sqlite3.DatabaseError as error:
        trouble = trouble_of(error)
        if trouble is None or trouble.key != "storage.corrupt":
            raise
        return Damage.BROKEN


def _damage_of(connection: sqlite3.Connection) -> Damage | None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        return Damage.BROKEN
    names = [name for (name,) in connection.execute(_NAMES)]
    if not names:
        return Damage.GONE
    has_version = "alembic_version" not in names or connection.execute("SELECT 1 FROM alembic_version").fetchone()
    return None if has_version else Damage.BROKEN
