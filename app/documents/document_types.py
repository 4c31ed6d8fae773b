"""The types of official documents with their names and abbreviations, read from ``resources/layout``."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.domain.errors import Refused
from app.paths import RESOURCES

TYPES_FILE: Path = RESOURCES / "layout" / "document-types.json"


@dataclass(frozen=True, slots=True)
class DocumentType:
    """``name`` as it stands on paper in usual letters; ``in_symbol`` tells whether the ký hiệu begins with the code,
    which it does for every type but công văn."""

    code: str
    name: str
    in_symbol: bool = True


@cache
def document_types() -> dict[str, DocumentType]:
    """All types by their code, in the order of Nghị định 30/2020/NĐ-CP, Phụ lục III."""
    types = json.loads(TYPES_FILE.read_text(encoding="utf-8"))["types"]
    return {one["code"]: DocumentType(**one) for one in types}


def document_type(code: str) -> DocumentType:
    """The type with ``code``. Raises Refused for a code that the list does not hold."""
    if code not in document_types():
        raise Refused("document.no_such_type", code=code, codes=", ".join(document_types()))
    return document_types()[code]


def usual_symbol(code: str, office: str, unit: str = "") -> str:
    """The ký hiệu that a document of type ``code`` gets: "BC-UBND"; for a công văn, whose type has no abbreviation, the
    office and the drafting unit: "UBND-VX"."""
    parts = (code, office) if document_type(code).in_symbol else (office, unit)
    return "-".join(part for part in parts if part)
