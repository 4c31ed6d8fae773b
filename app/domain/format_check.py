"""What is wrong with an official document before it is printed ("Lỗi thể thức"): the rules that need no reading.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I and III, where a rule names no other.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.official import DECISION, DISPATCH, OfficialDocument, PartialDate, written_number
from app.domain.text import fold

_ADDRESSED = (DISPATCH, "TTr")
"""Types that always begin with "Kính gửi" (Phụ lục I, mục 9a)."""
_PLAIN_NUMBER = re.compile(r"[0-9]+")


class Part(StrEnum):
    """The part of a document that a finding leads to."""

    NUMBER = "number"
    SYMBOL = "symbol"
    PLACE = "place"
    DAY = "day"
    ISSUING_BODY = "issuing_body"
    TITLE = "title"
    AUTHORITY = "authority"
    ADDRESSEES = "addressees"
    BASES = "bases"
    BODY = "body"
    RECIPIENTS = "recipients"
    SIGNER = "signer"
    APPENDICES = "appendices"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go: the part and, where it has several, the position (from 0) of a line or paragraph in it. ``start``
    and ``end`` bound the words meant within that paragraph's text."""

    part: Part
    index: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing missing or wrong: the key of its sentence, its place, the values for the sentence."""

    key: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)


def missing_parts(document: OfficialDocument) -> Iterator[Finding]:
    """Parts that every document of the type must have. A plan that a decision issues goes by that one's number."""
    if not document.attached_to:
        yield from _missing_of_its_own(document)
    if not any(line.strip() for line in document.issuing_body):
        yield Finding("format_check.no_issuing_body", Place(Part.ISSUING_BODY))
    if not document.title.strip():
        yield Finding("format_check.no_title", Place(Part.TITLE))
    if not document.body:
        yield Finding("format_check.no_body", Place(Part.BODY))
    if document.document_type in _ADDRESSED and not document.addressees:
        yield Finding("format_check.no_addressees", Place(Part.ADDRESSEES))
    if document.document_type == DECISION:
        yield from _missing_of_a_decision(document)


def _missing_of_its_own(document: OfficialDocument) -> Iterator[Finding]:
    if not document.number.strip():
        yield Finding("format_check.no_number", Place(Part.NUMBER))
    if not document.symbol.strip():
        yield Finding("format_check.no_symbol", Place(Part.SYMBOL))
    if not document.place.strip():
        yield Finding("format_check.no_place", Place(Part.PLACE))
    if None in (document.day.day, document.day.month, document.day.year):
        yield Finding("format_check.no_day", Place(Part.DAY))


def _missing_of_a_decision(document: OfficialDocument) -> Iterator[Finding]:
    if not document.authority.strip():
        yield Finding("format_check.no_authority", Place(Part.AUTHORITY))
    if not document.bases:
        yield Finding("format_check.no_bases", Place(Part.BASES))


def number_and_day(document: OfficialDocument) -> Iterator[Finding]:
    """A number with a zero too few or too many, a symbol of another type, a day that no calendar has."""
    number = document.number.strip()
    if _PLAIN_NUMBER.fullmatch(number) and number != written_number(number):
        values = {"number": number, "wanted": written_number(number)}
        yield Finding("format_check.number_zero", Place(Part.NUMBER), values)
    yield from _symbol(document)
    if not _is_possible(document.day):
        yield Finding("format_check.impossible_day", Place(Part.DAY))


def _symbol(document: OfficialDocument) -> Iterator[Finding]:
    """The ký hiệu begins with the abbreviation of the type; that of a công văn has none (Phụ lục III, mục I)."""
    first = document.symbol.strip().split("-")[0]
    if document.document_type == DISPATCH:
        if first.upper() == DISPATCH:
            yield Finding("format_check.dispatch_symbol", Place(Part.SYMBOL), {"symbol": document.symbol})
    elif first and first != document.document_type:
        values = {"symbol": document.symbol, "wanted": document.document_type}
        yield Finding("format_check.other_symbol", Place(Part.SYMBOL), values)


def _is_possible(day: PartialDate) -> bool:
    try:
        date(day.year or 2000, day.month or 1, day.day or 1)  # 2000 has a 29 February, which an open year may have too
    except ValueError:
        return False
    return True


def recipients(document: OfficialDocument) -> Iterator[Finding]:
    """Recipients at all, and the line that says where the document is kept, which comes last (Phụ lục I, mục 9b). A
    plan that a decision issues goes where that one goes."""
    kept = [position for position, line in enumerate(document.recipients) if _is_kept_line(line)]
    if document.attached_to and not document.recipients:
        return
    if not document.recipients:
        yield Finding("format_check.no_recipients", Place(Part.RECIPIENTS))
    elif not kept:
        yield Finding("format_check.not_kept", Place(Part.RECIPIENTS))
    elif kept[-1] != len(document.recipients) - 1:
        yield Finding("format_check.kept_not_last", Place(Part.RECIPIENTS, kept[-1]))


def _is_kept_line(line: str) -> bool:
    return bool(re.match(r"luu\b", fold(line).lstrip(" -")))
