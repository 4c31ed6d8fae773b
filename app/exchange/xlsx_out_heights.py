"""How high a row must be for all of its wrapped text to show."""

from collections.abc import Iterable
from functools import cache

from app.documents.text_width import text_width

HIGHEST_ROW = 409.0
"""Points: Excel draws no row higher."""
_LINE = 1.28
"""Height of a line as a multiple of the letters' size: Excel's own, rounded up."""
_INSIDE = 1.8
"""Millimetres of a column that Excel keeps free beside the text."""
_SAFETY = 1.05
"""Excel rounds letters to whole pixels, so lines come out a little longer than on paper."""
_WIDEST_LETTER = text_width("W", 1, bold=True) * _SAFETY
"""Millimetres at a size of one point; no letter in use is wider."""


@cache
def _word_width(word: str, bold: bool) -> float:
    """Millimetres at a size of one point."""
    return text_width(word, 1, bold) * _SAFETY


def lines_needed(text: str, width: float, size: float, bold: bool = False) -> int:
    """Lines that ``text`` wraps into in a column of ``width`` millimetres, letters ``size`` points high."""
    room = max(width - _INSIDE, 2.0) / size
    if len(text) * _WIDEST_LETTER < room and "\n" not in text:
        return 1
    return sum(_wrapped(line, room, bold) for line in text.split("\n"))


def _wrapped(line: str, room: float, bold: bool) -> int:
    space = _word_width(" ", bold)
    lines, left = 1, room
    for word in line.split(" "):
        width = _word_width(word, bold)
        if width > left and left < room:
            lines, left = lines + 1, room
        while width > room:
            lines, width = lines + 1, width - room
        left -= width + space
    return lines


def height_of(lines: int, size: float) -> float:
    """Points for ``lines`` lines of letters ``size`` points high, at most what Excel can draw."""
    return min(lines * size * _LINE + 3, HIGHEST_ROW)


def width_for_highest(text: str, width: float, size: float, most: float) -> float:
    """The narrowest column, from ``width`` up to ``most`` millimetres, in which ``text`` stays under Excel's row limit;
    ``most`` where none does."""
    while width < most and lines_needed(text, width, size) * size * _LINE + 3 > HIGHEST_ROW:
        width = min(width * 1.15, most)
    return width


def widest(texts: Iterable[str], width: float, size: float, most: float) -> float:
    """The width one column needs so that none of its ``texts`` is higher than a row can be."""
    lines = HIGHEST_ROW / (size * _LINE)
    surely_fits = lines * width / (size * _WIDEST_LETTER) / 4
    long = (text for text in texts if len(text) > surely_fits or text.count("\n") > lines / 2)
    return max((width_for_highest(text, width, size, most) for text in long), default=width)
