"""What the backup commands do on a thread of their own, and what comes of it."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.errors import MachineTrouble
from app.ports import DataSummary
from app.ports.backups import BackupStore
from app.texts import text
from ui.auto_backup import Made, made_so_far
from ui.background import Progress
from ui.backup_words import age_words, counts_words, file_in, size_words
from ui.dialogs.backup_target import TargetFacts
from ui.removable import Place, places


@dataclass(frozen=True, slots=True)
class LookedAround:
    """Where everything could be backed up to."""

    facts: TargetFacts


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Everything was backed up into ``file``, which takes up ``size`` bytes."""

    summary: DataSummary
    file: Path
    size: int
    is_usb: bool
    made: Made


@dataclass(frozen=True, slots=True)
class Locked:
    """The file opens with a password only."""


@dataclass(frozen=True, slots=True)
class LookedInto:
    """What there is now, and what is in the file."""

    now: DataSummary
    copy: DataSummary


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the data before are kept; None where there were none."""

    kept: Path | None


Outcome = LookedAround | BackedUp | Locked | LookedInto | Restored


def look_around(store: BackupStore, data: Path, last: Path | None, _progress: Progress) -> LookedAround:
    """What the dialog for a backup says."""
    made, now = made_so_far(store), datetime.now()
    auto, _ = age_words("auto", made.newest.made if made.newest else None, now)
    second, _ = age_words("second", made.second.made if made.second else None, now)
    if made.second:
        second = text("backup_target.second_at", age=second, file=made.second.file)
    found = tuple(places(data, last))
    return LookedAround(TargetFacts(data, counts_words(store.present()), store.needed(), auto, second, found))


def back_up(store: BackupStore, place: Place, day: str, password: str, _progress: Progress) -> BackedUp:
    """Back everything up into a new file in the folder of ``place``. Raises MachineTrouble where that has no room."""
    try:
        place.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(place.folder).free
    except OSError as error:
        raise MachineTrouble("backup_window.target_gone", folder=place.folder) from error
    needed = store.needed()
    if free < needed:
        sizes = {"needed": size_words(needed), "free": size_words(free)}
        raise MachineTrouble("backup_window.no_room", folder=place.folder, **sizes)
    file = file_in(place.folder, store.present().office, day)
    summary = store.back_up_to(file, password)
    return BackedUp(summary, file, file.stat().st_size, place.is_usb, made_so_far(store))


def look(store: BackupStore, file: Path, password: str, _progress: Progress) -> LookedInto | Locked:
    """What is in ``file`` beside what is there now."""
    if not password and store.is_locked(file):
        return Locked()
    return LookedInto(store.present(), store.look_into(file, password))


def restore(store: BackupStore, file: Path, password: str, _progress: Progress) -> Restored:
    """Put ``file`` in place of the data."""
    return Restored(store.restore(file, password)[1])
