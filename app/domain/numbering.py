"""Ordinals that keep themselves: which rows an appendix numbers, how, and what they read after a change.

An ordinal is read as ``head``, number and tail: "1." is ("", 1, "."), "VII" is a Roman number, "1.2" has the head "1.".
A row keeps its own way of writing; only the number in it follows its place.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from app.domain.numerals import roman
from app.domain.plan import Appendix, Role, Row, RowKind


class Kind(StrEnum):
    """How a number is written; the order is from the outermost level inwards."""

    LETTER = "letter"
    ROMAN = "roman"
    ARABIC = "arabic"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One ordinal taken apart. ``head`` is what stands before its last number, such as "1." in "1.2"."""

    head: str
    number: int
    tail: str
    kind: Kind

    def written(self) -> str:
        """The ordinal as it stands in a cell."""
        return self.head + _WRITE[self.kind](self.number) + self.tail


class Numbering(StrEnum):
    """Whether the items of each section begin again at 1 or go on counting."""

    RESTARTING = "restarting"
    CONTINUING = "continuing"


_ORDINAL = re.compile(r"((?:\d{1,4}\.)*)(\d{1,6}|[IVXLC]{1,8}|[A-H])([.)/]?)")
_LEADING = re.compile(r"\d{1,6}")


def _from_roman(letters: str) -> int | None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    digits = [values[letter] for letter in letters]
    total = sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
    return total if roman(total) == letters else None


_WRITE: dict[Kind, Callable[[int], str]] = {
    Kind.ARABIC: str,
    Kind.ROMAN: roman,
    Kind.LETTER: lambda number: chr(64 + number) if number <= 26 else str(number),
}


@lru_cache(maxsize=4096)
def read_ordinal(text: str) -> Ordinal | None:
    """``text`` taken apart, or None where it is not a plain ordinal ("1a", "", "1-2", "01")."""
    match = _ORDINAL.fullmatch(text.strip())
    if match is None:
        return None
    head, number, tail = match.groups()
    if number.isdecimal():
        ordinal = Ordinal(head, int(number), tail, Kind.ARABIC)
    elif (value := _from_roman(number) if set(number) <= set("IVXLC") else None) is not None:
        ordinal = Ordinal(head, value, tail, Kind.ROMAN)
    else:
        ordinal = Ordinal(head, ord(number[0]) - 64, tail, Kind.LETTER)
    return ordinal if ordinal.written() == text else None


@dataclass(slots=True)
class _Counter:
    """Walks down an appendix and says what each row's ordinal reads when it follows its place."""

    numbering: Numbering
    items: dict[int, int] = field(default_factory=dict)
    sections: dict[Kind, Ordinal] = field(default_factory=dict)
    section_kind: Kind = Kind.ROMAN
    model: Ordinal = Ordinal("", 0, "", Kind.ARABIC)

    def section(self, written: str, numbered: bool) -> str:
        """The ordinal of a section row that now reads ``written``; counts it."""
        own = read_ordinal(written)
        style = own or self.sections.get(self.section_kind) or Ordinal("", 0, "", self.section_kind)
        last = self.sections.get(style.kind)
        result = replace(style, number=last.number + 1 if last else 1).written() if numbered else written
        self._enter(read_ordinal(result))
        return result

    def _enter(self, ordinal: Ordinal | None) -> None:
        if ordinal is None:
            return
        outer = list(Kind)[: list(Kind).index(ordinal.kind)]
        self.sections = {kind: last for kind, last in self.sections.items() if kind in outer} | {ordinal.kind: ordinal}
        self.section_kind = ordinal.kind
        if ordinal.kind is not Kind.ARABIC:
            self.model = replace(self.model, head="")
        if self.numbering is Numbering.RESTARTING or ordinal.kind is Kind.ARABIC:
            self.items = {}

    def item(self, written: str, numbered: bool) -> str:
        """The ordinal of an item row that now reads ``written``; counts it."""
        own = read_ordinal(written)
        style = own if own and own.kind is Kind.ARABIC else self.model
        depth = style.head.count(".")
        expected = replace(style, head=self._head(style.head), number=self.items.get(depth, 0) + 1)
        result = expected.written() if numbered else written
        self._count(result)
        return result

    def _head(self, head: str) -> str:
        parents = head.split(".")[:-1]
        section = self.sections.get(Kind.ARABIC)
        for depth in range(len(parents)):
            number = section.number if section and depth == 0 else self.items.get(depth)
            parents[depth] = str(number) if number is not None else parents[depth]
        return "".join(f"{parent}." for parent in parents)

    def _count(self, result: str) -> None:
        ordinal = read_ordinal(result)
        if ordinal and ordinal.kind is Kind.ARABIC:
            depth = ordinal.head.count(".")
            self.items = {d: n for d, n in self.items.items() if d < depth} | {depth: ordinal.number}
            self.model = ordinal
        elif leading := _LEADING.match(result):
            self.items = {0: int(leading[0])}


def written_ordinal(row: Row, column: int | None) -> str | None:
    """A row's ordinal as it reads now; None where it has no place of its own for one (``column`` None, merged)."""
    if row.kind is RowKind.SECTION:
        return row.ordinal
    return None if column is None else row.cells[column]


def _counter(appendix: Appendix, numbering: Numbering, column: int | None) -> _Counter:
    """A counter that writes a new first item the way the first ordinal of the appendix is written."""
    items = (row for row in appendix.rows if row.kind is RowKind.ITEM)
    read = (read_ordinal(written_ordinal(row, column) or "") for row in items)
    first = next((ordinal for ordinal in read if ordinal and ordinal.kind is Kind.ARABIC), None)
    return _Counter(numbering, model=replace(first, head="")) if first else _Counter(numbering)


def _expected(appendix: Appendix, numbering: Numbering, numbered: Callable[[Row], bool]) -> list[str | None]:
    """The ordinal of each row, numbers following their place where ``numbered`` says so."""
    column = appendix.column_of(Role.ORDINAL)
    counter = _counter(appendix, numbering, column)
    ordinals: list[str | None] = []
    for row in appendix.rows:
        written = written_ordinal(row, column)
        count = counter.section if row.kind is RowKind.SECTION else counter.item
        ordinals.append(None if written is None else count(written, numbered(row)))
    return ordinals


def _fitting(appendix: Appendix, numbering: Numbering) -> list[bool]:
    """For each row whether its ordinal is what its place gives, read in the light of the ordinals above it."""
    column = appendix.column_of(Role.ORDINAL)
    counter = _counter(appendix, numbering, column)
    fitting: list[bool] = []
    for row in appendix.rows:
        written = written_ordinal(row, column)
        if not written:
            fitting.append(False)
            continue
        trial = replace(counter)
        place = trial.section if row.kind is RowKind.SECTION else trial.item
        fitting.append(place(written, True) == written)
        (counter.section if row.kind is RowKind.SECTION else counter.item)(written, False)
    return fitting


def numbering_of(appendix: Appendix) -> Numbering:
    """Whether the items of ``appendix`` begin again in each section: whichever explains more of its ordinals."""
    if all(row.kind is RowKind.ITEM for row in appendix.rows):
        return Numbering.RESTARTING  # without sections both say the same
    scores = {numbering: sum(_fitting(appendix, numbering)) for numbering in Numbering}
    return max(Numbering, key=lambda numbering: scores[numbering])


def mark_numbered(appendix: Appendix, positions: Collection[int] | None = None) -> Appendix:
    """``appendix`` with ``numbered`` set on the rows (all, or those at ``positions``) whose ordinal is what automatic
    numbering gives, and cleared on the others."""
    fitting = _fitting(appendix, numbering_of(appendix))
    rows = (
        replace(row, numbered=fits) if positions is None or place in positions else row
        for place, (row, fits) in enumerate(zip(appendix.rows, fitting, strict=True))
    )
    return appendix.with_rows(tuple(rows))


def renumber(appendix: Appendix, numbering: Numbering | None = None) -> Appendix:
    """``appendix`` with the ordinals of its numbered rows following their place; other rows stay as typed.

    ``numbering`` is that of the appendix before the change (``numbering_of``), read from ``appendix`` itself if None.
    """
    ordinals = _expected(appendix, numbering or numbering_of(appendix), lambda row: row.numbered)
    column = appendix.column_of(Role.ORDINAL)
    rows = (_with_ordinal(row, column, ordinal) for row, ordinal in zip(appendix.rows, ordinals, strict=True))
    return appendix.with_rows(tuple(rows))


def _with_ordinal(row: Row, column: int | None, ordinal: str | None) -> Row:
    if ordinal is None:
        return row
    if row.kind is RowKind.SECTION:
        return row if row.ordinal == ordinal else replace(row, ordinal=ordinal)
    if column is None or row.cells[column] == ordinal:
        return row
    return replace(row, cells=(*row.cells[:column], ordinal, *row.cells[column + 1 :]))
