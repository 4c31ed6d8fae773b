"""One-file backups of the data, putting one back, and looking whether the data are whole.

A backup is a zip with the database, as SQLite's own online backup copies it while others go on working, and a few
lines that say what it is. A file is written beside its final place and renamed, so that no half of one is left.
"""

import json
import os
import shutil
import sqlite3
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import MachineTrouble, Refused
from app.ports import DataSummary
from db.errors import machine_trouble
from db.schema import HEAD

DATABASE = "so-cchc.db"
_ABOUT = "about.json"
_FORMAT = "so-cchc-backup/1"
_KEPT = "truoc-phuc-hoi"
_ABOUT_BYTES = 1_000_000
_PATIENCE = 5
"""Seconds to wait for another program that is writing."""


def back_up(folder: Path, file: Path) -> DataSummary:
    """Write the data in ``folder`` into the zip ``file`` and return what it holds.

    Raises Refused where the folder holds no data, MachineTrouble where the file cannot be written.
    """
    database = _database(folder)
    with _beside(file) as part, tempfile.TemporaryDirectory() as spare:
        copy = Path(spare, DATABASE)
        with machine_trouble():
            _copy_database(database, copy)
            summary = replace(_summary(copy), made_on=date.today())
        _pack(copy, summary, part)
    return summary


def restore(folder: Path, file: Path) -> tuple[DataSummary, Path | None]:
    """Put the backup ``file`` in place of the data in ``folder``; returns what it holds and where the data before
    were kept (None where there were none).

    Raises Refused, with nothing changed, where the file is no whole backup that this version can read.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix=".phuc-hoi-") as spare:
        copy = Path(spare, DATABASE)
        made_on = _unpack(file, copy)
        summary = replace(_checked(copy, file), made_on=made_on)
        kept = _keep_present(folder)
        with _writing(folder / DATABASE), machine_trouble():
            _pour(copy, folder / DATABASE)
    return summary, kept


def check(folder: Path) -> DataSummary:
    """What the data in ``folder`` hold, after looking at every page and every link.

    Raises MachineTrouble that says what is broken, Refused where there are no data.
    """
    database = _database(folder)
    with machine_trouble(), _reading(database) as connection:
        _must_be_whole(connection)
    return _summary(database)


def _database(folder: Path) -> Path:
    if not (folder / DATABASE).is_file():
        raise Refused("backup.no_data", folder=folder)
    return folder / DATABASE


@contextmanager
def _reading(database: Path) -> Iterator[sqlite3.Connection]:
    # Not "mode=ro": a database in WAL mode may need its log taken over before it can be read.
    with closing(sqlite3.connect(database, timeout=_PATIENCE)) as connection:
        yield connection


def _must_be_whole(connection: sqlite3.Connection) -> None:
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise MachineTrouble("backup.data_broken", detail=said)
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = ", ".join(sorted({str(line[0]) for line in broken}))
        raise MachineTrouble("backup.links_broken", count=len(broken), tables=tables)


def _summary(database: Path) -> DataSummary:
    with _reading(database) as connection:
        titles = tuple(str(line[0]) for line in connection.execute("SELECT title FROM plan ORDER BY year, id"))
        rows = connection.execute("SELECT count(*) FROM row WHERE kind = 'item'").fetchone()[0]
    return DataSummary(len(titles), rows, titles)


def _copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source, timeout=_PATIENCE)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, progress=_give_up_when_busy())
        # The copy must be one file that stands alone.
        new.execute("PRAGMA journal_mode = DELETE")


def _give_up_when_busy() -> Callable[[int, int, int], None]:
    """Python would try for ever to copy a database that somebody else is writing to."""
    latest = time.monotonic() + _PATIENCE

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > latest:
            raise MachineTrouble("storage.locked")

    return progress


def _pack(database: Path, summary: DataSummary, file: Path) -> None:
    about = {"format": _FORMAT, "schema": HEAD, "plans": summary.plans, "rows": summary.rows}
    about["made_on"] = summary.made_on.isoformat() if summary.made_on else ""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(_ABOUT, json.dumps(about))
        packed.write(database, DATABASE)


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise MachineTrouble("backup.unwritable", file=file) from error


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A temporary file beside ``file`` that takes its place when all went well."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    with _writing(file):
        try:
            yield part
            _onto_disk(part)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def _unpack(file: Path, target: Path) -> date | None:
    """Take the database out of the backup ``file``; returns the day it was made."""
    try:
        with zipfile.ZipFile(file) as packed:
            return _unpack_members(packed, file, target)
    except zipfile.BadZipFile as error:
        # A file cut short loses the list at its end and is no longer recognised as a zip either.
        key = "backup.damaged" if _begins_like_zip(file) else "backup.not_a_backup"
        raise Refused(key, file=file.name) from error
    except (ValueError, KeyError, EOFError, RuntimeError, NotImplementedError, zlib.error) as error:
        raise Refused("backup.damaged", file=file.name) from error


def _begins_like_zip(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(2) == b"PK"


def _unpack_members(packed: zipfile.ZipFile, file: Path, target: Path) -> date | None:
    sizes = {member.filename: member.file_size for member in packed.infolist()}
    if set(sizes) != {_ABOUT, DATABASE} or sizes[_ABOUT] > _ABOUT_BYTES:
        raise Refused("backup.not_a_backup", file=file.name)
    about = json.loads(packed.read(_ABOUT))
    if not isinstance(about, dict) or about.get("format") != _FORMAT:
        raise Refused("backup.not_a_backup", file=file.name)
    # Room for the data now, for the copy kept of them, and some to spare. zipfile never gives more than is declared.
    if sizes[DATABASE] * 2 > shutil.disk_usage(target.parent).free:
        raise MachineTrouble("backup.too_large", file=file.name)
    with packed.open(DATABASE) as source, target.open("wb") as copy, _writing(target):
        shutil.copyfileobj(source, copy, 1 << 20)
    return date.fromisoformat(about["made_on"]) if about.get("made_on") else None


def _checked(database: Path, file: Path) -> DataSummary:
    try:
        with _reading(database) as connection:
            _must_be_whole(connection)
            version = str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        summary = _summary(database)
    except (sqlite3.Error, MachineTrouble, TypeError) as error:
        raise Refused("backup.damaged", file=file.name) from error
    if version > HEAD:
        raise Refused("backup.too_new", file=file.name)
    return summary


def _keep_present(folder: Path) -> Path | None:
    """A backup of the data about to be replaced; of data too broken for that, a plain copy."""
    present = folder / DATABASE
    if not present.exists():
        return None
    kept = folder / f"{_KEPT}-{datetime.now():%Y%m%d-%H%M%S-%f}.zip"
    try:
        back_up(folder, kept)
    except (sqlite3.Error, MachineTrouble):
        kept = kept.with_suffix(".db")
        with _writing(kept):
            shutil.copyfile(present, kept)
    return kept


def _pour(new: Path, present: Path) -> None:
    """Put ``new`` into the present database in one transaction, so that windows that have it open stay on it; in its
    place where it is missing or too broken to be written to."""
    try:
        with closing(sqlite3.connect(new)) as source, closing(sqlite3.connect(present, timeout=_PATIENCE)) as target:
            if target.execute("PRAGMA journal_mode").fetchone():
                source.backup(target, progress=_give_up_when_busy())
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise
        _replace(new, present)


def _replace(new: Path, present: Path) -> None:
    # A log left behind by the data before must not be taken for the new data's.
    for ending in ("-wal", "-shm"):
        present.with_name(present.name + ending).unlink(missing_ok=True)
    _onto_disk(new)
    new.replace(present)


def _onto_disk(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
