"""How wide text comes out in Times New Roman, without opening a font: enough to share out column widths."""

import json
import re
import unicodedata
from functools import cache
from itertools import accumulate
from pathlib import Path

from app.paths import RESOURCES

WIDTHS_FILE: Path = RESOURCES / "layout" / "times-widths.json"
PHRASES_FILE: Path = RESOURCES / "layout" / "kept-together.json"
MM_PER_POINT = 25.4 / 72
_UNKNOWN = 1000
_ANY_NUMBER = re.compile(r"^(?:\d+|[ivx]+)$")
_SIGNS = ".,;:()“”"
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
    return "\n".join(
        _balanced_line(*_pieces(seen, words, size, bold, width), size, bold, width) for seen, words in lines
    )


def _pieces(drawn: str, text: str, size: float, bold: bool, width: float) -> tuple[list[str], list[str]]:
    """Both split where a line may break; between all words where a phrase alone would be too long for a line."""
    seen, words = _together(drawn, text)
    if any(" " in piece and text_width(piece, size, bold) > width for piece in seen):
        return drawn.split(" "), text.split(" ")
    return seen, words


def _together(drawn: str, text: str) -> tuple[list[str], list[str]]:
    """Both split where a line may break: between words, but not within a phrase that is read as one."""
    seen, words = drawn.split(" "), text.split(" ")
    plain = [_ANY_NUMBER.sub("#", word.casefold().strip(_SIGNS)) for word in words]
    ends: list[int] = []
    start = 0
    while start < len(words):
        start += next((length for length in _lengths() if tuple(plain[start : start + length]) in _phrases()), 1)
        ends.append(start)
    places = list(zip((0, *ends), ends, strict=False))
    return [" ".join(seen[a:b]) for a, b in places], [" ".join(words[a:b]) for a, b in places]


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    data = json.loads(PHRASES_FILE.read_text(encoding="utf-8"))
    return frozenset(tuple(phrase.split()) for phrase in data["phrases"])


@cache
def _lengths() -> tuple[int, ...]:
    """How many words the phrases have, the longest first."""
    return tuple(sorted({len(phrase) for phrase in _phrases()}, reverse=True))


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
