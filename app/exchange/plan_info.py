"""What the words around the tables say of a plan: issuing body, kind, title, year, signature, recipients, bases."""

import re
from collections.abc import Sequence

from app.domain.plan import PlanInfo
from app.domain.text import fold

_KINDS = (
    "Kế hoạch",
    "Quyết định",
    "Báo cáo",
    "Tờ trình",
    "Công văn",
    "Chương trình",
    "Phương án",
    "Đề án",
    "Thông báo",
)
_BODY = re.compile(r"\b(?:Ủy|Uỷ|ủy|uỷ) ban nhân dân\b|\bUBND\b", re.I)
_BODY_ACTS = re.compile(
    r"((?:UBND|(?:Ủy|Uỷ) ban nhân dân)\s+(?:xã|phường|huyện|thị trấn|thị xã|quận)\s+.{2,40}?)\s+(?:ban hành|xây dựng)\s"
)
_PLACE = re.compile(r"\b(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)\s+", re.I)
_NAME = re.compile(r"(?:[^\W\d_][^\W\d_'’]*)(?:\s+[^\W\d_][^\W\d_'’]*){0,3}")
_LEVELS = {
    "xã": "commune", "thị trấn": "commune", "đặc khu": "commune", "phường": "ward", "huyện": "district",
    "quận": "district", "thị xã": "district", "thành phố": "district",
}  # fmt: skip
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b", re.I)
_ANY_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SYMBOL = re.compile(r"(?:\bsố\s*:?|^số:)\s*(\d*[a-z]?\s*/\s*[A-ZĐ][\w\-&.]*)", re.I)
_PLACE_DATE = re.compile(r"[^\W\d_][\w\s.'-]{1,60},\s*ngày\b.{0,24}\btháng\b.{0,12}\bnăm\b\s*(?:\d{4}|[.…\s]*)$", re.I)
_BASIS = re.compile(r"Căn cứ\b")
_BASES_END = re.compile(r"Theo đề nghị|QUYẾT ĐỊNH|I\.|Điều 1")
_TITLE_ENDS = re.compile(
    r"căn cứ|thực hiện|theo đề nghị|xét đề nghị|để |nhằm |phần |chương |điều \d|[ivx]+\.|\d+\.|\("
    r"|chủ tịch|ủy ban|uỷ ban|ubnd|hội đồng",
    re.I,
)
_SIGNERS = re.compile(r"(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|CHỦ TỊCH|PHÓ CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG)")
_LAST_RECIPIENT = re.compile(r"-?\s*lưu\b", re.I)
_DECIDES = re.compile(r"^QUYẾT ĐỊNH\s*:?$|thi hành Quyết định này")
_STATE = re.compile(r"cong hoa xa hoi|doc lap\s*-")
_MOST_TITLE_LINES = 4

Missing = tuple[str, tuple[tuple[str, str], ...]]


def plan_info(lines: Sequence[str], titles: Sequence[str], year: int, file: str) -> tuple[PlanInfo, list[Missing]]:
    """The plan's heading and signature from ``lines``, the text outside the appendices; ``titles`` are the appendices'.

    ``year`` and the name of ``file`` stand in where neither says a year or a title; the second value names such gaps
    by the keys of their sentences.
    """
    kind, title = _kind_and_title(lines)
    missing: list[Missing] = []
    if title is None:
        title = next((one for one in titles if one and len(titles) == 1), None) or _file_title(file)
        missing.append(("import.no_title", ()))
    found_year = _year_of([title, *lines[:60], *titles, file])
    if found_year is None:
        missing.append(("import.no_year", (("year", str(year)),)))
    body = _issuing_body(lines)
    signer_title, signer_name = _signer(lines)
    return PlanInfo(
        title=title,
        year=found_year or year,
        level=_level(body),
        issuing_body=body,
        document_type=kind,
        symbol=_symbol(lines),
        place_date=next((line for line in lines if _PLACE_DATE.fullmatch(line)), None),
        signer_title=signer_title,
        signer_name=signer_name,
        recipients=tuple(_recipients(lines)),
        legal_bases=tuple(_bases(lines)),
    ), missing


def _file_title(file: str) -> str:
    return re.sub(r"[_\s]+", " ", file.rsplit(".", 1)[0]).strip() or file


def _year_of(texts: Sequence[str]) -> int | None:
    for pattern in (_YEAR, _ANY_YEAR):
        found = next((match for text in texts if (match := pattern.search(text))), None)
        if found:
            return int(found[1])
    return None


def _kind_and_title(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The first line that is a kind of document, and the title below it; a decision may have lost that line."""
    kinds = {kind.upper(): kind for kind in _KINDS}
    decided = any(_DECIDES.search(line) for line in lines)
    for place, line in enumerate(lines):
        if _STATE.search(fold(line)):
            continue
        if line in kinds:
            return kinds[line], _title(lines[place + 1 :])
        if _BASIS.match(line):
            break
    first = next((line for line in lines if not _STATE.search(fold(line))), "")
    if decided and re.match(r"(?:về việc\s+)?ban hành", first, re.I):
        return "Quyết định", _title(lines[lines.index(first) :])
    return None, None


def _title(lines: Sequence[str]) -> str | None:
    title: list[str] = []
    for line in lines[:_MOST_TITLE_LINES]:
        if title and (_TITLE_ENDS.match(line) or re.search(r"năm\s+\d{4}$", title[-1])):
            break
        title.append(line)
    return " ".join(title) or None


def _issuing_body(lines: Sequence[str]) -> str | None:
    for place, line in enumerate(lines):
        if not _BODY.match(line) and not re.match(r"chủ tịch\s+(?:ủy|uỷ) ban", line, re.I):
            continue
        if not line.isupper():
            continue
        body = re.sub(r"^CHỦ TỊCH\s+", "", line)
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if _PLACE.search(body):
            return body
        if _PLACE.match(below) and below.isupper():
            return f"{body} {below}"
    return next((named for line in lines if (named := _body_in_sentence(line))), None)


def _body_in_sentence(line: str) -> str | None:
    """ "UBND phường X ban hành Kế hoạch …"."""
    found = _BODY_ACTS.match(line)
    return found[1] if found else None


def _level(body: str | None) -> str | None:
    found = _PLACE.search(body or "")
    return _LEVELS[found[1].lower()] if found else None


def _symbol(lines: Sequence[str]) -> str | None:
    own = next((match for line in lines if (match := re.match(r"Số\s*:?\s*(\d*\s*/\s*\S+)", line))), None)
    if own is None:
        attached = (line for line in lines if re.match(r"\(?\s*(?:ban hành )?kèm theo", line, re.I))
        own = next((match for line in attached if (match := _SYMBOL.search(line))), None)
    return re.sub(r"\s+", "", own[1]) if own else None


def _recipients(lines: Sequence[str]) -> list[str]:
    found: list[str] = []
    for line in lines[_recipients_start(lines) :]:
        if line.startswith(("-", "–")):
            found.append(line.lstrip("-– "))
        elif found and not _LAST_RECIPIENT.match(found[-1]) and not _SIGNERS.match(line):
            found[-1] += f" {line}"
        else:
            break
        if _LAST_RECIPIENT.match(found[-1]) and found[-1].endswith("."):
            break
    return found


def _recipients_start(lines: Sequence[str]) -> int:
    """The line below "Nơi nhận:"; where those words are lost, the first of the dashed lines up to "- Lưu: …"."""
    for place, line in enumerate(lines):
        if fold(line).startswith("noi nhan"):
            return place + 1
    last = next((place for place, line in enumerate(lines) if _LAST_RECIPIENT.match(line)), None)
    if last is None:
        return len(lines)
    start = last
    while start > 0 and lines[start - 1].startswith(("-", "–")):
        start -= 1
    return start


def _signer(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Post and name below the first list of recipients (or above it, where the signature was laid out first)."""
    for place, line in enumerate(lines):
        if not _is_post(line):
            continue
        below = (other for other in lines[place + 1 : place + 4] if not _is_post(other) and not other.startswith("("))
        following = next(below, "")
        if _NAME.fullmatch(following) and following.istitle() and len(following.split()) >= 2:
            posts = [other for other in lines[place : place + 2] if _is_post(other)]
            return posts[-1], following
    return None, None


def _is_post(line: str) -> bool:
    return bool(_SIGNERS.match(line)) and line.isupper() and not re.match(r"(?:TM\.|CHỦ TỊCH (?:ỦY|UỶ))", line)


def _bases(lines: Sequence[str]) -> list[str]:
    found: list[str] = []
    joining = False
    for line in lines:
        if _BASIS.match(line):
            found.append(line)
            joining = True
        elif joining and not found[-1].endswith((";", ".")) and not _BASES_END.match(line):
            found[-1] += f" {line}"
        else:
            joining = False
        if found and not joining and _BASES_END.match(line):
            break
    return found
