"""Puts a backup in place of the present data: all of it or nothing, the present state kept first."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.domain.errors import MachineTrouble, Refused
from app.domain.proof import ProofFile
from app.ports import DataSummary
from db.backup import lost
from db.backup_file import unpack, writing
from db.check import must_be_whole, proof_files, reading, summary_of
from db.database_copy import DATABASE, pour
from db.errors import machine_trouble
from db.kept_before import keep, name_for, thin
from db.proof_folder import FOLDER, hash_in_name, is_whole, name_or_none, place, size_of, take_away
from db.schema import HEAD
from db.usable import must_be_usable, must_hold_tables_only
from db.window_settings import bring_in_settings

SPARE = ".phuc-hoi-"
"""How folders begin that only hold something while a backup is taken apart."""
_ABANDONED = 24 * 3600


def restore(folder: Path, file: Path, password: str = "") -> tuple[DataSummary, Path | None]:
    """Put the backup ``file`` in place of the data in ``folder``; returns what it holds and where the data before
    were kept (None where there were none). Files of proofs are added or mended, never deleted.

    Raises Refused, with nothing changed, where the file is no whole backup that this version can read, or its
    ``password`` is another.
    """
    _sweep(folder)
    with writing(folder / DATABASE), tempfile.TemporaryDirectory(dir=folder, prefix=SPARE) as name:
        spare = Path(name)
        unpacked = unpack(file, spare, _room(folder), password)
        summary, wanted = _checked(spare / DATABASE, file)
        brought_in = _brought_in(spare / FOLDER, folder / FOLDER, unpacked.proofs)
        with _present_kept(folder) as kept, brought_in, machine_trouble():
            pour(spare / DATABASE, folder / DATABASE)
    bring_in_settings(folder, unpacked.settings)
    thin(folder, datetime.now(), file)
    there = frozenset(unpacked.proofs) | _whole_ones(folder / FOLDER, wanted, unpacked.proofs)
    return replace(summary, made_on=unpacked.made_on, lost_files=lost(wanted, there)), kept


def look_into(folder: Path, file: Path, password: str = "") -> DataSummary:
    """What the backup ``file`` holds, taken apart beside the data in ``folder`` and checked. Raises like
    ``restore``."""
    with writing(folder / DATABASE), tempfile.TemporaryDirectory(dir=folder, prefix=SPARE) as name:
        unpacked = unpack(file, Path(name), _room(folder), password)
        summary, _ = _checked(Path(name, DATABASE), file)
    return replace(summary, made_on=unpacked.made_on)


def _room(folder: Path) -> int:
    """Bytes that the backup may come to: what is free, less the copy that is kept of the present data."""
    present = [folder / DATABASE, *(folder / FOLDER).rglob("*")]
    return shutil.disk_usage(folder).free - sum(size_of(path) or 0 for path in present)


def _checked(database: Path, file: Path) -> tuple[DataSummary, list[ProofFile]]:
    """What the database of a backup holds, and the files that its proofs need."""
    try:
        with reading(database) as connection:
            must_hold_tables_only(connection)
            must_be_whole(connection)
            version = str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        found = summary_of(database), proof_files(database)
    except (sqlite3.Error, MachineTrouble, TypeError) as error:
        raise Refused("backup.damaged", file=file.name) from error
    if version > HEAD:
        raise Refused("backup.too_new", file=file.name)
    if version < HEAD:
        _bring_up_to_date(database, file)
    _refuse_unusable(database, file)
    return found


def _bring_up_to_date(database: Path, file: Path) -> None:
    """A window that has the data open cannot work with those of an older version."""
    from db.migrate import upgrade

    try:
        upgrade(database)
    except Exception as error:
        raise Refused("backup.damaged", file=file.name) from error


def _refuse_unusable(database: Path, file: Path) -> None:
    try:
        must_be_usable(database)
    except Exception as error:
        # what a line that makes no sense breaks is anybody's guess
        raise Refused("backup.damaged", file=file.name) from error


@contextmanager
def _present_kept(folder: Path) -> Iterator[Path | None]:
    """A backup of the data about to be replaced, of data too broken for that a plain copy; None where there are none.
    It goes again where they are not replaced, so that one try after another does not fill the disk."""
    present = folder / DATABASE
    if not present.exists():
        yield None
        return
    kept = name_for(folder, datetime.now())
    try:
        kept = keep(folder, kept)
        yield kept
    except BaseException:
        for path in (kept, kept.with_suffix(".db")):
            take_away(path)
        raise


@contextmanager
def _brought_in(spare: Path, folder: Path, names: Sequence[str]) -> Iterator[None]:
    """The files ``names`` in their places for the database that is put in meanwhile; where that fails, those that were
    not there before go again. What is left after a power cut in between is unused and harms nobody."""
    new: list[Path] = []
    try:
        with machine_trouble():
            if names:
                folder.mkdir(exist_ok=True)
            new.extend(folder / name for name in names if place(spare / name, folder, name))
        yield
    except BaseException:
        for path in new:
            take_away(path)
        raise


def _whole_ones(folder: Path, wanted: Sequence[ProofFile], restored: Sequence[str]) -> frozenset[str]:
    """Of the files that the backup lacks, those that were here all along."""
    lacking = {name for file in wanted if (name := name_or_none(file))}.difference(restored)
    return frozenset(name for name in lacking if is_whole(folder / name, hash_in_name(name)))


def _sweep(folder: Path) -> None:
    """What a restore that was cut off by a power cut left behind."""
    for left in folder.glob(f"{SPARE}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
