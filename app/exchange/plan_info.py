"""What the words around the tables say of a plan: issuing body, kind, title, year, signature, recipients, bases."""

import re
from collections.abc import Sequence

from app.domain.plan import PlanInfo
from app.domain.text import fold
from app.exchange.captions import is_label_line
from app.exchange.plan_closing import recipients_in, signature_in

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
KINDS = {kind.upper(): kind for kind in _KINDS}
"""The kinds of documents by the line that names them."""
_BODY = re.compile(r"\b(?:Ủy|Uỷ|ủy|uỷ) ban nhân dân\b|\bUBND\b", re.I)
_BODY_ACTS = re.compile(
    r"((?:UBND|(?:Ủy|Uỷ) ban nhân dân)\s+(?:xã|phường|huyện|thị trấn|thị xã|quận)\s+.{2,40}?)\s+(?:ban hành|xây dựng)\s"
)
_OFFICE = re.compile(r"ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ |PHÒNG |BỘ |VĂN PHÒNG|TRUNG TÂM|CHI CỤC|BAN ")
_PLACE = re.compile(r"\b(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)\s+", re.I)
_LEVELS = {
    "xã": "commune", "thị trấn": "commune", "đặc khu": "commune", "phường": "ward", "huyện": "district",
    "quận": "district", "thị xã": "district", "thành phố": "district",
}  # fmt: skip
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b", re.I)
_ANY_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SYMBOL = re.compile(r"(?:\bsố\s*:?|^số:)\s*(\d*[a-z]?\s*/\s*[A-ZĐ][\w\-&.]*)", re.I)
PLACE_DATE = re.compile(r"[^\W\d_][\w\s.'-]{1,60},\s*ngày\b.{0,24}\btháng\b.{0,12}\bnăm\b\s*(?:\d{4}|[.…\s]*)$", re.I)
_BASIS = re.compile(r"Căn cứ\b")
_BASES_END = re.compile(r"Theo đề nghị|QUYẾT ĐỊNH|I\.|Điều 1")
_TITLE_ENDS = re.compile(
    r"căn cứ|thực hiện|theo đề nghị|xét đề nghị|để |nhằm |phần |chương |điều \d|[ivx]+\.|\d+\.|\("
    r"|chủ tịch|ủy ban|uỷ ban|ubnd|hội đồng",
    re.I,
)
_DECIDES = re.compile(r"^QUYẾT ĐỊNH\s*:?$|thi hành Quyết định này")
_STATE = re.compile(r"cong hoa xa hoi|doc lap\s*[-–]")
_MOST_TITLE_LINES = 4
_MOST_NAME_LINES = 12

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
        missing.append(("import.no_title", (("title", title),)))
    found_year = _year_of([title, *lines[:60], *titles, file])
    if found_year is None:
        missing.append(("import.no_year", (("year", str(year)),)))
    body = _issuing_body(lines)
    signature = signature_in(lines)
    return PlanInfo(
        title=title,
        year=found_year or year,
        level=_level(body),
        issuing_body=body,
        document_type=kind,
        symbol=_symbol(lines),
        place_date=next((line for line in lines if PLACE_DATE.fullmatch(line)), None),
        signer_title=signature.post,
        signer_name=signature.name,
        recipients=recipients_in(lines).names,
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
    decided = any(_DECIDES.search(line) for line in lines)
    for place, line in enumerate(lines):
        if is_state_line(line):
            continue
        if line in KINDS:
            return KINDS[line], _title(lines[place + 1 :])
        if _BASIS.match(line):
            break
    first = next((line for line in lines if not is_state_line(line)), "")
    if decided and re.match(r"(?:về việc\s+)?ban hành", first, re.I):
        return "Quyết định", _title(lines[lines.index(first) :])
    return None, None


def _title(lines: Sequence[str]) -> str | None:
    return " ".join(title_lines(lines)) or None


def title_lines(lines: Sequence[str]) -> list[str]:
    """Those of ``lines``, which stand below the kind of document, that are its title."""
    title: list[str] = []
    for line in lines[:_MOST_TITLE_LINES]:
        if is_label_line(line):
            break
        if title and (_TITLE_ENDS.match(line) or re.search(r"năm\s+\d{4}$", title[-1])):
            break
        title.append(line)
    return title


def is_state_line(line: str) -> bool:
    """Whether ``line`` is the name of the state or its motto."""
    return bool(_STATE.search(fold(line)))


def is_body_name(line: str) -> bool:
    """Whether ``line`` begins with a people's committee or the name of a place."""
    return bool(_BODY.match(line) or _PLACE.match(line))


def office_names(lines: Sequence[str]) -> list[str]:
    """The names of bodies at the top of a heading, each on one line or several: the superior one, then the issuing."""
    names: list[str] = []
    for line in lines[:_MOST_NAME_LINES]:
        if is_state_line(line) or not line.isupper() or line in KINDS:
            break
        if _OFFICE.match(line):
            names.append(line)
        elif names:
            names[-1] += f" {line}"
    return names


def _issuing_body(lines: Sequence[str]) -> str | None:
    names = office_names(lines)
    if len(names) > 1 and _BODY.match(names[1]):
        return names[1]
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
