"""The looks of a paragraph's letters, laid over its text as the reader of the page sees it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from app.domain.body import Run
from app.domain.text import clean_cell
from app.exchange.docx_package import Element

Look = tuple[bool, bool]
"""Bold, italic."""
Piece = tuple[str, Look]

# From a plane for private use, so that no text of a document holds them: what stands between is no word of the line.
_OPENS, _CLOSES = "\U0010fffc", "\U0010fffd"
_NOTE = re.compile(f"{_OPENS}([^{_CLOSES}]*){_CLOSES}")


@dataclass(slots=True)
class PageText:
    """A paragraph of the page: its ``text`` without the marks of footnotes, the ``runs`` of each of its lines with
    them, and the ``boxes`` of text that hang on it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    runs: list[tuple[Run, ...]] = field(default_factory=list)

    def lay_out(self, text: str) -> None:
        """Part ``text``, which the pieces make up, into lines and runs."""
        alike = len({look for piece, look in self.pieces if piece.strip()}) < 2
        looks = [] if alike else _looks(text, self.pieces)
        place = 0
        for line in text.split("\n"):
            said = _NOTE.sub("", line).strip() if _OPENS in line else line
            if said:
                self.lines.append(said)
                self.runs.append(self._alike(line) if alike else _runs(line, looks[place : place + len(line)]))
            place += len(line) + 1

    def _alike(self, line: str) -> tuple[Run]:
        marked = line.replace(_OPENS, "").replace(_CLOSES, "") if _OPENS in line else line
        return (Run(marked, *_first(self.pieces)),)


def note_mark(number: int) -> str:
    """The mark of the footnote ``number`` as it stands in a piece of text."""
    return f"{_OPENS}[{number}]{_CLOSES}"


def _first(pieces: Sequence[Piece]) -> Look:
    return next((look for piece, look in pieces if piece.strip()), (False, False))


def _looks(text: str, pieces: Sequence[Piece]) -> list[Look]:
    """The look of each character of ``text``; what stands before the pieces (a list mark) looks like the first of
    them. Where cleaning changed the letters so that they can't be matched, all look like the first."""
    first = _first(pieces)
    drawn = [(letter, look) for piece, look in pieces for letter in "".join(clean_cell(piece).split())]
    shown = [place for place, letter in enumerate(text) if not letter.isspace()]
    ahead = len(shown) - len(drawn)
    if ahead < 0 or any(text[place] != letter for place, (letter, _) in zip(shown[ahead:], drawn, strict=True)):
        return [first] * len(text)
    looks = [first] * len(text)
    for place, (_, look) in zip(shown[ahead:], drawn, strict=True):
        looks[place] = look
    for place, letter in enumerate(text):
        if letter.isspace() and place:
            looks[place] = looks[place - 1]
    return looks


def _runs(line: str, looks: Sequence[Look]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for look, letters in groupby(zip(line, looks, strict=True), key=lambda one: one[1]):
        text = "".join(letter for letter, _ in letters if letter not in (_OPENS, _CLOSES))
        if text:
            runs.append(Run(text, *look))
    return tuple(runs)
