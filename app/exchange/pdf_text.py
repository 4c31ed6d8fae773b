"""Breaks text into lines by the widths of one face; widths of words are kept."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from reportlab.pdfbase import pdfmetrics

from app.exchange.fonts import face_for_sign

_ODD = re.compile("[\u00ad\u200b-\u200f\u2011\u2060\ufe00-\ufe0f\ufeff\ue000-\uf8ff]")
"""Signs that no font draws: invisible ones, the hyphen that does not break, bullets by their place in a symbol font."""

_BREAKABLE = re.compile("(?:[^\\s]|\u00a0)+")


def drawable(text: str) -> str:
    """``text`` in composed letters, its odd signs replaced by ones that can be drawn."""
    return _ODD.sub(_replaced, unicodedata.normalize("NFC", text))


def words_of(line: str) -> list[str]:
    """The words of ``line``, parted at blanks that may break."""
    return _BREAKABLE.findall(line) if "\u00a0" in line else line.split()


def _replaced(odd: re.Match[str]) -> str:
    if odd[0] == "\u2011":
        return "-"
    return "•" if unicodedata.category(odd[0]) == "Co" else ""


class _WordWidths(dict[str, float]):
    """Width of each word in ems (shares of the size), measured once. ``lacking`` gathers the signs met so far that
    the face lacks."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self._face = face
        self._known = pdfmetrics.getFont(face).face.charToGlyph
        self.lacking: set[str] = set()

    def __missing__(self, word: str) -> float:
        self.lacking.update(sign for sign in word if ord(sign) not in self._known)
        self[word] = sum(pdfmetrics.stringWidth(piece, face, 1) for face, piece in self.pieces(word))
        return self[word]

    def pieces(self, text: str) -> list[tuple[str, str]]:
        """``text`` cut into pieces with the face that draws each."""
        if self.lacking.isdisjoint(text):
            return [(self._face, text)]
        faces = ((face_for_sign(sign) if sign in self.lacking else self._face, sign) for sign in text)
        return [(face, "".join(sign for _, sign in run)) for face, run in groupby(faces, key=lambda pair: pair[0])]


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

    def pieces(self, line: str) -> list[tuple[str, str]]:
        """``line`` cut where another face has to help out: face and text of each piece."""
        return self._widths.pieces(line)

    def wrap(self, text: str, width: float) -> list[str]:
        """The lines of ``text`` in ``width`` points: broken between words, inside a word only where it alone is
        wider. Nothing is left out but the blanks at the breaks. Empty text has one empty line."""
        limit = width / self.size + 1e-6
        lines: list[str] = []
        for paragraph in drawable(text).split("\n"):
            lines.extend(self._lines(words_of(paragraph), limit))
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
                *full, words[position] = self.broken(word, limit)
                lines.extend(full)
                used = widths[words[position]]
        lines.append(" ".join(words[start:]))
        return lines

    def broken(self, word: str, limit: float) -> Iterator[str]:
        """Pieces of a word that is wider than the line, each with as many letters as fit in ``limit`` ems, at least
        one."""
        piece, used = "", 0.0
        for letter in word:
            width = self._widths[letter]
            if piece and used + width > limit:
                yield piece
                piece, used = "", 0.0
            piece += letter
            used += width
        yield piece
