"""An official document as its office knows it: the parts of Nghị định 30/2020/NĐ-CP, Phụ lục I, before any layout."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.body import BodyParagraph, BodyPart, Level, words_of

DECISION = "QĐ"
DISPATCH = "CV"
"""The code of a công văn, which has no name of its type on paper: its "V/v ..." stands below the number."""
_LONGEST_LABEL = 120
"""Letters up to which a numbered paragraph without a full stop counts as the title of what follows."""
_DEEPEST = 99
_ORDINAL = re.compile(r"\s*(?:Điều\s+)?(\d+(?:\.\d+)*)")


class Urgency(StrEnum):
    """How fast a document is to be delivered (ô số 10b): none, khẩn, thượng khẩn, hỏa tốc."""

    NONE = "none"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    IMMEDIATE = "immediate"


class SignedBy(StrEnum):
    """In what right a person signs for a head (Nghị định 30/2020/NĐ-CP, Điều 13): "" in the own, KT. for a deputy,
    TL. by order, TUQ. by written authorisation, Q. as acting head."""

    OWN_RIGHT = ""
    FOR_HEAD = "KT."
    BY_ORDER = "TL."
    AUTHORISED = "TUQ."
    ACTING = "Q."

    @property
    def names_head(self) -> bool:
        """Whether the head for whom it is signed stands above the signer's own post."""
        return self in (SignedBy.FOR_HEAD, SignedBy.BY_ORDER, SignedBy.AUTHORISED)


COLLECTIVE = "TM."
"""Stands before the name of a collective body in whose name a document is signed."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day of which some parts may still be open (None), as in a draft that awaits its signature."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """The signature block: ``authority`` holds the lines above the signature ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ
    TỊCH", "PHÓ CHỦ TỊCH"), the last one being the signer's own post; ``name`` without academic titles."""

    authority: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """One document with every part that its type asks for; what is not known is empty.

    ``document_type`` is a code of ``resources/layout/document-types.json`` ("BC"). The bodies hold a line each.
    ``number`` is as the office wrote it, "" where not given yet; ``symbol`` follows the stroke ("BC-UBND"). ``title``
    is the trích yếu without "V/v". ``authority`` is who issues a decision ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ..."),
    ``attached_to`` the words in brackets of a plan that a decision issues. ``addressees``, ``bases`` and
    ``recipients`` are without their dashes and closing signs. ``appendices`` are the labels of the annexes that go
    with it.
    """

    document_type: str
    issuing_body: tuple[str, ...]
    title: str
    superior_body: tuple[str, ...] = ()
    number: str = ""
    symbol: str = ""
    place: str = ""
    day: PartialDate = PartialDate()
    authority: str = ""
    attached_to: str = ""
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    body: tuple[BodyPart, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer = Signer()
    urgency: Urgency = Urgency.NONE
    appendices: tuple[str, ...] = ()


def authority_lines(
    post: str, collective: str = "", head: str = "", by: SignedBy = SignedBy.OWN_RIGHT
) -> tuple[str, ...]:
    """The lines above a signature (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục 7). ``post`` is the signer's own,
    ``collective`` the body in whose name it is signed ("": none), ``head`` the post of the head for whom the signer
    signs by ``by``.

    An acting head signs with "Q." before the own post; who signs in the own right names no other post.
    """
    first = (f"{COLLECTIVE} {collective}",) if collective else ()
    if by is SignedBy.OWN_RIGHT:
        return (*first, post)
    if by is SignedBy.ACTING:
        return (*first, f"{by} {post}")
    return (*first, f"{by} {head}", post)


def written_number(number: str) -> str:
    """``number`` with a leading zero where it is below 10 (Phụ lục I, mục 3); what is no plain number stays."""
    return f"{int(number):02}" if number.isdecimal() and number.isascii() else number


def written_day(day: int) -> str:
    """A day of the month with a leading zero below 10 (Phụ lục I, mục 4)."""
    return f"{day:02}"


def written_month(month: int) -> str:
    """A month with a leading zero for 1 and 2 only (Phụ lục I, mục 4)."""
    return f"{month:02}" if month < 3 else str(month)


def is_point_title(paragraph: BodyParagraph, following: BodyPart | None) -> bool:
    """Whether a point ("a) ...") is the title of what is ``following`` rather than a sentence; it stays on its page."""
    words = words_of(paragraph).rstrip()
    if paragraph.level is not Level.POINT or len(words) > _LONGEST_LABEL or words.endswith((".", ";", ",", "/")):
        return False
    if isinstance(following, BodyParagraph):
        return following.level in (Level.DASH, Level.PLAIN)
    return following is not None


def is_label(paragraph: BodyParagraph, following: BodyPart | None) -> bool:
    """Whether a numbered item or article is the title of what is ``following`` rather than a sentence: it has no full
    stop, and what comes next lies below it. Titles stand in bold (Phụ lục I, mục 6)."""
    words = words_of(paragraph).rstrip()
    numbered = paragraph.level in (Level.ITEM, Level.ARTICLE)
    if not numbered or len(words) > _LONGEST_LABEL or words.endswith((".", ";", ":", ",", "/")):
        return False
    return following is not None and _depth(following) > _depth(paragraph)


def _depth(part: BodyPart) -> int:
    """How deep in the order of the text: 1.1 lies below 1, what has no ordinal of its own below both."""
    if not isinstance(part, BodyParagraph):
        return _DEEPEST
    if part.level in (Level.PART, Level.HEADING):
        return 0
    found = _ORDINAL.match(words_of(part)) if part.level in (Level.ITEM, Level.ARTICLE) else None
    if found is None:
        return _DEEPEST
    return found[1].count(".") + 1
