"""Use cases of periodic reports: draft one from the register, change it, sign and freeze it, send it, put it right."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.documents.frozen_report import Difference, FrozenReport, differences, from_text, to_text
from app.documents.model import Document
from app.documents.report_document import drafted_parts, in_words, report_document
from app.documents.report_offers import Sources, register_figures
from app.documents.wording import body_lines
from app.domain.access import Right
from app.domain.body import BodyPart, words_of
from app.domain.dates import date_text, day_in_words
from app.domain.errors import Refused
from app.domain.figures import NO_FIGURE
from app.domain.indicator_compute import values_in
from app.domain.indicator_values import INDICATOR_SET, IndicatorFigure
from app.domain.milestone import Every
from app.domain.official import OfficialDocument, PartialDate, Signer
from app.domain.period_words import reword
from app.domain.plan_text import map_part
from app.domain.proof import Proof, ProofFile
from app.domain.report import Delivery, Report, ReportPart, ReportState
from app.domain.report_outline import Kit, Outline
from app.domain.report_span import span_of
from app.domain.reporting_period import ReportingPeriod, parse_period, previous_period
from app.domain.statistics_form import NOT_AVAILABLE, Figure, FormSet, codes_in
from app.domain.text import clean_line
from app.ports import Work
from app.ports.reporting import FigurePlace, ReportSummary
from app.services.access import needs
from app.services.indicator_evidence import NO_EVIDENCE, evidence_of
from app.services.kits import kit_of, kit_to_begin
from app.services.office import take_number
from app.services.proofs import add_proof
from app.services.tracking import office_calendar, rows_of
from app.texts import text


@needs(Right.READ)
def sources_of(work: Work, plan_id: int, period: ReportingPeriod, kit: Kit) -> Sources:
    """All that the register knows for a report of ``period``. Raises Refused where the period lies in another year
    than the plan."""
    plan, rows = rows_of(work, plan_id, kit.calendar)
    if plan.info.year != period.year:
        raise Refused("report.other_year", period=period.name, year=plan.info.year)
    span = span_of(period, office_calendar(work, plan.info.year, kit.calendar))
    entered = entered_figures(work, period, kit.forms)
    return _with_indicators(work, plan_id, with_register(Sources(plan, rows, span, kit.forms, entered), kit))


def with_register(sources: Sources, kit: Kit) -> Sources:
    """``sources`` with what the register knows in place of what was entered in those rows, or in rows that follow
    from them alone."""
    known = register_figures(sources)
    own = {code: Figure(Decimal(known[name])) for code, name in kit.outline.register_figures.items()}
    entered = {code: one for code, one in sources.figures.items() if code not in _computed_from(kit.forms, own)}
    return replace(sources, figures={**entered, **own})


def _with_indicators(work: Work, plan_id: int, sources: Sources) -> Sources:
    """``sources`` with the indicators of the plan that have a value in the period."""
    entered = entered_values(work, plan_id, sources.span.period)
    known = register_figures(sources)
    accepted = {one.id or 0: one.indicator for one in work.indicators(plan_id) if one.accepted}
    values = values_in(accepted, entered, (known["tasks_done"], known["tasks"]))
    found = {id_: value.figure for id_, value in values.items() if value.figure.value is not None}
    evidence = evidence_of(work, plan_id)
    said = ((id_, figure, evidence.get((id_, sources.span.period.code), NO_EVIDENCE)) for id_, figure in found.items())
    indicators = (IndicatorFigure(accepted[id_], figure, one.note, one.proofs) for id_, figure, one in said)
    return replace(sources, indicators=tuple(indicators))


@needs(Right.READ)
def entered_values(work: Work, plan_id: int, period: ReportingPeriod) -> dict[int, Figure]:
    """The values typed for the indicators of a plan in ``period``, by their ids."""
    stored = work.figures(period.code, INDICATOR_SET)
    return {int(place.code): kept_figure(value) for place, value in stored.items() if place.form == str(plan_id)}


def _computed_from(forms: FormSet, known: Mapping[str, Figure]) -> set[str]:
    """The rows ("form/row") that follow from ``known`` figures alone: what was typed there does not count."""
    rows = [(form.key, row) for form in forms.forms for row in form.rows if row.calculation is not None]
    return {
        f"{key}/{row.code}" for key, row in rows if all(f"{key}/{code}" in known for code in codes_in(row.calculation))
    }


@needs(Right.READ)
def entered_figures(work: Work, period: ReportingPeriod, forms: FormSet) -> dict[str, Figure]:
    """The figures entered in the forms of rows for ``period``, by "form/row"."""
    stored = work.figures(period.code, forms.key)
    return {f"{place.form}/{place.code}": kept_figure(value) for place, value in stored.items() if not place.line}


def kept_figure(value: str) -> Figure:
    """A figure as it is stored: "-" is not available."""
    return NOT_AVAILABLE if value == NO_FIGURE else Figure(Decimal(value))


def kept_text(figure: Figure) -> str:
    """How ``figure`` is stored."""
    return NO_FIGURE if figure.value is None else str(figure.value)


@needs(Right.ENTER)
def enter_figures(work: Work, period: ReportingPeriod, forms: FormSet, figures: Mapping[str, Figure | None]) -> None:
    """Write figures by "form/row"; None takes one away."""
    places = {
        _place(period, forms, code): kept_text(figure) if figure is not None else "" for code, figure in figures.items()
    }
    work.save_figures(places)


def _place(period: ReportingPeriod, forms: FormSet, code: str) -> FigurePlace:
    form, row = code.split("/", 1)
    return FigurePlace(period.code, forms.key, form, row)


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
    nothing = text("report.no_data")
    earlier = {part.key: part.paragraphs for part in before.parts}
    return tuple(
        replace(part, paragraphs=reworded(earlier[part.key], before.period, period), to_read=True)
        if [words_of(one) for one in part.paragraphs] == [nothing]
        and any(words_of(one) != nothing for one in earlier.get(part.key, ()))
        else part
        for part in parts
    )


def reworded(paragraphs: tuple[BodyPart, ...], old: ReportingPeriod, new: ReportingPeriod) -> tuple[BodyPart, ...]:
    """``paragraphs`` written of the period ``old`` with its period words replaced by those of ``new``."""
    return tuple(map_part(one, lambda words: reword(words, old, new).text) for one in paragraphs)


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
def printed_report(work: Work, report_id: int, kit: Kit) -> Document:
    """A stored report as it goes on paper: as it was signed, or as the register has it now."""
    kept = work.frozen(report_id)
    return from_text(kept).document if kept is not None else _current(work, work.get_report(report_id), kit)


def _current(work: Work, report: Report, shipped: Kit) -> Document:
    return _printed(work, report, kit_of(work, report, shipped))


def _printed(work: Work, report: Report, kit: Kit) -> Document:
    sources = sources_of(work, report.plan_id, report.period, kit)
    printed = report_document(replace(report, figures=dict(sources.figures)), kit.outline, kit.forms, sources)
    forms = printed.forms and replace(printed.forms, version=str(_version(work, report)))
    return replace(printed, forms=forms)


def _version(work: Work, report: Report) -> int:
    """Which report of its plan and period ``report`` is, from 1 on."""
    same = [one.id for one in work.list_reports([report.plan_id]) if one.period == report.period.code]
    return sum(report.id is None or one < report.id for one in same) + 1


@needs(Right.READ)
def report_for(work: Work, plan_id: int, period: ReportingPeriod, kit: Kit) -> Document:
    """The report of a plan for ``period`` on paper: the one stored, else a fresh draft that is not stored."""
    there = latest_report(work, plan_id, period)
    if there is not None:
        return printed_report(work, there.id, kit)
    return _current(work, draft_report(work, plan_id, period, kit), kit)


@needs(Right.WHOLE)
def change_report(work: Work, report: Report) -> None:
    """Store other words of a report. Raises Refused once it is signed."""
    _open(work, report.id or 0)
    work.save_report(report)


@needs(Right.WHOLE)
def change_part(work: Work, report_id: int, key: str, paragraphs: tuple[BodyPart, ...]) -> None:
    """Write the text of one part; it counts as read. Raises Refused once the report is signed."""
    report = _open(work, report_id)
    parts = tuple(
        replace(part, paragraphs=paragraphs, to_read=False) if part.key == key else part for part in report.parts
    )
    work.save_report(replace(report, parts=parts))


@needs(Right.WHOLE)
def offer_again(work: Work, report_id: int, key: str, kit: Kit) -> None:
    """Put what the register offers for one part in place of its text."""
    report = _open(work, report_id)
    kit = kit_of(work, report, kit)
    sources = sources_of(work, report.plan_id, report.period, kit)
    fresh = next(part for part in drafted_parts(kit.outline, sources) if part.key == key)
    change_part(work, report_id, key, fresh.paragraphs)


@needs(Right.WHOLE)
def submit_report(work: Work, report_id: int) -> None:
    """Hand a draft in for signature."""
    work.save_report(replace(_open(work, report_id), state=ReportState.SUBMITTED))


@needs(Right.WHOLE)
def withdraw_report(work: Work, report_id: int) -> None:
    """Take a report that was handed in back to the draft."""
    work.save_report(replace(_open(work, report_id), state=ReportState.DRAFT))


@needs(Right.WHOLE)
def sign_report(work: Work, report_id: int, number: str, day: date, kit: Kit, scan: ProofFile | None = None) -> None:
    """Note that the report was signed on ``day`` under ``number``, and keep it as it is from now on. ``scan`` is the
    signed paper, kept among the proofs.

    Raises Refused without a number, for one that another report of its type and year has, or once it is signed.
    """
    report = _open(work, report_id)
    if not number.strip():
        raise Refused("report.no_number")
    kit = kit_of(work, report, kit)
    take_number(work, report.head.document_type, day.year, number.strip(), report_id)
    head = replace(report.head, number=number.strip(), day=PartialDate(day.year, day.month, day.day))
    figures = dict(sources_of(work, report.plan_id, report.period, kit).figures)
    delivery = Delivery(signed_on=day, scan=_add_scan(work, head, day, scan) if scan else None)
    signed = replace(report, head=head, figures=figures, state=ReportState.SIGNED, delivery=delivery)
    document = _printed(work, signed, kit)
    work.save_report(signed)
    work.freeze(report_id, to_text(FrozenReport(document, kit.forms)))


def _add_scan(work: Work, head: OfficialDocument, day: date, scan: ProofFile) -> int:
    return add_proof(work, Proof(None, f"{head.number}/{head.symbol}", day, head.title, scan, day), [])


@needs(Right.WHOLE)
def remove_report(work: Work, report_id: int) -> None:
    """Remove a report."""
    work.remove_report(report_id)


@needs(Right.READ)
def scan_of(work: Work, report_id: int) -> ProofFile | None:
    """The file of a signed report's paper; None where none was kept."""
    scan = work.get_report(report_id).delivery.scan
    return next((proof.file for proof in work.proofs() if proof.id == scan), None) if scan is not None else None


@needs(Right.WHOLE)
def send_report(work: Work, report_id: int, sent_to: str, day: date, receipt: str = "") -> None:
    """Note to whom and when a signed report was sent. Raises Refused before it is signed."""
    report = work.get_report(report_id)
    if not report.is_frozen:
        raise Refused("report.not_signed")
    delivery = replace(report.delivery, sent_to=sent_to.strip(), sent_on=day, receipt=receipt.strip())
    work.save_report(replace(report, state=ReportState.SENT, delivery=delivery))


@needs(Right.WHOLE)
def amend_report(work: Work, report_id: int) -> int:
    """A new draft that puts a signed report right and names it; answers its id. Raises Refused before it is
    signed."""
    report = work.get_report(report_id)
    if not report.is_frozen:
        raise Refused("report.not_signed")
    head = replace(report.head, number="", day=PartialDate(report.head.day.year))
    fresh = replace(
        report, id=None, head=head, state=ReportState.DRAFT, delivery=Delivery(), amends=report_id,
        replaces=_replaces(report),
        parts=tuple(replace(part, to_read=True) if part.paragraphs else part for part in report.parts),
    )  # fmt: skip
    return work.save_report(fresh)


def _replaces(report: Report) -> str:
    signed_on = report.delivery.signed_on
    day = date_text(signed_on) if signed_on else text("document.blank")
    symbol = f"{report.head.number}/{report.head.symbol}"
    return text("report.replaces", number=symbol, day=day, period=report.period.name)


@needs(Right.READ)
def moved_since(work: Work, report_id: int, kit: Kit) -> list[Difference]:
    """Where the register says something else by now than the signed report; none before it is signed."""
    kept = work.frozen(report_id)
    if kept is None:
        return []
    return differences(from_text(kept).document, _current(work, work.get_report(report_id), kit))


def _open(work: Work, report_id: int) -> Report:
    report = work.get_report(report_id)
    if report.is_frozen:
        raise Refused("report.frozen", number=report.head.number)
    return report
