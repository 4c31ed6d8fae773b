"""The products that a product cell names, and which of them a milestone yields."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.keys import product_keys
from app.domain.text import fold

_MARK = re.compile(r"^\s*(?:[-–—+•*]|\d{1,2}[.)](?!\d)|[a-zđ]\))\s*", re.IGNORECASE)
_INLINE = re.compile(r"(?<=[;.])\s*(?=[-–—+•]\s*[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_STOPS = " \t;.,:"


@dataclass(frozen=True, slots=True)
class Product:
    """One thing a task is to yield, in the cell's own words; ``key`` names it within its row."""

    name: str
    key: str


def products_in(cell: str) -> tuple[Product, ...]:
    """The products of ``cell``: one per list item, one per line or part between semicolons where it is no list. A
    line without a mark below an item goes on with it; a line that only opens the list is none."""
    names = _names(cell)
    return tuple(Product(name, key) for name, key in zip(names, product_keys(names), strict=True))


def _names(cell: str) -> list[str]:
    lines = [part for line in cell.split("\n") for part in _INLINE.split(line) if part.strip(_STOPS)]
    listed = any(_MARK.match(line) for line in lines)
    return _listed(lines) if listed else [part for line in lines for part in _parts(line)]


def _parts(line: str) -> list[str]:
    return [part.strip(_STOPS) for part in line.split(";") if part.strip(_STOPS)]


def _listed(lines: Sequence[str]) -> list[str]:
    names: list[str] = []
    in_item = False
    for line in lines:
        words = _MARK.sub("", line).strip()
        if _MARK.match(line):
            in_item = True
        elif in_item:
            names[-1] = f"{names[-1]} {words.strip(_STOPS)}"
            continue
        elif words.endswith(":"):
            continue
        names.append(words.strip(_STOPS))
    return [name for name in names if name]


def product_of(what: str | None, products: Sequence[Product], chosen: str | None = None) -> Product | None:
    """The product that a milestone called ``what`` yields: the one ``chosen`` by key; the only one; else the one
    whose words say the same, None where none or several do."""
    by_hand = next((one for one in products if one.key == chosen), None)
    if by_hand is not None:
        return by_hand
    if len(products) == 1:
        return products[0]
    asked = _words(what or "")
    same = [one for one in products if asked and _same(asked, _words(one.name))]
    return same[0] if len(same) == 1 else None


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _same(one: str, other: str) -> bool:
    return bool(one.strip() and other.strip()) and (one in other or other in one)
