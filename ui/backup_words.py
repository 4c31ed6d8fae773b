"""How backups are spoken of: their age, their size, what came of one."""

import re
from datetime import datetime
from pathlib import Path

from app.domain.backup_kept import ALARM_DAYS
from app.domain.dates import date_text
from app.domain.numbers import whole_text
from app.domain.text import fold
from app.ports import DataSummary
from app.texts import text
from ui.widgets.side_bar import short_office

_KILO = 1024
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


def age_words(kind: str, made: datetime | None, now: datetime) -> tuple[str, bool]:
    """How old the newest backup of ``kind`` ("auto", "second") is, and whether that is too old."""
    if made is None:
        return text(f"backup_window.{kind}_none"), True
    days = (now.date() - made.date()).days
    if days < 0:
        return text(f"backup_window.{kind}_ahead", day=date_text(made.date())), True
    if days <= 1:
        time = made.strftime("%H:%M")
        return text(f"backup_window.{kind}_{'yesterday' if days else 'today'}", time=time), False
    return text(f"backup_window.{kind}_days", days=days), days > ALARM_DAYS


def size_words(count: int) -> str:
    """``count`` bytes, rounded up to what a person reads: 12 KB, 3,4 MB, 1,2 GB."""
    if count < _KILO**2:
        return text("backup_window.size_kb", number=max(1, -(-count // _KILO)))
    unit, number = ("mb", count / _KILO**2) if count < _KILO**3 else ("gb", count / _KILO**3)
    words = f"{number:.1f}".replace(".", ",") if number < 100 else whole_text(round(number))
    return text(f"backup_window.size_{unit}", number=words)


def counts_words(summary: DataSummary) -> str:
    """How many plans, tasks and proofs there are."""
    numbers = {name: whole_text(getattr(summary, name)) for name in ("plans", "rows", "proofs")}
    return text("backup_window.counts", **numbers)


def done_words(summary: DataSummary, file: Path, size: int, is_usb: bool) -> str:
    """What was backed up, how large it is and where it lies; how to pull out a stick; what was missing."""
    said = [text("backup_window.done", counts=counts_words(summary), size=size_words(size), file=file)]
    if summary.lost_files:
        names = ", ".join(summary.lost_files[:5])
        said.append(text("backup_window.lost", count=len(summary.lost_files), names=names))
    if is_usb:
        said.append(text("backup_window.pull_out"))
    return " ".join(said)


def file_in(folder: Path, office: str, day: str) -> Path:
    """A free name in ``folder`` for the backup of ``office`` on ``day``: none that is there is taken."""
    name = _NO_LETTERS.sub("-", fold(short_office(office))).strip("-")[:_LONGEST].strip("-") if office else ""
    stem = "_".join(part for part in ("so-cchc", name, day) if part)
    file, number = folder / f"{stem}.zip", 1
    while file.exists():
        number += 1
        file = folder / f"{stem}_{number}.zip"
    return file


def short_place(file: Path) -> str:
    """Where a backup lies, in one line of the side bar: the drive's letter, else its folder."""
    return file.drive or str(file.parent)
