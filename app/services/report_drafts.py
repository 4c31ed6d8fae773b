"""Use cases that begin a report: drafted from the register and from the words of the report before."""

from dataclasses import replace

from app.documents.report_document import drafted_parts, in_words
from app.documents.report_offers import Sources
from app.documents.unwritten import is_unwritten, with_points_of
from app.documents.wording import body_lines
from app.domain.access import Right
from app.domain.body import BodyPart, Level
from app.domain.dates import day_in_words
from app.domain.errors import Refused
from app.domain.milestone import Every
from app.domain.official import OfficialDocument, PartialDate, Signer
from app.domain.period_words import reword
from app.domain.plan_text import map_part
from app.domain.report import Report, ReportPart, ReportState
from app.domain.report_outline import Kit, Outline
from app.domain.reporting_period import ReportingPeriod, parse_period, previous_period
from app.domain.text import clean_line
from app.ports import Work
from app.ports.reporting import ReportSummary
from app.services.access import needs
from app.services.kits import kit_to_begin
from app.services.report_sources import sources_of
from app.texts import text


@needs(Right.WHOLE)
def start_report(work: Work, plan_id: int, period: ReportingPeriod, kit: Kit) -> int:
    """Draft a report and store it; answers its id. Raises Refused where there is one that is not signed yet."""
    there = latest_report(work, plan_id, period)
    if there is not None and there.state in (ReportState.DRAFT, ReportState.SUBMITTED):
        raise Refused("report.there_already", period=period.name)
    return work.save_report(draft_report(work, plan_id, period, kit))


@needs(Right.WHOLE)
def start_ad_hoc(work: Work, plan_id: int, period: ReportingPeriod, title: str, outline: str, kit: Kit) -> int:
    """Draft an ad hoc report called ``title`` by the outline with this key, and store it; answers its id. Raises
    Refused without a title, or where one of that title and these days is not signed yet."""
    named = clean_line(title)
    if not named:
        raise Refused("report.no_title")
    same = (one for one in work.list_reports([plan_id]) if (one.period, one.title) == (period.code, named))
    if any(one.state in (ReportState.DRAFT, ReportState.SUBMITTED) for one in same):
        raise Refused("report.there_already", period=period.name)
    return work.save_report(draft_report(work, plan_id, period, kit, named, outline))


@needs(Right.READ)
def draft_report(
    work: Work, plan_id: int, period: ReportingPeriod, kit: Kit, title: str = "", outline: str = ""
) -> Report:
    """A new report, not stored yet: what the register offers, and for parts it knows nothing of, what the report
    before said, with its period's words replaced and marked to be read. ``title`` and ``outline`` (its key) are those
    of an ad hoc report."""
    return _draft(work, plan_id, period, kit_to_begin(work, period, kit, outline), title)


def _draft(work: Work, plan_id: int, period: ReportingPeriod, kit: Kit, title: str) -> Report:
    sources = sources_of(work, plan_id, period, kit)
    parts = drafted_parts(kit.outline, sources)
    before = report_before(work, plan_id, period, kit.outline.key)
    if before is not None:
        parts = _with_earlier_words(parts, before, period)
    head = _head(work, sources, kit.outline)
    head = replace(head, title=clean_line(title)) if clean_line(title) else head
    return Report(plan_id, period, kit.outline.key, head, parts, dict(sources.figures), forms=kit.forms.key)


def _with_earlier_words(
    parts: tuple[ReportPart, ...], before: Report, period: ReportingPeriod
) -> tuple[ReportPart, ...]:
    earlier = {part.key: part.paragraphs for part in before.parts}
    return tuple(_filled_from(part, earlier.get(part.key, ()), before.period, period) for part in parts)


def _filled_from(
    part: ReportPart, earlier: tuple[BodyPart, ...], old: ReportingPeriod, new: ReportingPeriod
) -> ReportPart:
    """``part`` with the earlier words where nothing is known: all of them, or those below a point of the same name."""
    if part.level is Level.PART or is_unwritten(earlier):
        return part
    if is_unwritten(part.paragraphs):
        return replace(part, paragraphs=reworded(earlier, old, new), to_read=True)
    filled = with_points_of(part.paragraphs, reworded(earlier, old, new))
    return replace(part, paragraphs=filled, to_read=filled != part.paragraphs)


def reworded(paragraphs: tuple[BodyPart, ...], old: ReportingPeriod, new: ReportingPeriod) -> tuple[BodyPart, ...]:
    """``paragraphs`` written of the period ``old`` with its period words replaced by those of ``new``."""
    return tuple(map_part(one, lambda words: reword(words, old, new).text) for one in paragraphs)


@needs(Right.READ)
def head_now(work: Work, plan_id: int, period: ReportingPeriod, kit: Kit) -> OfficialDocument:
    """What stands around the text of a report begun now: the office's own details, the plan's where it has none."""
    return _head(work, sources_of(work, plan_id, period, kit), kit.outline)


def _head(work: Work, sources: Sources, outline: Outline) -> OfficialDocument:
    office, info = work.office(), sources.plan.info
    bodies = office.issuing_body or tuple(body_lines(info.issuing_body or "").split("\n"))
    kind = outline.document_type
    place = office.place or (info.place_date or "").split(",")[0].strip()
    signer = office.signer_on(sources.span.end)
    if not signer.name and info.signer_name:
        signer = Signer((info.signer_title or "",), info.signer_name)
    return OfficialDocument(
        document_type=kind,
        issuing_body=tuple(line for line in bodies if line),
        superior_body=office.superior_body,
        title=in_words(outline.subject, sources),
        symbol=text("report.symbol", kind=kind),
        place=place if not day_in_words(place)[2] else "",
        day=PartialDate(sources.span.period.last_day.year),
        addressees=office.addressees.get(kind, ()),
        recipients=office.recipients.get(kind, (text("report.keep"),)),
        signer=signer,
    )


@needs(Right.READ)
def latest_report(work: Work, plan_id: int, period: ReportingPeriod) -> ReportSummary | None:
    """The newest report of a plan for ``period``; None where there is none."""
    code = period.code
    return next((one for one in work.list_reports([plan_id]) if one.period == code), None)


@needs(Right.READ)
def report_before(work: Work, plan_id: int, period: ReportingPeriod, outline: str) -> Report | None:
    """The report whose wording one of ``period`` starts from; None where there is none. An ad hoc report starts from
    the last one by the same outline that ends earlier."""
    if period.every is not Every.AD_HOC:
        there = latest_report(work, plan_id, previous_period(period))
        return work.get_report(there.id) if there is not None else None
    stored = (work.get_report(one.id) for one in work.list_reports([plan_id]) if _ends_before(one, period))
    return next((one for one in stored if one.outline == outline), None)


def _ends_before(one: ReportSummary, period: ReportingPeriod) -> bool:
    earlier = parse_period(one.period)
    return earlier.every is Every.AD_HOC and earlier.last_day < period.last_day
