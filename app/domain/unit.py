"""The directory of units: one unit under all its spellings, renamed or merged from a day on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from app.domain.text import fold

_WORD = re.compile(r"[^\W_]+")
_ITEM_MARK = re.compile(r"^[-–+•*]\s*")
_STOPS = " ;.,"
_CLOSE = 0.84
"""How alike two spellings are at least (0 to 1) for one to be proposed for the other."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name and the day from which it holds; None from the beginning."""

    name: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """``names`` in order of time, the first from the beginning; ``aliases`` are other spellings of it. From the day
    ``merged_from`` its tasks are those of the unit with id ``merged_into``. ``id`` is None until stored."""

    names: tuple[UnitName, ...]
    aliases: tuple[str, ...] = ()
    merged_into: int | None = None
    merged_from: date | None = None
    id: int | None = None

    @property
    def name(self) -> str:
        """The newest name."""
        return self.names[-1].name

    def name_on(self, day: date) -> str:
        """The name that holds on ``day``."""
        return next((one.name for one in reversed(self.names) if one.since is None or one.since <= day), self.name)


def spelling_key(spelling: str) -> str:
    """What two spellings must share to be one: letters and digits without marks and case."""
    return "".join(letter for letter in fold(spelling) if letter.isalnum())


class Directory:
    """All units, ready for looking up spellings."""

    def __init__(self, units: Iterable[Unit] = ()) -> None:
        self.units = tuple(units)
        self._by_id = {unit.id: unit for unit in self.units}
        self._by_spelling = _by_spelling(self.units)

    def unit_of(self, spelling: str) -> Unit | None:
        """The unit that ``spelling`` is linked to, as entered; None where nobody has linked it."""
        return self._by_spelling.get(spelling_key(spelling))

    def name_of(self, spelling: str, day: date) -> str:
        """The name on ``day`` of the unit that ``spelling`` means, mergers followed; ``spelling`` itself where nobody
        has linked it."""
        unit = self.unit_of(spelling)
        return self._followed(unit, day).name_on(day) if unit else spelling

    def _followed(self, unit: Unit, day: date) -> Unit:
        seen = {unit.id}
        while unit.merged_into is not None and (unit.merged_from is None or unit.merged_from <= day):
            after = self._by_id.get(unit.merged_into)
            if after is None or after.id in seen:
                break
            seen.add(after.id)
            unit = after
        return unit

    def nearest(self, spelling: str) -> Unit | None:
        """The unit whose name or alias looks most like ``spelling``, as a proposal; None where none is close."""
        key = spelling_key(spelling)
        near = get_close_matches(key, self._by_spelling, n=1, cutoff=_CLOSE)
        if near:
            return self._by_spelling[near[0]]
        short = initials(spelling)
        return next((unit for unit in self.units if any(initials(one) == short for one in _spellings(unit))), None)

    def unknown(self, spellings: Iterable[str]) -> list[str]:
        """Of ``spellings`` those that nobody has linked, each once, in their order."""
        return list(dict.fromkeys(one for one in spellings if self.unit_of(one) is None))


def _by_spelling(units: Sequence[Unit]) -> Mapping[str, Unit]:
    return {spelling_key(spelling): unit for unit in reversed(units) for spelling in _spellings(unit)}


def _spellings(unit: Unit) -> tuple[str, ...]:
    return (*unit.aliases, *(one.name for one in unit.names))


def initials(spelling: str) -> str:
    """The words of a unit's name shortened as offices do: "Phòng Văn hóa - Xã hội" and "Phòng VH-XH" both give
    "pvhxh"."""
    return "".join(
        fold(word) if word.isupper() or not word.isalpha() else fold(word[0]) for word in _WORD.findall(spelling)
    )


def units_in(cell: str) -> tuple[str, ...]:
    """The units a lead or coordination cell names, one per line or between semicolons, without marks and stops."""
    parts = (_ITEM_MARK.sub("", part.strip()).strip(_STOPS) for line in cell.split("\n") for part in line.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))
