"""How wide text comes out in Times New Roman, without opening a font: enough to share out column widths."""

import json
import unicodedata
from functools import cache
from itertools import accumulate
from pathlib import Path

from app.paths import RESOURCES

WIDTHS_FILE: Path = RESOURCES / "layout" / "times-widths.json"
MM_PER_POINT = 25.4 / 72
_UNKNOWN = 1000
_STEP = 1.0
"""Millimetres by which lines of a balanced text are widened in search of their width."""


class _CharacterWidths(dict[str, int]):
    """Advance widths in thousandths of the size; a letter with marks is as wide as the letter it is built on."""

    def __missing__(self, character: str) -> int:
        decomposed = unicodedata.decomposition(character)
        base = decomposed.split()[0] if decomposed and not decomposed.startswith("<") else ""
        self[character] = self[chr(int(base, 16))] if base else _UNKNOWN
        return self[character]


@cache
def _widths(bold: bool) -> _CharacterWidths:
    data = json.loads(WIDTHS_FILE.read_text(encoding="utf-8"))
    return _CharacterWidths(data["bold" if bold else "regular"])


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Millimetres that ``text`` takes on one line at ``size`` points."""
    return sum(map(_widths(bold).__getitem__, text)) * size * MM_PER_POINT / 1000


def balanced(drawn: str, text: str, size: float, bold: bool, width: float) -> str:
    """``text`` with line breaks that make its lines about as long as each other, as few as ``width`` millimetres allow;
    breaks that it has already are kept. ``drawn`` is the same text as it stands on paper, perhaps in capitals."""
    lines = zip(drawn.split("\n"), text.split("\n"), strict=True)
    return "\n".join(_balanced_line(seen.split(" "), words.split(" "), size, bold, width) for seen, words in lines)


def _balanced_line(drawn: list[str], words: list[str], size: float, bold: bool, width: float) -> str:
    """``words`` broken where ``drawn`` first fits in the narrowest column that keeps the least number of lines."""
    counts = _filled(drawn, size, bold, width)
    fewest = len(counts)
    narrowest = text_width(" ".join(drawn), size, bold) / fewest
    while fewest > 1 and len(counts := _filled(drawn, size, bold, narrowest)) > fewest:
        narrowest += _STEP
    ends = list(accumulate(counts))
    return "\n".join(" ".join(words[start:end]) for start, end in zip((0, *ends), ends, strict=False))


def _filled(words: list[str], size: float, bold: bool, width: float) -> list[int]:
    """How many words stand on each line."""
    counts, line = [0], ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, bold) > width:
            counts.append(0)
            longer = word
        counts[-1] += 1
        line = longer
    return counts
