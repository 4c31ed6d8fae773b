"""Bringing an older database up to date: on a copy kept beside it, foreign keys off, checked before it counts."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from app.domain.errors import MachineTrouble

SCRIPTS = Path(__file__).resolve().parent / "migrations"


def backup_of(file: Path, version: str) -> Path:
    """Where the copy of ``file`` as it was at schema ``version`` is kept."""
    return file.with_name(f"{file.stem}-{version}.bak")


def migrate(file: Path, version: str, scripts: Path = SCRIPTS) -> Path:
    """Bring ``file`` from schema ``version`` to the newest in ``scripts``; answers where its copy is.

    Raises MachineTrouble, with the old data in place, where a migration or the check after it fails.
    """
    backup = backup_of(file, version)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(backup)) as target:
        source.backup(target)
    try:
        upgrade(file, scripts)
        _check(file)
    except Exception as error:
        _put_back(backup, file)
        raise MachineTrouble("storage.migration_failed", backup=backup.name) from error
    return backup


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


def _put_back(backup: Path, file: Path) -> None:
    for rest in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + rest).unlink(missing_ok=True)
    shutil.copyfile(backup, file)
