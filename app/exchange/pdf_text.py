"""Breaks text into lines by the widths of one face; widths of words are kept."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics


class _WordWidths(dict[str, float]):
    """Width of each word in ems (shares of the size), measured once."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, word: str) -> float:
        width: float = pdfmetrics.stringWidth(word, self._face, 1)
        self[word] = width
        return width


@dataclass(frozen=True, slots=True)
class Type:
    """One face at one size (points), with ``leading`` points from line to line."""

    face: str
    size: float
    leading: float
    _widths: _WordWidths = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_widths", _WordWidths(self.face))

    def width(self, line: str) -> float:
        """Points that ``line`` takes."""
        return self._widths[line] * self.size

    def wrap(self, text: str, width: float) -> list[str]:
        """The lines of ``text`` in ``width`` points: broken between words, inside a word only where it alone is
        wider. Nothing is left out but the blanks at the breaks. Empty text has one empty line."""
        limit = width / self.size + 1e-6
        lines: list[str] = []
        for paragraph in unicodedata.normalize("NFC", text).split("\n"):
            lines.extend(self._lines(paragraph.split(), limit))
        return lines

    def _lines(self, words: list[str], limit: float) -> list[str]:
        widths = self._widths
        space = widths[" "]
        lines: list[str] = []
        start, used = 0, -space
        for position, word in enumerate(words):
            width = widths[word]
            if used + space + width <= limit:
                used += space + width
                continue
            if position > start:
                lines.append(" ".join(words[start:position]))
            start, used = position, width
            if width > limit:
                *full, words[position] = self._broken(word, limit)
                lines.extend(full)
                used = widths[words[position]]
        lines.append(" ".join(words[start:]))
        return lines

    def _broken(self, word: str, limit: float) -> Iterator[str]:
        """Pieces of a word that is wider than the line, each with as many letters as fit, at least one."""
        piece, used = "", 0.0
        for letter in word:
            width = self._widths[letter]
            if piece and used + width > limit:
                yield piece
                piece, used = "", 0.0
            piece += letter
            used += width
        yield piece
