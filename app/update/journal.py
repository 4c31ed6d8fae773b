"""What an update under way has done and means to do next, kept so that a power cut loses nothing of it."""

import json
import os
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any


class Step(StrEnum):
    """READY: all is prepared; SWAPPING: programs are being replaced; WAITING: the new one was started; GOING_BACK: it
    did not work; DONE and WENT_BACK: the end."""

    READY = "ready"
    SWAPPING = "swapping"
    WAITING = "waiting"
    GOING_BACK = "going_back"
    DONE = "done"
    WENT_BACK = "went_back"


class Reason(StrEnum):
    """Why an update went back."""

    NOT_STARTED = "not_started"
    NO_SIGN = "no_sign"
    NOT_REPLACED = "not_replaced"
    STILL_OPEN = "still_open"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True)
class Journal:
    """``old`` and ``new`` are versions; ``programs`` are replaced in this order, and the last one is started with
    ``arguments``; ``process`` is the old program's, ``data`` the data folder, ``seconds`` how long the new one may
    take to show its first page."""

    old: str
    new: str
    programs: tuple[str, ...]
    data: str
    arguments: tuple[str, ...] = ()
    process: int = 0
    seconds: float = 60.0
    step: Step = Step.READY
    reason: Reason | None = field(default=None)


def read_journal(file: Path) -> Journal | None:
    """The journal in ``file``; None where there is none, or it is not one of ours."""
    try:
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        lists = {name: tuple(str(one) for one in found[name]) for name in ("programs", "arguments")}
        reason = Reason(found["reason"]) if found["reason"] else None
        return Journal(**{**found, **lists, "step": Step(found["step"]), "reason": reason})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_journal(file: Path, journal: Journal) -> None:
    """Put ``journal`` in ``file``, lasting, in one go. Raises OSError."""
    part = file.with_name(f"{file.name}.part")
    with part.open("w", encoding="utf-8") as opened:
        json.dump(asdict(journal), opened, ensure_ascii=False)
        opened.flush()
        os.fsync(opened.fileno())
    part.replace(file)
    settle_folder(file.parent)


def note_step(file: Path, journal: Journal, step: Step, reason: Reason | None = None) -> Journal:
    """``journal`` at ``step``, written down."""
    moved = replace(journal, step=step, reason=reason or journal.reason)
    write_journal(file, moved)
    return moved


def settle_folder(folder: Path) -> None:
    """Make the names in ``folder`` last through a power cut, where the system can be told to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
