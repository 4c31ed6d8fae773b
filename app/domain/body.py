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
    """One paragraph; "\\n" in a run breaks a line. ``to_read`` says that its words came from a template or another year
    and nobody has read them since."""

    runs: tuple[Run, ...]
    level: Level
    to_read: bool = False


@dataclass(frozen=True, slots=True)
class BodyTable:
    """A table between paragraphs: every row with as many cells as the first, "" for an empty one. The first
    ``heading_rows`` rows are repeated on every page."""

    rows: tuple[tuple[str, ...], ...]
    heading_rows: int


BodyPart = BodyParagraph | BodyTable


def words_of(part: BodyPart) -> str:
    """The text of ``part`` without its looks; the rows of a table a line each."""
    if isinstance(part, BodyTable):
        return "\n".join(" | ".join(row) for row in part.rows)
    return "".join(run.text for run in part.runs)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a plan around its appendices: what an import finds in one file, each line of it in one place.

    ``parts`` is the plan's own text, from its first sentence to "./.". A plan that a decision issues in the same file
    has the decision's text in ``decision`` and the lines above its own text in ``plan_heading``; ``heading`` are the
    lines above the first text of the file (bodies, number, place and date, kind, title), ``after`` is what follows the
    first appendix. ``bases`` are the căn cứ and "Theo đề nghị ...", one each; ``recipients`` the lines below "Nơi
    nhận:" without their dash; ``signer_titles`` the lines above the signature from "TM." or "KT." down to the post;
    ``footnotes`` begin with the mark that the text holds, "[1] ...". ``to_read`` names the lists of lines ("bases",
    "recipients") whose words came from a template or another year and that nobody has read since.
    """

    parts: tuple[BodyPart, ...]
    heading: tuple[str, ...] = ()
    decision: tuple[BodyPart, ...] = ()
    plan_heading: tuple[str, ...] = ()
    after: tuple[BodyPart, ...] = ()
    bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer_titles: tuple[str, ...] = ()
    signer_name: str | None = None
    superior_body: str | None = None
    footnotes: tuple[str, ...] = ()
    to_read: tuple[str, ...] = ()
