"""What an office may send to who supports the program: facts of machine and data, no word of a plan, nobody's name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_HIDDEN = "…"
_SHORTEST = 3
_PLAIN_VALUE = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?|true|false", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SupportFile:
    """One text file of the package: its name and what it says."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class DataFacts:
    """What the data amount to. ``counts`` by table; ``fault`` is the key of the sentence with which the check refused
    them, "" where they are whole, and ``fault_counts`` the numbers in it. ``database_bytes`` and ``proof_bytes`` are
    the sizes on disk."""

    schema: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    fault: str = ""
    fault_counts: Mapping[str, int] = field(default_factory=dict)
    database_bytes: int = 0
    proof_bytes: int = 0


def without_names(words: str, names: Iterable[str]) -> str:
    """``words`` with each of ``names`` (of a user, a machine, a folder) blotted out, in whatever case it is written."""
    for name in sorted({name.strip() for name in names if len(name.strip()) >= _SHORTEST}, key=len, reverse=True):
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _HIDDEN, words, flags=re.IGNORECASE)
    return words


def plain_settings(settings: Mapping[str, str]) -> dict[str, str]:
    """The settings by name; of a value only numbers and yes or no, since any text may name a person or a folder."""
    return {
        name: value if _PLAIN_VALUE.fullmatch(value) else _HIDDEN
        for name, value in sorted(settings.items())
        if re.fullmatch(r"[\w/.-]{1,60}", name, re.ASCII)
    }
