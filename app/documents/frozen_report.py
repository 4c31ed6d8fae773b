"""A signed report as it is kept: the printed document itself, so that it prints the same in ten years."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import ndiff
from itertools import takewhile

from app.documents.model import Document, HeadingBlock, Paragraph, Section, SignatureBlock, Table
from app.domain.plain import from_plain, to_plain
from app.domain.statistics_form import FormSet

_BETWEEN = " | "
_AND, _NOTHING = "; ", "-"
_NAMING = 2
"""The number and the name of what a row is about."""


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """The ``document`` as it was signed, and the ``forms`` that its figures were entered in."""

    document: Document
    forms: FormSet


def to_text(frozen: FrozenReport) -> str:
    """``frozen`` as text to be stored."""
    return json.dumps(to_plain(frozen), ensure_ascii=False)


def from_text(stored: str) -> FrozenReport:
    """What ``to_text`` made ``stored`` of."""
    return from_plain(FrozenReport, json.loads(stored))


def words_of_document(document: Document) -> list[str]:
    """Every paragraph and table row of ``document``, one text each."""
    return [line for section in document.sections for line in words_of_section(section)]


def words_of_section(section: Section) -> list[str]:
    """Every paragraph and table row of ``section``."""
    return [line for block in section.blocks for line in _words(block)]


def _words(block: Paragraph | Table | HeadingBlock | SignatureBlock) -> Iterable[str]:
    if isinstance(block, Paragraph):
        return (block.text,)
    if isinstance(block, HeadingBlock):
        return (block.superior_body, block.issuing_body, block.symbol, block.place_date)
    if isinstance(block, SignatureBlock):
        return (*block.authority, block.name, *block.recipients)
    rows = (*block.headings, *block.rows)
    return (_BETWEEN.join(cell.text for cell in row if cell is not None) for row in rows)


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of the signed report and what the register would say now; "" where one of them has none. Of the row of
    a table ``place`` is what it begins with and only the cells that differ are told."""

    then: str
    now: str
    place: str = ""


def differences(signed: Document, current: Document) -> list[Difference]:
    """Where the register has moved away from what was signed, in the order of the report."""
    found: list[Difference] = []
    removed: list[str] = []
    for line in ndiff(words_of_document(signed), words_of_document(current)):
        sign, words = line[:2], line[2:]
        if sign == "- ":
            removed.append(words)
        elif sign == "+ ":
            found.append(_difference(removed.pop(0), words) if removed else Difference("", words))
        elif sign == "  ":
            found += [Difference(one, "") for one in removed]
            removed = []
    return found + [Difference(one, "") for one in removed]


def _difference(then: str, now: str) -> Difference:
    """What differs between two lines; of two rows that begin alike, the cells."""
    cells = list(zip(then.split(_BETWEEN), now.split(_BETWEEN), strict=False))
    named = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], cells)][:_NAMING]
    if not named or then.count(_BETWEEN) != now.count(_BETWEEN):
        return Difference(then, now)
    moved = [pair for pair in cells if pair[0] != pair[1]]
    was, is_now = (_AND.join(pair[side] or _NOTHING for pair in moved) for side in (0, 1))
    return Difference(was, is_now, ". ".join(filter(None, named)))
