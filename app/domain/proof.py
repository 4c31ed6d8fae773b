"""Proofs: the documents that show that something was done, and what the program takes in as their files."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.text import clean_line

_PARTS = re.compile(r"[/\\]")
_ENDING = re.compile(r"\.([a-z0-9]{1,8})")
_LONGEST_NAME = 255

MOST_BYTES = 50 << 20
"""No proof's file is larger (50 MB), whatever an office sets: a backup with a larger one is taken for a trap."""


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A file kept in the data folder by its content (``sha256``, 64 lower-case hex digits). ``name`` is the clerk's own
    file name, for showing; ``size`` is in bytes."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A document by its ``number`` (số, ký hiệu; "" where it has none), ``day`` and ``title`` (short content), with its
    file where there is one. ``id`` is None until it is stored."""

    id: int | None
    number: str
    day: date | None
    title: str
    file: ProofFile | None
    added_on: date


@dataclass(frozen=True, slots=True)
class ProofUse:
    """One proof used by one row. ``occurrence`` is the key of what it proves, "" for the row as a whole."""

    proof_id: int
    row_id: int
    occurrence: str


@dataclass(frozen=True, slots=True)
class ValueProof:
    """One proof used by the value of an indicator in a period (by its code)."""

    proof_id: int
    indicator_id: int
    period: str


@dataclass(frozen=True, slots=True)
class ProofTypes:
    """Which files are taken in as proofs: the endings ``allowed`` ("pdf"), those of them that ``can_run`` code when
    they are opened, and the ``largest`` size in bytes."""

    allowed: frozenset[str]
    can_run: frozenset[str]
    largest: int


class FaultKind(Enum):
    """What is wrong with a kept file. STRAY: it is there, and nothing uses it."""

    MISSING = "missing"
    CHANGED = "changed"
    WRONG_SIZE = "wrong_size"
    UNREADABLE = "unreadable"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a kept file. ``name`` is the clerk's own file name; of a stray file, its path in the folder."""

    kind: FaultKind
    name: str
    sha256: str = ""


def shown_name(name: str) -> str:
    """``name`` as it is kept and shown: the last part of a path, NFC, on one line, without control or direction
    characters, without blanks and dots at its end, cut to 255 characters with its ending kept."""
    cleaned = clean_line(_PARTS.split(name)[-1]).rstrip(" .")
    if len(cleaned) <= _LONGEST_NAME:
        return cleaned
    ending = "." + ending_of(cleaned) if ending_of(cleaned) else ""
    return cleaned[: _LONGEST_NAME - len(ending)] + ending


def ending_of(name: str) -> str:
    """The ending of a shown name in lower case, without its dot; "" where it has none that names a type."""
    dot = name.rfind(".")
    found = _ENDING.fullmatch(name[dot:].lower()) if dot > 0 else None
    return found[1] if found else ""


def allowed(name: str, types: ProofTypes) -> bool:
    """Whether a file of this name is taken in."""
    return ending_of(shown_name(name)) in types.allowed


def can_run(name: str, types: ProofTypes) -> bool:
    """Whether opening a file of this name may run code, so that the clerk is asked first; what is not known to be
    harmless may."""
    ending = ending_of(shown_name(name))
    return ending in types.can_run or ending not in types.allowed
