"""One-file backups of everything: the database, as SQLite's own online backup copies it while others go on working on
it, and the files of proofs.

A backup is written beside its final place, flushed and renamed, so that no half of one is left.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.backup_kept import is_far_smaller
from app.domain.errors import MachineTrouble, Refused
from app.domain.proof import ProofFile
from app.ports import DataSummary
from db.backup_file import pack, read_back, rows_in, writing
from db.check import database_in, must_be_whole, proof_files, reading, summary_of
from db.database_copy import DATABASE, copy_database, onto_disk
from db.errors import machine_trouble
from db.proof_folder import FOLDER, name_or_none, size_of
from db.window_settings import portable_settings

_ENDINGS = ("", "-wal")
_ABOUT, _NAMES = 64 << 10, 1 << 10
"""Bytes for what a backup says of itself, and around each file in it."""


def back_up(folder: Path, file: Path, password: str = "", with_proofs: bool = True) -> DataSummary:
    """Write the data in ``folder`` into the zip ``file``, read it back, and return what it holds. A proof's file that
    is missing or damaged does not stop the backup; it is named in the answer. ``with_proofs`` False leaves the files
    of proofs out; with a ``password`` the file opens with that only.

    Raises Refused where the folder holds no data, or far less than the backup that is at ``file``; MachineTrouble
    where they are broken, or the file cannot be written or read back. What was at ``file`` then stays.
    """
    database = database_in(folder)
    with _beside(file) as part, tempfile.TemporaryDirectory() as spare:
        copy = Path(spare, DATABASE)
        # The database first: a proof taken in meanwhile is then one file too many, never one too few.
        with machine_trouble():
            copy_database(database, copy)
            with reading(copy) as copied:
                must_be_whole(copied)
            summary = replace(summary_of(copy), made_on=date.today())
            wanted = proof_files(copy)
        _refuse_far_smaller(summary.rows, file, password)
        proofs = folder / FOLDER if with_proofs else None
        packed = pack(part, copy, proofs, summary, portable_settings(folder), password)
        onto_disk(part)
        read_back(part, copy, packed, password)
    return replace(summary, lost_files=lost(wanted, packed) if with_proofs else ())


def bytes_needed(folder: Path) -> int:
    """Bytes that a backup of everything in ``folder`` takes up at most."""
    database = [folder / f"{DATABASE}{ending}" for ending in _ENDINGS]
    sizes = [size_of(path) for path in (*database, *(folder / FOLDER).rglob("*"))]
    return _ABOUT + sum(size + _NAMES for size in sizes if size is not None)


def _refuse_far_smaller(rows: int, file: Path, password: str) -> None:
    before = rows_in(file, password) if file.exists() else None
    if before is not None and is_far_smaller(rows, before):
        raise Refused("backup.far_smaller", file=file, rows=rows, before=before)


def lost(wanted: list[ProofFile], found: frozenset[str]) -> tuple[str, ...]:
    """Names, as the clerk knows them, of the files ``wanted`` that are not among those ``found``."""
    return tuple(dict.fromkeys(file.name for file in wanted if name_or_none(file) not in found))


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A temporary file beside ``file`` that takes its place when all went well."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    with writing(file):
        if file.exists() and not file.is_file():
            raise MachineTrouble("backup.unwritable", file=file)
        try:
            yield part
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
