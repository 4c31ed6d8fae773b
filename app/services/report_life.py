"""Use cases of the way of a report: handed in, signed and frozen, sent, put right, removed."""

from dataclasses import replace
from datetime import date

from app.documents.frozen_report import FrozenReport, to_text
from app.domain.access import Right
from app.domain.dates import date_text
from app.domain.errors import Refused
from app.domain.official import OfficialDocument, PartialDate
from app.domain.proof import Proof, ProofFile
from app.domain.report import Delivery, Report, ReportState, must_be_open, must_be_signed
from app.domain.report_outline import Kit
from app.ports import Work
from app.services.access import needs
from app.services.kits import kit_of
from app.services.office import take_number
from app.services.proofs import add_proof
from app.services.report_printing import printed_now
from app.services.report_sources import sources_of
from app.texts import text


@needs(Right.WHOLE)
def submit_report(work: Work, report_id: int) -> None:
    """Hand a draft in for signature."""
    work.save_report(replace(must_be_open(work.get_report(report_id)), state=ReportState.SUBMITTED))


@needs(Right.WHOLE)
def withdraw_report(work: Work, report_id: int) -> None:
    """Take a report that was handed in back to the draft."""
    work.save_report(replace(must_be_open(work.get_report(report_id)), state=ReportState.DRAFT))


@needs(Right.WHOLE)
def sign_report(work: Work, report_id: int, number: str, day: date, kit: Kit, scan: ProofFile | None = None) -> None:
    """Note that the report was signed on ``day`` under ``number``, and keep it as it is from now on. ``scan`` is the
    signed paper, kept among the proofs.

    Raises Refused without a number, for one that another report of its type and year has, or once it is signed.
    """
    report = must_be_open(work.get_report(report_id))
    if not number.strip():
        raise Refused("report.no_number")
    kit = kit_of(work, report, kit)
    take_number(work, report.head.document_type, day.year, number.strip(), report_id)
    head = replace(report.head, number=number.strip(), day=PartialDate(day.year, day.month, day.day))
    figures = dict(sources_of(work, report.plan_id, report.period, kit).figures)
    delivery = Delivery(signed_on=day, scan=_add_scan(work, head, day, scan) if scan else None)
    signed = replace(report, head=head, figures=figures, state=ReportState.SIGNED, delivery=delivery)
    document = printed_now(work, signed, kit)
    work.save_report(signed)
    work.freeze(report_id, to_text(FrozenReport(document, kit.forms)))


def _add_scan(work: Work, head: OfficialDocument, day: date, scan: ProofFile) -> int:
    return add_proof(work, Proof(None, f"{head.number}/{head.symbol}", day, head.title, scan, day), [])


@needs(Right.READ)
def scan_of(work: Work, report_id: int) -> ProofFile | None:
    """The file of a signed report's paper; None where none was kept."""
    scan = work.get_report(report_id).delivery.scan
    return next((proof.file for proof in work.proofs() if proof.id == scan), None) if scan is not None else None


@needs(Right.WHOLE)
def send_report(work: Work, report_id: int, sent_to: str, day: date, receipt: str = "") -> None:
    """Note to whom and when a signed report was sent. Raises Refused before it is signed."""
    report = must_be_signed(work.get_report(report_id))
    delivery = replace(report.delivery, sent_to=sent_to.strip(), sent_on=day, receipt=receipt.strip())
    work.save_report(replace(report, state=ReportState.SENT, delivery=delivery))


@needs(Right.WHOLE)
def amend_report(work: Work, report_id: int) -> int:
    """A new draft that puts a signed report right and names it; answers its id. Raises Refused before it is
    signed."""
    report = must_be_signed(work.get_report(report_id))
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


@needs(Right.WHOLE)
def remove_report(work: Work, report_id: int) -> None:
    """Remove a report."""
    work.remove_report(report_id)
