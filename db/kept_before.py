"""The data as they were before a restore, kept beside them: a backup, of data too broken for that a plain copy."""

import re
import shutil
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.domain.backup_kept import Copy, past_restores
from app.domain.errors import MachineTrouble
from db.backup import back_up
from db.backup_file import rows_in, writing
from db.database_copy import DATABASE

_KEPT = "truoc-phuc-hoi"
_NAME = re.compile(rf"{_KEPT}-(\d{{8}}-\d{{6}}-\d{{6}})\.(?:zip|db)")
_STAMP = "%Y%m%d-%H%M%S-%f"


def name_for(folder: Path, now: datetime) -> Path:
    """Where the data of ``folder`` are kept before a restore at ``now``."""
    return folder / f"{_KEPT}-{now:{_STAMP}}.zip"


def keep(folder: Path, kept: Path) -> Path:
    """Keep the data of ``folder`` in ``kept``; answers where they are. Raises MachineTrouble where they can't be."""
    try:
        back_up(folder, kept)
    except (sqlite3.Error, MachineTrouble):
        kept = kept.with_suffix(".db")
        with writing(kept):
            shutil.copyfile(folder / DATABASE, kept)
    return kept


def thin(folder: Path, now: datetime, but: Path) -> None:
    """Remove what was kept before restores long past; never ``but``, which was just restored. What cannot be removed
    stays."""
    spared = but.resolve()
    for copy in past_restores(_copies(folder), now):
        file = folder / copy.name
        with suppress(OSError):
            if file.resolve() != spared:
                file.unlink()


def _copies(folder: Path) -> list[Copy]:
    found = [(file, _NAME.fullmatch(file.name)) for file in folder.glob(f"{_KEPT}-*")]
    return [_copy(file, datetime.strptime(name[1], _STAMP)) for file, name in found if name]


def _copy(file: Path, made: datetime) -> Copy:
    rows = rows_in(file)
    return Copy(file.name, made, rows or 0, rows is not None)
