"""Use cases of a plan's own text: take it from a template, change it, count it as read, replace words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.documents.plan_official import plan_documents
from app.documents.wording import body_in_running_text, body_lines
from app.domain.access import Right
from app.domain.body import Body, BodyPart
from app.domain.body_text import is_to_read
from app.domain.errors import Refused
from app.domain.format_check import Finding, Part, Place
from app.domain.format_checks import check_format
from app.domain.office import Office
from app.domain.plan import PlanInfo
from app.domain.plan_skeleton import Skeleton, filled, with_closing
from app.domain.plan_text import Section, is_empty, mark_read, sections_of, with_section
from app.domain.text_search import Sought, count_in, replaced
from app.ports import PlanSummary, Work
from app.services.access import needs
from app.texts import text

_LISTED = {Part.BASES: Section.BASES, Part.RECIPIENTS: Section.RECIPIENTS, Part.SIGNER: Section.SIGNER_TITLES}


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A paragraph of a plan's text: the position ``index`` (from 0) in its section, None for the section itself.
    Without a section it is what the plan's heading says."""

    section: Section | None
    index: int | None = None


@dataclass(frozen=True, slots=True)
class PlanTextView:
    """A plan's text with what is missing or wrong in it, each with its place. ``plans`` are those to choose from."""

    plans: tuple[PlanSummary, ...]
    plan: PlanSummary
    body: Body | None
    findings: tuple[tuple[Finding, TextPlace], ...]


@needs(Right.READ)
def plan_text(work: Work, wanted: int | None) -> PlanTextView | None:
    """The text of the plan ``wanted``, or of the newest where it is not there; None in an empty register."""
    plans = tuple(work.list_plans())
    chosen = next((plan for plan in plans if plan.id == wanted), plans[-1] if plans else None)
    if chosen is None:
        return None
    body = work.body(chosen.id)
    return PlanTextView(plans, chosen, body, _findings(work, chosen.id, body) if body is not None else ())


def _findings(work: Work, plan_id: int, body: Body) -> tuple[tuple[Finding, TextPlace], ...]:
    labels = tuple(appendix.label for appendix in work.list_appendices(plan_id))
    documents = plan_documents(work.get_plan(plan_id).info, body, labels)
    checked = [
        (one, _place(one, body, number < len(documents) - 1))
        for number, document in enumerate(documents)
        for one in check_format(document)
    ]
    return (*_unread(body), *checked)


def _unread(body: Body) -> Iterator[tuple[Finding, TextPlace]]:
    for one in sections_of(body):
        places = [index for index, part in enumerate(one.parts) if is_to_read(part)]
        if places:
            values = {"section": text(f"plan_text.section_{one.section}"), "count": len(places)}
            yield Finding("plan_text.unread", Place(Part.BODY), values), TextPlace(one.section, places[0])


def _place(finding: Finding, body: Body, in_decision: bool) -> TextPlace:
    part, index = finding.place.part, finding.place.index
    if part is not Part.BODY:
        return TextPlace(_LISTED.get(part), index)
    if in_decision:
        return TextPlace(Section.DECISION, index)
    return _place_behind(body, index or 0)


def _place_behind(body: Body, index: int) -> TextPlace:
    """The place of a paragraph of the printed plan: what follows its appendices and its footnotes stand behind it."""
    for section in (Section.PARTS, Section.AFTER):
        length = len(getattr(body, section))
        if index < length:
            return TextPlace(section, index)
        index -= length
    return TextPlace(Section.FOOTNOTES, index) if body.footnotes else TextPlace(Section.PARTS)


@needs(Right.WHOLE)
def change_section(work: Work, plan_id: int, section: Section, parts: Sequence[BodyPart]) -> None:
    """Write one section of a plan's text; what the plan's heading says of bases, recipients and signer follows."""
    save_text(work, plan_id, with_section(work.body(plan_id) or Body(()), section, parts))


@needs(Right.WHOLE)
def save_text(work: Work, plan_id: int, body: Body) -> None:
    """Write the whole text of a plan, and its heading in step with it."""
    work.save_body(plan_id, body)
    info = work.get_plan(plan_id).info
    after = _in_step(info, body)
    if after != info:
        work.save_plan_info(plan_id, after)


def _in_step(info: PlanInfo, body: Body) -> PlanInfo:
    return replace(
        info,
        legal_bases=body.bases,
        recipients=body.recipients,
        signer_title=body.signer_titles[-1] if body.signer_titles else None,
        signer_name=body.signer_name,
    )


@needs(Right.WHOLE)
def follow_info(work: Work, plan_id: int, before: PlanInfo, after: PlanInfo) -> None:
    """Bring a plan's text in step with what was changed in its heading."""
    body = work.body(plan_id)
    if body is None:
        return
    fresh = body
    if after.legal_bases != before.legal_bases:
        fresh = replace(fresh, bases=after.legal_bases)
    if after.recipients != before.recipients:
        fresh = replace(fresh, recipients=after.recipients)
    if after.signer_title != before.signer_title:
        titles = (after.signer_title,) if after.signer_title else ()
        fresh = replace(fresh, signer_titles=(*fresh.signer_titles[:-1], *titles))
    if after.signer_name != before.signer_name:
        fresh = replace(fresh, signer_name=after.signer_name)
    if fresh != body:
        work.save_body(plan_id, fresh)


@needs(Right.WHOLE)
def mark_text_read(work: Work, plan_id: int, section: Section | None = None) -> None:
    """Count one section of a plan's text as read, or all of it."""
    body = work.body(plan_id)
    if body is not None:
        work.save_body(plan_id, mark_read(body, section))


@needs(Right.WHOLE)
def replace_in_text(work: Work, plan_id: int, sought: Sought, by: str) -> int:
    """Put ``by`` wherever ``sought`` stands in a plan's text; answers how often it did."""
    body = work.body(plan_id)
    if body is None:
        return 0
    total = 0
    for one in sections_of(body):
        found = count_in(one.parts, sought)
        if found:
            body = with_section(body, one.section, replaced(one.parts, sought, by))
            total += found
    if total:
        save_text(work, plan_id, body)
    return total


@needs(Right.WHOLE)
def take_text(work: Work, plan_id: int, skeleton: Skeleton) -> None:
    """Give a plan without text that of ``skeleton``, in the words of the office. Raises Refused where it has one."""
    if not is_empty(work.body(plan_id)):
        raise Refused("plan_text.there_already")
    info = work.get_plan(plan_id).info
    save_text(work, plan_id, text_for(work.office(), info, skeleton))
    office = work.office()
    if info.place_date is None and office.place:
        written = work.get_plan(plan_id).info
        place = text("plan_text.place_date", place=office.place, year=info.year)
        work.save_plan_info(plan_id, replace(written, place_date=place, symbol=info.symbol or text("plan_text.symbol")))


@needs(Right.WHOLE)
def add_decision(work: Work, plan_id: int, skeleton: Skeleton) -> None:
    """Let a decision issue a plan: the decision of ``skeleton`` before its text, the plan's own title below it. Raises
    Refused where there is no text, or a decision already."""
    body, info = work.body(plan_id), work.get_plan(plan_id).info
    if body is None or is_empty(body) or body.decision:
        raise Refused("plan_text.no_decision_here")
    named = _words_of(work.office(), info)
    title = info.title[:1].upper() + info.title[1:]
    words = {"plan": title[:1].lower() + title[1:], "title": title, "authority": named["office"].upper()}
    fresh = filled(skeleton, named | words)
    issued = replace(body, decision=fresh.decision, heading=fresh.heading, plan_heading=fresh.plan_heading)
    save_text(work, plan_id, issued)
    written = replace(
        work.get_plan(plan_id).info,
        title=text("plan_text.decision_title", plan=words["plan"]),
        document_type=text("plan_text.decision_type"),
        symbol=text("plan_text.decision_symbol"),
    )
    work.save_plan_info(plan_id, written)


def text_for(office: Office, info: PlanInfo, skeleton: Skeleton) -> Body:
    """The text of ``skeleton`` for a plan: its year, what its office is called, and what the profile of the office
    says of recipients and signer."""
    signer = office.signer_on(date(info.year, 1, 1))
    body = filled(skeleton, _words_of(office, info))
    return with_closing(body, office.recipients.get("KH", ()), signer.authority, signer.name)


def _words_of(office: Office, info: PlanInfo) -> dict[str, str]:
    named = body_in_running_text(info.issuing_body or " ".join(office.issuing_body)) or text("plan_text.some_office")
    unit = body_lines(named).partition("\n")[2]
    return {
        "year": str(info.year),
        "before": str(info.year - 1),
        "office": named,
        "unit": unit or text("plan_text.some_unit"),
    }
