"""The words of the tab of the office."""

import re
from collections.abc import Sequence

from app.documents.document_types import document_type
from app.domain.dates import date_text
from app.domain.office import OfficeSigner
from app.domain.official import SignedBy
from app.texts import text

KINDS = ("BC", "KH", "QĐ", "TTr", "CV")
"""The types of documents that an office writes about its plan."""
_PARTS = "; "
_AROUND = re.compile(r"^[\s-]+|[\s.,]+$")
"""The dash before a part and the sign at its end, which are set when it is printed."""
_BY_KEYS = {
    SignedBy.OWN_RIGHT: "office_page.by_own",
    SignedBy.FOR_HEAD: "office_page.by_kt",
    SignedBy.BY_ORDER: "office_page.by_tl",
    SignedBy.AUTHORISED: "office_page.by_tuq",
    SignedBy.ACTING: "office_page.by_q",
}


def by_words(by: SignedBy) -> str:
    """In what right a person signs."""
    return text(_BY_KEYS[by])


def signer_row(signer: OfficeSigner) -> tuple[str, str, str, str]:
    """A signer's name, the lines above the signature, first and last day."""
    first, last = (date_text(day) if day else "" for day in (signer.active_from, signer.active_to))
    return signer.name, " / ".join(signer.block().authority), first, last


def kind_words(code: str) -> str:
    """A type of document by its code and its name."""
    return text("office_page.kind", code=code, name=document_type(code).name)


def in_one_line(parts: Sequence[str]) -> str:
    """Recipients or addressees, as they are typed into one cell."""
    return _PARTS.join(parts)


def from_one_line(words: str) -> tuple[str, ...]:
    """What was typed into one cell, each part without its dash and closing sign."""
    parts = (_AROUND.sub("", part) for part in re.split("[;\n]", words))
    return tuple(part for part in parts if part)
