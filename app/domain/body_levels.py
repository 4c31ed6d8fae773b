"""What a paragraph is, by the ordinal it begins with."""

import re
from collections.abc import Sequence

from app.domain.body import Level
from app.domain.numerals import roman

_LEVELS = (
    (Level.ARTICLE, re.compile(r"Điều\s+\d+[a-z]?\s*[.:]")),
    (Level.PART, re.compile(r"[IVX]{1,6}\s*(?:[.)]\s*|/\s+)(?=\S)")),
    (Level.ITEM, re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?(?=\s|$)|\d{1,2}\s*[.)/](?!\d)")),
    (Level.POINT, re.compile(r"[a-zđ]{1,2}\d?(?:\.\d{1,2})*\s*[).](?=\s|[A-ZĐ])")),
    (Level.DASH, re.compile(r"[-–−+•*](?!\s*\d{4}\b)\s*(?=\S)")),
)
_ORDER = (Level.PART, Level.ITEM, Level.POINT, Level.DASH)
_FIRST = {Level.PART: "I.", Level.ITEM: "1.", Level.POINT: "a)", Level.DASH: "-"}
_ROMANS = [roman(number) for number in range(1, 40)]
POINT_LETTERS = list("abcdđeghiklmnopqrstuvxy")
"""The letters of points, in the order of the Vietnamese alphabet."""
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


def ordinal_of(text: str) -> tuple[Level, str]:
    """The level that ``text`` begins with and its ordinal as written; PLAIN and "" where it has none."""
    for level, pattern in _LEVELS:
        found = pattern.match(text)
        if found:
            return level, found[0].strip()
    return Level.PLAIN, ""


def ordinal_after(lines: Sequence[str], level: Level) -> str:
    """The ordinal that a paragraph of ``level`` (PART, ITEM, POINT or DASH) gets behind ``lines``: the one after the
    last of its level, the first below a higher one. Points go by the Vietnamese alphabet (Nghị định 30/2020/NĐ-CP,
    Phụ lục I, mục 6)."""
    for words in reversed(lines):
        found, ordinal = ordinal_of(words.lstrip())
        if found is level:
            return _following(level, ordinal)
        if found in _ORDER and _ORDER.index(found) < _ORDER.index(level):
            break
    return _FIRST[level]


def _following(level: Level, ordinal: str) -> str:
    names = _ROMANS if level is Level.PART else POINT_LETTERS
    if level is Level.ITEM:
        return _LAST_NUMBER.sub(lambda match: str(int(match[0]) + 1), ordinal)
    name = ordinal.rstrip(" .)/")
    if level is Level.DASH or name not in names[:-1]:
        return ordinal
    return names[names.index(name) + 1] + ordinal[len(name) :]


def without_ordinal(words: str) -> str:
    """``words`` without the ordinal that they begin with."""
    bare = words.lstrip()
    return bare[len(ordinal_of(bare)[1]) :].lstrip()
