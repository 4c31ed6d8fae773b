"""Reads a deadline cell, as officials write it, into milestones. What it cannot read is unknown, never guessed."""

import re
from dataclasses import replace
from functools import lru_cache

from app.domain.deadline_dates import BARE_YEAR, ImpossibleDate
from app.domain.deadline_grammar import Expression, ExpressionReader
from app.domain.deadline_items import Item, items_of
from app.domain.deadline_words import phrase, tokens_of
from app.domain.milestone import Milestone, MilestoneKind

_PRODUCTS = tuple(
    phrase(words)
    for words in (
        "báo cáo", "bc", "kế hoạch", "kh", "quyết định", "văn bản", "tờ trình", "nghị quyết", "đề án", "danh mục",
        "biên bản", "công văn", "hướng dẫn", "thông báo", "quy chế", "hồ sơ", "phương án", "xây dựng kế hoạch",
        "chương trình", "tài liệu", "kết luận", "bảng", "phiếu", "dự thảo", "dự toán", "quyết toán",
    )
)  # fmt: skip
_EDGES = " \t.;,:-–—+•*()"
_BREAK = re.compile(r"[.;](?=\s|$|-)|;")


@lru_cache(maxsize=8192)
def read_deadline(text: str, year: int) -> tuple[Milestone, ...]:
    """The milestones of the deadline cell ``text`` of a plan for ``year``, in the cell's order.

    An empty cell has none. Conventions: a month, quarter or year ends on its last day; "trước" is the day before; a
    missing year is the plan's. Never raises for any text.
    """
    items = items_of(text)
    readings = [_read_item(item, year) for item in items]
    known = any(readings)
    milestones: list[Milestone] = []
    for item, reading in zip(items, readings, strict=True):
        if reading:
            milestones += reading
        elif not item.introduces and (item.listed or not known):
            milestones.append(_unknown(item))
    return tuple(milestones)


def _read_item(item: Item, year: int) -> list[Milestone]:
    try:
        return [replace(m, what=_joined(item.parent, m.what)) for m in _read_line(item.text, year)]
    except ImpossibleDate:
        return [_unknown(item)]


def _joined(parent: str | None, what: str | None) -> str | None:
    return " - ".join(part for part in (parent, what) if part) or None


def _unknown(item: Item) -> Milestone:
    heading, colon, rest = item.text.partition(":")
    named = bool(colon and rest.strip(_EDGES) and heading.strip(_EDGES))
    what = heading.strip(_EDGES) if named else None
    text = rest.strip(_EDGES) if named else item.text.strip(" -+.;")
    return Milestone(MilestoneKind.UNKNOWN, what=_joined(item.parent, what), text=text or item.text)


def _read_line(line: str, year: int) -> list[Milestone]:
    bare = BARE_YEAR.match(line)
    if bare:
        line = f"năm {bare.group(1)}"
    return [m for segment in _segments(line, year) for m in _read_segment(segment, year)]


def _segments(line: str, year: int) -> list[str]:
    """``line`` cut at full stops and semicolons, but only where what follows says a time of its own."""
    pieces: list[str] = []
    start = 0
    for mark in _BREAK.finditer(line):
        if mark.start() >= start and _stands_alone(line[mark.end() :], year):
            pieces.append(line[start : mark.start()])
            start = mark.end()
    pieces.append(line[start:])
    return [piece for piece in pieces if piece.strip(_EDGES)]


def _stands_alone(rest: str, year: int) -> bool:
    """Whether ``rest`` begins with a time, a product, or a heading and its time."""
    following = _BREAK.search(rest)
    piece = rest[: following.start()] if following else rest
    if not piece.strip(_EDGES):
        return False
    reader = ExpressionReader(tokens_of(piece.lstrip(_EDGES)), year)
    found = reader.find(0, len(reader.tokens))
    return found is not None and (found.start == 0 or ":" in piece or _names_product(piece))


def _names_product(words: str) -> bool:
    keys = tuple(token.key for token in tokens_of(words.lstrip(_EDGES)))
    return any(keys[: len(product)] == product for product in _PRODUCTS)


def _read_segment(segment: str, year: int) -> list[Milestone]:
    for colon in _colons(segment):
        right = _read_times(segment[colon + 1 :], year, named=True)
        if right:
            left = segment[:colon].strip(_EDGES)
            before, what = _leading_time(left, year)
            return [*before, *(replace(m, what=what or m.what) for m in right)]
    return _read_times(segment, year, named=False)


def _colons(segment: str) -> list[int]:
    """Places of the colons that are not part of a time of day."""
    return [m.start() for m in re.finditer(r":(?!\d\d\b)|(?<!\d):", segment)]


def _leading_time(left: str, year: int) -> tuple[list[Milestone], str | None]:
    """ "Thường xuyên báo cáo X" before a colon is continuous, and X is the product."""
    reader = ExpressionReader(tokens_of(left), year)
    found = reader.dated(0) if reader.tokens else None
    if found is None or found.kind is not MilestoneKind.CONTINUOUS or found.next >= len(reader.tokens):
        return [], left or None
    return list(found.milestones), left[reader.tokens[found.next].start :].strip(_EDGES) or None


def _read_times(text: str, year: int, named: bool) -> list[Milestone]:
    """The time expressions of ``text``. ``named`` says that a heading before a colon already names the product."""
    reader = ExpressionReader(tokens_of(text), year)
    found = _expressions(reader)
    if not found:
        return []
    what = None
    if not named:
        found, what = _without_name(text, reader, found)
    return [_with_words(m, text, reader, e, e is found[0] and what is None, what) for e in found for m in e.milestones]


def _expressions(reader: ExpressionReader) -> list[Expression]:
    found: list[Expression] = []
    i, end = 0, len(reader.tokens)
    while (expression := reader.find(i, end)) is not None:
        found.append(expression)
        i = max(expression.next, expression.start + 1)
    return found


def _without_name(text: str, reader: ExpressionReader, found: list[Expression]) -> tuple[list[Expression], str | None]:
    """Takes the product's name off the front: the words before its time, dates inside the name among them."""
    if found[0].start == 0 or not _names_product(text):
        return found, None
    first = 0
    while first + 1 < len(found) and _runs_on(reader, found[first], found[first + 1]):
        first += 1
    name = text[: reader.tokens[found[first].start].start].strip(_EDGES)
    return found[first:], name or None


def _runs_on(reader: ExpressionReader, one: Expression, other: Expression) -> bool:
    """Whether ``one``, a date, is part of a name: another time follows without a comma or "và" between them."""
    between = reader.tokens[one.next : other.start]
    return (
        one.kind is MilestoneKind.BY
        and other.kind is not MilestoneKind.CONDITIONAL
        and not any(token.key in (",", "và", ";", "(", "hoặc") for token in between)
    )


def _with_words(
    milestone: Milestone, text: str, reader: ExpressionReader, expression: Expression, whole: bool, what: str | None
) -> Milestone:
    """``milestone`` with its product and, for a condition, its words: from the line's start where it comes first."""
    if milestone.kind is not MilestoneKind.CONDITIONAL:
        return replace(milestone, what=what)
    start = 0 if whole else reader.tokens[expression.start].start
    words = text[start : reader.tokens[expression.next - 1].end]
    return replace(milestone, what=what, text=words.strip(_EDGES.replace("(", "").replace(")", "")))
