"""Remembers when and where everything was last backed up outside the data folder: on a USB stick, on another disk."""

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.ports.backups import SecondCopy

FILE_NAME = "sao-luu-noi-khac.json"


def remember(folder: Path, file: Path, made: datetime) -> None:
    """Everything in ``folder`` was backed up into ``file``. A note that cannot be written undoes no backup; a backup
    on the disk of the data goes with that disk, and is no second one."""
    if is_inside(folder, file) or is_same_disk(folder, file):
        return
    note = folder / FILE_NAME
    part = note.with_name(f".{FILE_NAME}.{os.getpid()}.part")
    with suppress(OSError):
        try:
            part.write_text(json.dumps({"made": made.isoformat(), "file": str(file)}), encoding="utf-8")
            part.replace(note)
        finally:
            part.unlink(missing_ok=True)


def last_second_copy(folder: Path) -> SecondCopy | None:
    """The last one; None where there was none, or nothing can be read of it."""
    try:
        note = json.loads((folder / FILE_NAME).read_bytes())
        return SecondCopy(Path(str(note["file"])), datetime.fromisoformat(note["made"]).replace(tzinfo=None))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_same_disk(folder: Path, file: Path) -> bool:
    """Whether ``file`` lies on the disk of ``folder``."""
    try:
        return file.stat().st_dev == folder.stat().st_dev
    except OSError:
        return False


def is_inside(folder: Path, file: Path) -> bool:
    """Whether ``file`` lies, or would lie, somewhere in ``folder``."""
    return file.resolve().is_relative_to(folder.resolve())
