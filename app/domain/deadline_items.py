"""The list inside a deadline cell: its items, and the parent each one stands under."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from app.domain.deadline_words import phrase, tokens_of

_MARKER = re.compile(r"\s*([-–—•*+]|\d{1,2}\)|[a-zđ]\))\s*(?=\D|\d)", re.IGNORECASE)
_INLINE_ITEM = re.compile(r"(?<=[.;])\s*(?=[-–+]\s*[^\W\d_])")
_EDGES = " \t.;,:-–—+•*"
_PRODUCT_STARTS = tuple(phrase(words) for words in ("báo cáo", "bc", "kế hoạch", "kh", "văn bản", "quyết định"))
_BROKEN = re.compile(
    r"(?<!\w)(trước|ngày|tháng|quý|qúy|năm|nhất|đến|từ|hằng|hàng|định kỳ|trong|vào)[ \t]*\n(?!\s*[-–—•*+])", re.I
)
"""A line that ends in a word which can't end one goes on in the next."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the cell's list. ``listed`` says that it carries a list mark, ``introduces`` that it only opens
    the items below it; ``parent`` is the line it stands under, without mark and stops."""

    text: str
    parent: str | None
    listed: bool
    introduces: bool


def items_of(cell: str) -> list[Item]:
    """The items of ``cell`` in order. A line below a mark of a higher level belongs to it; a line that only opens a
    list ("Xây dựng:") is no parent."""
    whole = _BROKEN.sub(r"\1 ", normalize("NFC", cell))
    lines = [part for line in whole.split("\n") for part in _INLINE_ITEM.split(line) if part.strip(_EDGES)]
    levels = [_level(line) for line in lines]
    return [_item(lines, levels, i) for i in range(len(lines))]


def _level(line: str) -> int:
    mark = _MARKER.match(line)
    if mark is None:
        return 0
    return 2 if mark.group(1) == "+" else 1


def _item(lines: list[str], levels: list[int], i: int) -> Item:
    opens = i + 1 < len(lines) and levels[i + 1] > levels[i]
    return Item(_text(lines[i]), _parent(lines, levels, i), levels[i] > 0, opens)


def _parent(lines: list[str], levels: list[int], i: int) -> str | None:
    above = next((k for k in range(i - 1, -1, -1) if levels[k] < levels[i]), None)
    if above is None or not _is_parent(lines[above], levels[above]):
        return None
    return _joined(_parent(lines, levels, above), _text(lines[above]).strip(_EDGES))


def _joined(outer: str | None, inner: str) -> str:
    return f"{outer} - {inner}" if outer else inner


def _is_parent(line: str, level: int) -> bool:
    """A marked line is a parent; an unmarked one only where it does no more than name a product."""
    if level > 0:
        return True
    if ":" in line.rstrip()[:-1] or line.rstrip()[-1:] in (".", ";"):
        return False
    keys = tuple(token.key for token in tokens_of(line))
    return any(keys[: len(start)] == start for start in _PRODUCT_STARTS)


def _text(line: str) -> str:
    mark = _MARKER.match(line)
    return " ".join(line[mark.end() :].split() if mark else line.split())
