"""Signature blocks that contradict themselves or the rest of the document (Nghị định 30/2020/NĐ-CP, Điều 13)."""

import re
from collections.abc import Iterator, Sequence

from app.domain.format_check import Finding, Part, Place
from app.domain.official import COLLECTIVE, OfficialDocument, SignedBy
from app.domain.text import fold

_FOR_ANOTHER = (SignedBy.FOR_HEAD.value, SignedBy.BY_ORDER.value, SignedBy.AUTHORISED.value)
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)\s*\.\s*", re.IGNORECASE)
_PERSONS = ("chu tich", "pho chu tich", "giam doc", "truong", "pho", "chanh", "bi thu", "thu truong", "hieu truong")
_DEPUTIES = ("pho", "quyen")
_ACADEMIC = re.compile(r"\b(?:GS|PGS|TS|ThS|TSKH|CN|KS|BS|Tiến sĩ|Thạc sĩ|Giáo sư)\b\.?", re.IGNORECASE)


def signature(document: OfficialDocument) -> Iterator[Finding]:
    """Everything that the signature block lacks or gets wrong; a plan that a decision issues may have none."""
    lines = [line.strip() for line in document.signer.authority if line.strip()]
    if document.attached_to and not lines and not document.signer.name.strip():
        return
    place = Place(Part.SIGNER)
    if not lines:
        yield Finding("format_check.no_post", place)
    if not document.signer.name.strip():
        yield Finding("format_check.no_signer", place)
    elif found := _ACADEMIC.search(document.signer.name):
        yield Finding("format_check.academic_title", place, {"title": found[0]})
    yield from _lines(lines, place)
    yield from _against_authority(document, lines, place)


def _lines(lines: Sequence[str], place: Place) -> Iterator[Finding]:
    for position, line in enumerate(lines):
        prefix, rest = _parted(line)
        is_last = position == len(lines) - 1
        if prefix == COLLECTIVE:
            yield from _collective(rest, is_last, position, place)
        elif prefix in _FOR_ANOTHER:
            yield from _for_another(prefix, rest, lines[position + 1 :], place)
        elif prefix and not rest:
            yield Finding("format_check.prefix_alone", place, {"prefix": prefix})


def _parted(line: str) -> tuple[str, str]:
    """The abbreviation that ``line`` begins with ("TM."), "" where there is none, and what follows."""
    found = _PREFIX.match(line)
    return (f"{found[1].upper()}.", line[found.end() :].strip()) if found else ("", line)


def _collective(rest: str, is_last: bool, position: int, place: Place) -> Iterator[Finding]:
    if not rest or fold(rest).startswith(_PERSONS):
        yield Finding("format_check.no_collective", place, {"line": f"{COLLECTIVE} {rest}".strip()})
    elif is_last:
        yield Finding("format_check.collective_without_post", place, {"line": f"{COLLECTIVE} {rest}"})
    if position:
        yield Finding("format_check.collective_not_first", place)


def _for_another(prefix: str, rest: str, below: Sequence[str], place: Place) -> Iterator[Finding]:
    if not rest:
        yield Finding("format_check.prefix_alone", place, {"prefix": prefix})
        return
    own = below[0] if below else ""
    if not own:
        yield Finding("format_check.no_own_post", place, {"line": f"{prefix} {rest}"})
    elif fold(own) == fold(rest):
        yield Finding("format_check.same_post", place, {"line": f"{prefix} {rest}", "post": own})
    elif prefix == SignedBy.FOR_HEAD and not _parted(own)[0] and not fold(own).startswith(_DEPUTIES):
        yield Finding("format_check.not_a_deputy", place, {"line": f"{prefix} {rest}", "post": own})


def _against_authority(document: OfficialDocument, lines: Sequence[str], place: Place) -> Iterator[Finding]:
    """A decision of a chairman is signed without TM., one of the committee with it."""
    if not document.authority.strip() or not lines:
        return
    by_person = fold(document.authority).strip().startswith(_PERSONS)
    has_collective = any(_parted(line)[0] == COLLECTIVE for line in lines)
    if by_person and has_collective:
        yield Finding("format_check.person_with_collective", place, {"authority": document.authority})
    elif not by_person and not has_collective:
        yield Finding("format_check.collective_missing", place, {"authority": document.authority})
