"""Lays stretches of text in several faces into lines: the first one moved in, the others filled to the margin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from app.exchange.pdf_text import Type, drawable, words_of


class Piece(NamedTuple):
    """Text in one face."""

    text: str
    type: Type


class Segment(NamedTuple):
    """Text in one face that starts ``x`` points from the left edge of the paragraph."""

    text: str
    type: Type
    x: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a paragraph: its segments from left to right, its width in points without ``stretch``, the points
    added to each blank."""

    segments: tuple[Segment, ...]
    width: float
    stretch: float


@dataclass(slots=True)
class _Word:
    """Pieces without a blank between them, and their width in points."""

    pieces: list[Piece]
    width: float


def text_lines(pieces: Sequence[Piece], width: float, first: float, justified: bool) -> list[TextLine]:
    """The lines of ``pieces`` in ``width`` points, the first moved in by ``first``; "\\n" begins a new line.

    The last line of a paragraph keeps its blanks as they are. There is one line at least.
    """
    space = pieces[0].type.width(" ")
    lines: list[TextLine] = []
    for part in _hard_lines(pieces):
        indent = first if not lines else 0.0
        rows = list(_filled(list(_words(part, width)), width, indent, space))
        for number, row in enumerate(rows):
            moved = indent if number == 0 else 0.0
            last = number == len(rows) - 1
            lines.append(_line(row, width - moved, moved, space, justified and not last))
    return lines


def _hard_lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line that the text itself ends."""
    current: list[Piece] = []
    for text, type_ in pieces:
        before, *after = drawable(text).split("\n")
        current.append(Piece(before, type_))
        for line in after:
            yield current
            current = [Piece(line, type_)]
    yield current


def _words(pieces: Sequence[Piece], width: float) -> Iterator[_Word]:
    """The words of ``pieces``; one wider than the line comes in parts."""
    current: list[Piece] = []
    for text, type_ in pieces:
        for number, word in enumerate(_with_edges(text)):
            if number and current:
                yield from _fitting(current, width)
                current = []
            if word:
                current.append(Piece(word, type_))
    if current:
        yield from _fitting(current, width)


def _with_edges(text: str) -> list[str]:
    """The words of ``text``, with an empty one where it begins or ends in a blank."""
    words = words_of(text)
    if not words:
        return ["", ""] if text else [""]
    before = [""] if not text.startswith(words[0]) else []
    after = [""] if not text.endswith(words[-1]) else []
    return [*before, *words, *after]


def _fitting(pieces: list[Piece], width: float) -> Iterator[_Word]:
    total = sum(type_.width(text) for text, type_ in pieces)
    if total <= width:
        yield _Word(pieces, total)
        return
    for text, type_ in pieces:
        for part in type_.broken(text, width / type_.size):
            yield _Word([Piece(part, type_)], type_.width(part))


def _filled(words: list[_Word], width: float, first: float, space: float) -> Iterator[list[_Word]]:
    """The words of each line; one line without words where there are none."""
    row: list[_Word] = []
    used, room = 0.0, width - first + 1e-6
    for word in words:
        if row and used + space + word.width > room:
            yield row
            row, used, room = [], 0.0, width + 1e-6
        used += word.width + (space if row else 0.0)
        row.append(word)
    yield row


def _line(words: list[_Word], width: float, moved: float, space: float, stretched: bool) -> TextLine:
    natural = sum(word.width for word in words) + space * max(len(words) - 1, 0)
    stretch = (width - natural) / (len(words) - 1) if stretched and len(words) > 1 else 0.0
    return TextLine(tuple(_segments(words, moved, space + stretch)), natural, max(stretch, 0.0))


def _segments(words: list[_Word], x: float, blank: float) -> Iterator[Segment]:
    """Neighbouring pieces of one face in one segment, blanks inside it included."""
    placed = list(_placed(words, x, blank))
    if not placed:
        return
    start = 0
    for end, (one, other) in enumerate(pairwise(placed), 1):
        if one[0].type != other[0].type:
            yield _joined(placed[start:end])
            start = end
    yield _joined(placed[start:])


def _placed(words: list[_Word], x: float, blank: float) -> Iterator[tuple[Piece, float, bool]]:
    """Each piece with its place and whether a blank stands before it."""
    for number, word in enumerate(words):
        x += blank if number else 0.0
        for position, piece in enumerate(word.pieces):
            yield piece, x, bool(number) and position == 0
            x += piece.type.width(piece.text)


def _joined(placed: list[tuple[Piece, float, bool]]) -> Segment:
    first, x, _ = placed[0]
    rest = "".join(f" {piece.text}" if apart else piece.text for piece, _, apart in placed[1:])
    return Segment(first.text + rest, first.type, x)
