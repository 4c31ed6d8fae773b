"""Automatic backups of the database in a folder of their own beside it. The files of proofs never change and stay
where they are; the backup a clerk makes holds them too.
"""

import re
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.domain.backup_kept import Copy, is_due, to_remove
from db.backup import back_up
from db.backup_file import rows_in, writing

FOLDER = "sao-luu"
_NAME = re.compile(r"so-cchc-(\d{8}-\d{6})(?:-\d+)?\.zip")
_ABANDONED = 24 * 3600
"""Seconds after which a backup still being written is left over from a power cut."""
_STAMP = "%Y%m%d-%H%M%S"


def automatic_copies(folder: Path) -> list[Copy]:
    """The automatic backups of the data in ``folder``, the newest first."""
    found = [(file, _NAME.fullmatch(file.name)) for file in (folder / FOLDER).glob("so-cchc-*.zip")]
    copies = [_copy(file, datetime.strptime(name[1], _STAMP)) for file, name in found if name]
    return sorted(copies, key=lambda copy: (copy.made, copy.name), reverse=True)


def _copy(file: Path, made: datetime) -> Copy:
    rows = rows_in(file)
    return Copy(file.name, made, rows or 0, rows is not None)


def is_backup_due(folder: Path, now: datetime) -> bool:
    """Whether the newest automatic backup is older than a day."""
    return is_due(automatic_copies(folder), now)


def back_up_automatically(folder: Path, now: datetime) -> Path:
    """Make another backup of the data in ``folder`` and thin the older ones; answers where it is.

    Raises Refused where there are no data, MachineTrouble where it cannot be written or the data are broken: then
    none of the older ones is removed.
    """
    target = _free_name(folder / FOLDER, now)
    with writing(target):
        target.parent.mkdir(exist_ok=True)
    _sweep(target.parent)
    back_up(folder, target, with_proofs=False)
    for copy in to_remove(automatic_copies(folder), now):
        with suppress(OSError):
            (folder / FOLDER / copy.name).unlink()
    return target


def _sweep(folder: Path) -> None:
    """Halves of backups that a power cut left; a young one may be another window's."""
    for left in folder.glob(".so-cchc-*.part"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


def _free_name(folder: Path, now: datetime) -> Path:
    stamp, number = now.strftime(_STAMP), 1
    target = folder / f"so-cchc-{stamp}.zip"
    while target.exists():
        number += 1
        target = folder / f"so-cchc-{stamp}-{number}.zip"
    return target
