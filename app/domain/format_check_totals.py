"""Totals that contradict each other: the same count said with two numbers, a table whose last row does not add up."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.body import BodyTable, Level, words_of
from app.domain.format_check import Finding, Part, Place
from app.domain.official import OfficialDocument
from app.domain.text import fold

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_LABEL = r"(?P<label{0}>[^\W\d_][^\d,;:.()\n]*)"
_SAID = re.compile(
    rf"(?<![\d/.,])(?:{_NUMBER})/(?P<whole>{_NUMBER})(?![\d/])\s+{_LABEL.format('')}"
    rf"|\btổng\s+số\s+(?:là\s+|có\s+)?(?P<before>{_NUMBER})\s+{_LABEL.format('_after')}"
    rf"|\btổng\s+số\s+{_LABEL.format('_named')}\s*(?::|là|có)\s*(?P<named>{_NUMBER})(?!\s*%|[\d,/])",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\s+(?:đã|được|đạt|là|có|còn|chưa|hoàn|bằng|chiếm|tăng|giảm|và|với|bảo|phải|quá)\b.*", re.IGNORECASE
)
"""Where the name of what is counted ends."""
_TELLING_WORDS = 3
"""Words from which a name says enough to mean the same count in another item of the text."""
_WHOLE = re.compile(_NUMBER)


@dataclass(frozen=True, slots=True)
class _Total:
    """``full`` is the whole name in front of a colon ("biên chế được giao"), which tells two such totals apart; "" in a
    running sentence."""

    label: str
    full: str
    number: int
    words: str
    place: Place
    item: int


def totals(document: OfficialDocument) -> Iterator[Finding]:
    """Every total that differs from an earlier one of the same name."""
    seen: defaultdict[tuple[str, int], list[_Total]] = defaultdict(list)
    for total in _said(document):
        scope = -1 if len(total.label.split()) >= _TELLING_WORDS else total.item
        known = next((one for one in seen[total.label, scope] if _is_the_same(one, total)), total)
        seen[total.label, scope].append(total)
        if known.number != total.number:
            values = {"words": total.words, "other": known.words}
            yield Finding("format_check.two_totals", total.place, values)


def _is_the_same(one: _Total, other: _Total) -> bool:
    return not one.full or not other.full or one.full == other.full


def _said(document: OfficialDocument) -> Iterator[_Total]:
    """The totals in the order of the text; ``item`` counts the headings before each."""
    item = 0
    for position, block in enumerate(document.body):
        if isinstance(block, BodyTable):
            continue
        item += block.level in (Level.PART, Level.ITEM)
        words = words_of(block)
        for match in _SAID.finditer(words):
            place = Place(Part.BODY, position, match.start(), match.end())
            label = _VERBS.sub("", match["label"] or match["label_after"] or match["label_named"])
            number = match["whole"] or match["before"] or match["named"]
            shown = words[match.start() : match.end()].strip()
            full = _plain(match["label_named"] or "")
            yield _Total(_plain(label), full, int(number.replace(".", "")), shown, place, item)


def _plain(label: str) -> str:
    return " ".join(fold(label).split())


def table_sums(document: OfficialDocument) -> Iterator[Finding]:
    """Last rows named "Tổng ..." with a column of whole numbers that adds up to something else."""
    for position, block in enumerate(document.body):
        if isinstance(block, BodyTable) and len(block.rows) > block.heading_rows + 2:
            *rows, last = block.rows[block.heading_rows :]
            if any(fold(cell).startswith("tong") for cell in last[:2]):
                yield from _wrong_sums(rows, last, position)


def _wrong_sums(rows: Sequence[Sequence[str]], last: Sequence[str], position: int) -> Iterator[Finding]:
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        for column, cell in enumerate(row):
            columns[column].append(cell.strip())
    for column, cells in columns.items():
        written = last[column].strip()
        if all(map(_WHOLE.fullmatch, (*cells, written))):
            total = sum(_value(cell) for cell in cells)
            if total != _value(written):
                values = {"column": column + 1, "written": written, "total": total}
                yield Finding("format_check.table_sum", Place(Part.BODY, position), values)


def _value(cell: str) -> int:
    return int(cell.replace(".", ""))
