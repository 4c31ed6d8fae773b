"""A plan with its text as official documents: the plan alone, or the decision that issues it and the plan behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.documents.document_types import document_types
from app.documents.model import Document
from app.documents.official_document import official_section
from app.documents.official_wording import ROOM
from app.documents.options import PrintOptions
from app.documents.plan_document import plan_document
from app.documents.wording import body_lines
from app.domain.body import Body, BodyParagraph, BodyPart, Level, Run, words_of
from app.domain.dates import IN_WORDS
from app.domain.official import DECISION, OfficialDocument, PartialDate, Signer
from app.domain.plan import Plan, PlanInfo
from app.domain.text import fold

PLAN = "KH"
_ALL = PrintOptions()
_NUMBER = re.compile(r"(?:số\s*:?)?\s*(?P<number>\d*\w?)[\s.…]*/\s*(?P<symbol>\S+)", re.IGNORECASE)
_DECIDES = re.compile(r"\s*QUYẾT ĐỊNH\s*:?\s*")
_OPEN = re.compile(r"\b(số|ngày|tháng)[\s.…]*(?=/|tháng\b|năm\b)")
_KIND = re.compile(r"KẾ HOẠCH\b[\s:]*")


def printed_plan(plan: Plan, options: PrintOptions = _ALL) -> Document:
    """What goes on paper by ``options``: the plan with its text, or its appendices alone. Raises Refused like
    ``plan_document``."""
    return plan_document(plan, options) if options.body is None else whole_plan(plan, options.body, options)


def whole_plan(plan: Plan, body: Body, options: PrintOptions = _ALL) -> Document:
    """The plan as an office sends it out: its text, laid out as an official document, and its appendices in landscape
    behind it, every document and appendix with page numbers of its own. Raises Refused like ``plan_document``."""
    appendices = plan_document(plan, replace(options, heading_block=False)).sections if plan.appendices else ()
    labels = tuple(appendix.label for appendix in plan.appendices)
    texts = [official_section(one) for one in plan_documents(plan.info, body, labels)]
    return Document(plan.info.title, (*texts, *appendices), plan.info)


def plan_documents(info: PlanInfo, body: Body, appendices: tuple[str, ...] = ()) -> tuple[OfficialDocument, ...]:
    """The decision and the plan that it issues, or the plan alone; number, place and day as far as the file says
    them. ``appendices`` are the labels of the annexes, which belong to the plan."""
    head = _head(info, body)
    text = _text(body)
    if head.document_type != DECISION or not (body.decision or body.plan_heading):
        return (replace(head, body=text, appendices=appendices),)
    decision = replace(head, authority=_authority(body), body=tuple(map(_centred, body.decision)))
    title, attached_to = _plan_title(body.plan_heading)
    plan = OfficialDocument(
        PLAN,
        head.issuing_body,
        title or info.title,
        superior_body=head.superior_body,
        attached_to=attached_to,
        body=text,
        appendices=appendices,
    )
    return (decision, plan)


def _head(info: PlanInfo, body: Body) -> OfficialDocument:
    number, symbol = _number_and_symbol(info.symbol or "")
    place, day = _place_and_day(info.place_date or "")
    titles = body.signer_titles or ((info.signer_title,) if info.signer_title else ())
    return OfficialDocument(
        _type_code(info.document_type or ""),
        tuple(body_lines(info.issuing_body or "").split("\n")),
        info.title,
        superior_body=(body.superior_body,) if body.superior_body else (),
        number=number,
        symbol=symbol,
        place=place,
        day=day if day != PartialDate() else PartialDate(info.year),
        bases=body.bases,
        recipients=body.recipients or info.recipients,
        signer=Signer(titles, body.signer_name or info.signer_name or ""),
    )


def _type_code(name: str) -> str:
    """The code of a type by its name on paper; a plan where the name is unknown."""
    wanted = fold(name).strip()
    return next((code for code, kind in document_types().items() if fold(kind.name) == wanted), PLAN)


def _number_and_symbol(written: str) -> tuple[str, str]:
    """ "Số: 12/KH-UBND" or "/KH-UBND" taken apart."""
    found = _NUMBER.match(written.strip())
    return (found["number"], found["symbol"]) if found else ("", "")


def _place_and_day(written: str) -> tuple[str, PartialDate]:
    found = IN_WORDS.search(written)
    if not found:
        return "", PartialDate()
    day, month, year = (int(part) if part else None for part in found.groups())
    return written[: found.start()].strip(" ,"), PartialDate(year, month, day)


def _authority(body: Body) -> str:
    """Who issues the decision: the last line above its text, in capitals as offices write it."""
    last = body.heading[-1].strip() if body.heading else ""
    return last if last.isupper() else ""


def _plan_title(lines: Sequence[str]) -> tuple[str, str]:
    """Title and "(Ban hành kèm theo ...)" of the plan in the lines above its text."""
    start = next((number for number, line in enumerate(lines) if _KIND.match(line)), None)
    if start is None:
        return "", ""
    named = " ".join((_KIND.sub("", lines[start]), *lines[start + 1 :])).strip()
    title, bracket, attached = named.partition("(")
    return title.strip(), _with_room(f"{bracket}{attached}".strip())


def _with_room(words: str) -> str:
    """ "số /QĐ-UBND ngày tháng 01" with free room where a number and a day are still to be written in."""
    return _OPEN.sub(lambda found: found[1] + ROOM, words)


def _text(body: Body) -> tuple[BodyPart, ...]:
    """The plan's own text with what stands behind its first appendix and its footnotes, so that no word is lost."""
    notes = tuple(BodyParagraph((Run(note),), Level.PLAIN) for note in body.footnotes)
    return (*body.parts, *body.after, *notes)


def _centred(part: BodyPart) -> BodyPart:
    """ "QUYẾT ĐỊNH:" stands in the middle, whatever the file made of it."""
    if isinstance(part, BodyParagraph) and _DECIDES.fullmatch(words_of(part)):
        return replace(part, level=Level.HEADING)
    return part
