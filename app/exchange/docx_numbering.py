"""The marks that Word draws before the items of its lists."""

import re
from string import ascii_lowercase

from app.domain.numerals import roman
from app.exchange.docx_package import Element, W, number, value

_PLACE = re.compile(r"%(\d)")
_VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
_MOST_LETTERS = 200
_MOST_LEVELS = 9


class Numbering:
    """``word/numbering.xml`` and how far each of its lists has counted."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        abstracts = {abstract.get(f"{W}abstractNumId", ""): abstract for abstract in root.iterfind(f"{W}abstractNum")}
        linked = {value(abstract, "styleLink"): abstract for abstract in abstracts.values()}
        for num in root.iterfind(f"{W}num"):
            key = num.get(f"{W}numId", "")
            self._lists[key] = value(num, "abstractNumId") or ""
            abstract = abstracts.get(self._lists[key])
            style = value(abstract, "numStyleLink")
            self._levels[key] = _levels_of(linked.get(style, abstract) if style else abstract)
            for override in num.iterfind(f"{W}lvlOverride"):
                self._levels[key] |= _levels_of(override)
                start = value(override, "startOverride")
                if start is not None:
                    self._starts[key, number(override.get(f"{W}ilvl"), 0)] = number(start, 1)

    def mark(self, num: str, level: int) -> str:
        """The mark of the next item of list ``num`` at ``level``: "- " for a bullet, "1. " or "a) " as Word draws it;
        "" where the list draws none."""
        definition = self._levels.get(num, {}).get(level)
        if num == "0" or definition is None or not 0 <= level < _MOST_LEVELS:
            return ""
        form = value(definition, "numFmt") or "decimal"
        if form == "bullet":
            return "- "
        if form == "none":
            return ""
        counts = self._count(num, level)
        drawn = _PLACE.sub(
            lambda place: self._drawn(num, counts, int(place[1]) - 1), value(definition, "lvlText") or ""
        )
        return f"{drawn} " if drawn else ""

    def _count(self, num: str, level: int) -> list[int]:
        abstract = self._lists[num]
        key = num if any(start == num for start, _ in self._starts) else f"abstract {abstract}"
        counts = self._counts.setdefault(key, [])
        if len(counts) <= level:
            counts += [self._start(num, at) - (at == level) for at in range(len(counts), level + 1)]
        counts[level] += 1
        del counts[level + 1 :]
        return counts

    def _start(self, num: str, level: int) -> int:
        own = self._starts.get((num, level))
        definition = self._levels[num].get(level)
        return own if own is not None else number(value(definition, "start"), 1)

    def _drawn(self, num: str, counts: list[int], level: int) -> str:
        if level >= len(counts):
            return ""
        definition = self._levels[num].get(level)
        count, form = counts[level], value(definition, "numFmt")
        if form in ("upperRoman", "lowerRoman") and 0 < count < 4000:
            return roman(count) if form == "upperRoman" else roman(count).lower()
        if form in ("upperLetter", "lowerLetter") and 0 < count < _MOST_LETTERS:
            alphabet = _VIETNAMESE if _is_vietnamese(definition) else ascii_lowercase
            times, place = divmod(count - 1, len(alphabet))
            letters = alphabet[place] * (times + 1)
            return letters.upper() if form == "upperLetter" else letters
        return f"{count:02}" if form == "decimalZero" else str(count)


def _levels_of(holder: Element | None) -> dict[int, Element]:
    levels = () if holder is None else holder.iterfind(f"{W}lvl")
    return {number(level.get(f"{W}ilvl"), 0): level for level in levels}


def _is_vietnamese(definition: Element | None) -> bool:
    """Whether the level counts with the Vietnamese alphabet."""
    language = None if definition is None else definition.find(f"{W}rPr/{W}lang")
    return language is not None and language.get(f"{W}val", "").startswith("vi")
