"""How wide text comes out in Times New Roman, without opening a font: enough to share out column widths."""

import json
import unicodedata
from functools import cache
from pathlib import Path

from app.paths import RESOURCES

WIDTHS_FILE: Path = RESOURCES / "layout" / "times-widths.json"
MM_PER_POINT = 25.4 / 72
_UNKNOWN = 1000


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
