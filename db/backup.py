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

from app.domain.proof import ProofFile
from app.ports import DataSummary
from db.backup_file import pack, writing
from db.check import database_in, must_be_whole, proof_files, reading, summary_of
from db.database_copy import DATABASE, copy_database, onto_disk
from db.errors import machine_trouble
from db.proof_folder import FOLDER, name_or_none


def back_up(folder: Path, file: Path, with_proofs: bool = True) -> DataSummary:
    """Write the data in ``folder`` into the zip ``file`` and return what it holds. A proof's file that is missing or
    damaged does not stop the backup; it is named in the answer. ``with_proofs`` False leaves the files of proofs out.

    Raises Refused where the folder holds no data, MachineTrouble where these are broken or the file cannot be
    written; what was at ``file`` then stays.
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
        packed = pack(part, copy, folder / FOLDER if with_proofs else None, summary)
    return replace(summary, lost_files=lost(wanted, packed) if with_proofs else ())


def lost(wanted: list[ProofFile], found: frozenset[str]) -> tuple[str, ...]:
    """Names, as the clerk knows them, of the files ``wanted`` that are not among those ``found``."""
    return tuple(dict.fromkeys(file.name for file in wanted if name_or_none(file) not in found))


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A temporary file beside ``file`` that takes its place when all went well."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    with writing(file):
        try:
            yield part
            onto_disk(part)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
