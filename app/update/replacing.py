"""Putting one file in the place of another in one go, while others may look at it."""

import os
import shutil
import time
from pathlib import Path

_PATIENCE = 20.0
_PAUSE = 0.2


def put_in_place(source: Path, target: Path) -> None:
    """A lasting copy of ``source`` at ``target``, which is at every moment the old or the new file, and whole. Tries
    for a while where an antivirus or a program that is about to end still holds it. Raises OSError."""
    part = target.with_name(f"{target.name}.part")
    shutil.copyfile(source, part)
    shutil.copymode(source, part)
    with part.open("rb+") as opened:
        os.fsync(opened.fileno())
    move(part, target)


def move(part: Path, target: Path) -> None:
    """Rename ``part`` to ``target``, in place of a file there; tries for a while like ``put_in_place``."""
    latest = time.monotonic() + _PATIENCE
    while True:
        try:
            part.replace(target)
            return
        except PermissionError:
            if os.name != "nt" or time.monotonic() > latest:
                raise
            time.sleep(_PAUSE)


def same_content(first: Path, second: Path) -> bool:
    """Whether both files are there and hold the same bytes."""
    try:
        if first.stat().st_size != second.stat().st_size:
            return False
        with first.open("rb") as one, second.open("rb") as other:
            while piece := one.read(1 << 20):
                if piece != other.read(1 << 20):
                    return False
    except FileNotFoundError:
        return False
    return True
