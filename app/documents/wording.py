"""Phrases composed of what is known about a plan, with blanks for what is not."""

import re

from app.domain.dates import day_in_words
from app.domain.plan import PlanInfo
from app.texts import text

_NUMBER = re.compile(r"^(?:số:?)?[\s.…]*(?=/)", re.IGNORECASE)
_ISSUED = re.compile(r"^(?:(?:V/v|Về việc|Về)\s+)?(?:ban hành\s+)?", re.IGNORECASE)
_SPELLED = re.compile(r"^số\s*:\s*", re.IGNORECASE)


def attached_to(info: PlanInfo) -> str:
    """The line "(Kèm theo …)" under an appendix title; what the plan does not say is left as a dotted blank."""
    day, month, year = _date(info)
    return text(
        "document.attached_to",
        document_type=info.document_type or text("document.some_document"),
        symbol=_symbol(info.symbol),
        day=day,
        month=month,
        year=year,
        issuing_body=body_in_running_text(info.issuing_body) if info.issuing_body else text("document.blank"),
    )


def _date(info: PlanInfo) -> tuple[str, str, str]:
    day, month, year = day_in_words(info.place_date or "")
    blank = text("document.blank")
    return day or blank, month or blank, year or blank


def _symbol(symbol: str | None) -> str:
    blank = text("document.blank")
    return _SPELLED.sub("", _NUMBER.sub(blank, symbol.strip())) if symbol else blank


def plan_in_running_text(title: str) -> str:
    """A plan as a sentence names it: "Kế hoạch cải cách hành chính xã ... năm 2031", whatever its title begins with."""
    words = _ISSUED.sub("", " ".join(title.split()))
    kind = text("document.plan")
    if not words or words.casefold().startswith(kind.casefold()):
        return f"{kind}{words[len(kind) :]}"
    return f"{kind} {words if words[1:2].isupper() else words[:1].lower() + words[1:]}"


def body_lines(issuing_body: str) -> str:
    """The name of an issuing body as it stands at the head of a document: a people's committee on a line of its own,
    the unit on the next."""
    committee, unit = _committee(issuing_body)
    return f"{committee}\n{unit}" if unit else issuing_body


def body_in_running_text(issuing_body: str) -> str:
    """The name as it stands inside a sentence: a people's committee written in capitals gets its usual letters,
    anything else stays as it is."""
    committee, unit = _committee(issuing_body)
    if not unit or not issuing_body.isupper():
        return issuing_body
    return f"{text('document.peoples_committee')} {_named_unit(unit)}"


def _committee(issuing_body: str) -> tuple[str, str]:
    """The words for the people's committee as written, and the unit; two empty strings for another body."""
    words = issuing_body.split()
    spellings = {text("document.peoples_committee").casefold(), text("document.peoples_committee_old").casefold()}
    if " ".join(words[:4]).casefold() not in spellings:
        return "", ""
    return " ".join(words[:4]), " ".join(words[4:])


def _named_unit(unit: str) -> str:
    kinds = sorted(text("document.unit_kinds").split(", "), key=len, reverse=True)
    lowered = unit.lower()
    kind = next((kind for kind in kinds if lowered.startswith(f"{kind} ")), "")
    name = " ".join(word.capitalize() for word in lowered.removeprefix(kind).split())
    return f"{kind} {name}".strip()
