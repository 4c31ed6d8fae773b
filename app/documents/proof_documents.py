"""Proofs as a report cites them: "Báo cáo số 12/BC-UBND ngày 05/6/2026"."""

import re
from collections.abc import Iterable

from app.documents.document_types import document_types
from app.domain.dates import date_text
from app.domain.proof import Proof
from app.texts import text

_TYPE = re.compile(r"/\s*(\w+)-")


def documents_words(proofs: Iterable[Proof]) -> str:
    """The documents among ``proofs`` that have a number, one after the other; "" where none has."""
    return "; ".join(document_of(proof) for proof in proofs if proof.number)


def document_of(proof: Proof) -> str:
    """A numbered proof with its type, where its ký hiệu tells that, and its day."""
    if proof.day is None:
        return text("indicators.document", kind=_kind(proof.number), number=proof.number)
    return text("indicators.document_of_day", kind=_kind(proof.number), number=proof.number, day=date_text(proof.day))


def _kind(number: str) -> str:
    found = _TYPE.search(number)
    known = document_types().get(found[1]) if found else None
    return known.name if known is not None and known.in_symbol else text("indicators.document_other")


def proof_line(proof: Proof) -> str:
    """A proof in a list: its document, else its content or the name of its file."""
    named = document_of(proof) if proof.number else ""
    return ": ".join(
        part for part in (named, proof.title or (proof.file.name if proof.file and not named else "")) if part
    )
