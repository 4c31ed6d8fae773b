"""Bringing an older database up to date: done on a copy, foreign keys off, checked, and put in place in one go.

The database itself is not touched before that, so that a power cut or a full disk at any moment leaves it as it was.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from app.domain.errors import MachineTrouble
from db.database_copy import copy_database, onto_disk, pour
from db.errors import machine_trouble, trouble_of
from db.proof_folder import take_away

SCRIPTS = Path(__file__).resolve().parent / "migrations"


def backup_of(file: Path, version: str) -> Path:
    """Where the copy of ``file`` as it was at schema ``version`` is kept."""
    return file.with_name(f"{file.stem}-{version}.bak")


def migrate(file: Path, version: str, scripts: Path = SCRIPTS) -> Path:
    """Bring ``file`` from schema ``version`` to the newest in ``scripts``; answers where its copy is.

    Raises MachineTrouble, with the old data in place, where a migration or the check after it fails, or there is no
    room for the copies.
    """
    backup = backup_of(file, version)
    with machine_trouble(), _part_of(backup) as part:
        copy_database(file, part)
        onto_disk(part)
        part.replace(backup)
    with _part_of(file) as new:
        try:
            copy_database(backup, new)
            upgrade(new, scripts)
            _check(new)
            pour(new, file)
        except Exception as error:
            raise _trouble(error, backup) from error
    return backup


@contextmanager
def _part_of(file: Path) -> Iterator[Path]:
    """A file beside ``file`` to write to first; gone at the end unless renamed, and so is what a power cut left."""
    part = file.with_name(f".{file.name}.part")
    try:
        _remove(part)
        yield part
    finally:
        _remove(part)


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        take_away(database.with_name(database.name + ending))


def _trouble(error: Exception, backup: Path) -> MachineTrouble:
    """The machine's trouble where it is that; else the migration is at fault."""
    known = error if isinstance(error, MachineTrouble) else trouble_of(error)
    is_machine = known is not None and known.key != "storage.corrupt"
    return known if known and is_machine else MachineTrouble("storage.migration_failed", backup=backup.name)


def upgrade(file: Path, scripts: Path = SCRIPTS, revision: str = "head") -> None:
    """Run the migrations of ``scripts`` that ``file`` lacks, up to ``revision``."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    # without a pool the connection, and with it foreign_keys=OFF (SQLite's default), ends here
    engine = create_engine(URL.create("sqlite", database=str(file)), poolclass=NullPool)
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _check(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        damage = connection.execute("PRAGMA quick_check").fetchall()
    if orphans or damage != [("ok",)]:
        raise ValueError(f"after the migration: {orphans[:5]} {damage[:5]}")
