"""What stands at the end of a document: the recipients and the signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.text import fold

_NAME = re.compile(r"(?:[^\W\d_][^\W\d_'’]*)(?:\s+[^\W\d_][^\W\d_'’]*){0,3}")
_SIGNERS = re.compile(r"(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|CHỦ TỊCH|PHÓ CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG)")
_ON_BEHALF = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.")
_OFFICE_NAME = re.compile(r"CHỦ TỊCH (?:ỦY|UỶ)")
_LAST_RECIPIENT = re.compile(r"-?\s*[Ll]ưu\s*(?:[:;.,(]|[A-ZĐ]{2}|[Vv]ăn thư|[Hh]ồ sơ)")


@dataclass(frozen=True, slots=True)
class Recipients:
    """The recipients without their dashes; ``start`` and ``end`` bound their lines, "Nơi nhận:" among them."""

    names: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines above the signature, from "TM." or "KT." down to the post, and the name below; ``places`` are theirs
    among the lines."""

    titles: tuple[str, ...] = ()
    name: str | None = None
    places: tuple[int, ...] = ()

    @property
    def post(self) -> str | None:
        """The signer's own post, the last of the titles; None where no name says whose it is."""
        return self.titles[-1] if self.name else None


def recipients_in(lines: Sequence[str]) -> Recipients:
    """The first list of recipients in ``lines``."""
    start, first = _recipients_start(lines)
    found: list[str] = []
    place = first
    for place, line in enumerate([*lines[first:], ""], first):
        if line.startswith(("-", "–")):
            found.append(line.lstrip("-– "))
        elif line and found and not _LAST_RECIPIENT.match(found[-1]) and not _SIGNERS.match(line):
            found[-1] += f" {line}"
        else:
            break
        if _LAST_RECIPIENT.match(found[-1]) and found[-1].endswith("."):
            place += 1
            break
    return Recipients(tuple(found), start, place)


def _recipients_start(lines: Sequence[str]) -> tuple[int, int]:
    """The place of "Nơi nhận:" and that of the first line below; where those words are lost, the first of the dashed
    lines up to "- Lưu: …" for both."""
    for place, line in enumerate(lines):
        if fold(line).startswith("noi nhan"):
            return place, place + 1
    last = next((place for place, line in enumerate(lines) if _LAST_RECIPIENT.match(line)), None)
    if last is None:
        return len(lines), len(lines)
    start = last
    while start > 0 and lines[start - 1].startswith(("-", "–")):
        start -= 1
    return start, start


def signature_in(lines: Sequence[str]) -> Signature:
    """The first signature in ``lines``: posts with a name below, else the posts that stand for somebody ("TM.")."""
    for place, line in enumerate(lines):
        if not _is_post(line):
            continue
        following = next((at for at in range(place + 1, min(place + 4, len(lines))) if _may_be_name(lines[at])), None)
        if following is not None and _is_name(lines[following]):
            places = _titles_around(lines, place)
            return Signature(tuple(lines[at] for at in places), lines[following], (*places, following))
    unsigned = next((place for place, line in enumerate(lines) if _ON_BEHALF.match(line) and line.isupper()), None)
    if unsigned is None:
        return Signature()
    places = _titles_around(lines, unsigned)
    return Signature(tuple(lines[at] for at in places), None, tuple(places))


def _titles_around(lines: Sequence[str], place: int) -> list[int]:
    """The places of the titles that stand together with the one at ``place``."""
    first, last = place, place
    while first > 0 and _is_title(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _is_post(lines[last + 1]):
        last += 1
    return list(range(first, last + 1))


def _may_be_name(line: str) -> bool:
    return not _is_post(line) and not line.startswith("(")


def _is_name(line: str) -> bool:
    return bool(_NAME.fullmatch(line)) and line.istitle() and len(line.split()) >= 2


def _is_title(line: str) -> bool:
    return bool(_SIGNERS.match(line)) and line.isupper() and not _OFFICE_NAME.match(line)


def _is_post(line: str) -> bool:
    return _is_title(line) and not line.startswith("TM.")
