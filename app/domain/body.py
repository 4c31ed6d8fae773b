"""The text of an official document: paragraphs of numbered levels, and tables between them."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False


class Level(StrEnum):
    """What a paragraph is in the order of a document, as Nghị định 30/2020/NĐ-CP, Phụ lục I knows it.

    ``PART`` is "I. NHỮNG KẾT QUẢ ...", ``ITEM`` "1. ...", ``POINT`` "a) ...", ``DASH`` "- ...", ``ARTICLE``
    "Điều 1. ...", ``PLAIN`` has no ordinal, ``HEADING`` is centred on a line of its own. Ordinals are part of the text.
    """

    PART = "part"
    ITEM = "item"
    POINT = "point"
    DASH = "dash"
    ARTICLE = "article"
    PLAIN = "plain"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """One paragraph; "\\n" in a run breaks a line."""

    runs: tuple[Run, ...]
    level: Level


@dataclass(frozen=True, slots=True)
class BodyTable:
    """A table between paragraphs: every row with as many cells as the first, "" for an empty one. The first
    ``heading_rows`` rows are repeated on every page."""

    rows: tuple[tuple[str, ...], ...]
    heading_rows: int
