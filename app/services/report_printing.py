"""Use cases that give a report as it goes on paper, and tell what has moved since it was signed."""

from dataclasses import replace

from app.documents.frozen_report import Difference, differences, from_text
from app.documents.model import Document
from app.documents.report_document import report_document
from app.domain.access import Right
from app.domain.report import Report
from app.domain.report_outline import Kit
from app.domain.reporting_period import ReportingPeriod
from app.ports import Work
from app.services.access import needs
from app.services.kits import kit_of
from app.services.report_drafts import draft_report, latest_report
from app.services.report_sources import sources_of


@needs(Right.READ)
def printed_report(work: Work, report_id: int, kit: Kit) -> Document:
    """A stored report as it goes on paper: as it was signed, or as the register has it now."""
    kept = work.frozen(report_id)
    return from_text(kept).document if kept is not None else _current(work, work.get_report(report_id), kit)


@needs(Right.READ)
def report_for(work: Work, plan_id: int, period: ReportingPeriod, kit: Kit) -> Document:
    """The report of a plan for ``period`` on paper: the one stored, else a fresh draft that is not stored."""
    there = latest_report(work, plan_id, period)
    if there is not None:
        return printed_report(work, there.id, kit)
    return _current(work, draft_report(work, plan_id, period, kit), kit)


@needs(Right.READ)
def moved_since(work: Work, report_id: int, kit: Kit) -> list[Difference]:
    """Where the register says something else by now than the signed report; none before it is signed."""
    kept = work.frozen(report_id)
    if kept is None:
        return []
    return differences(from_text(kept).document, _current(work, work.get_report(report_id), kit))


def _current(work: Work, report: Report, shipped: Kit) -> Document:
    return printed_now(work, report, kit_of(work, report, shipped))


@needs(Right.READ)
def printed_now(work: Work, report: Report, kit: Kit) -> Document:
    """``report`` on paper with what the register says now; ``kit`` is what it was begun with."""
    sources = sources_of(work, report.plan_id, report.period, kit)
    printed = report_document(replace(report, figures=dict(sources.figures)), kit.outline, kit.forms, sources)
    forms = printed.forms and replace(printed.forms, version=str(_version(work, report)))
    return replace(printed, forms=forms)


def _version(work: Work, report: Report) -> int:
    """Which report of its plan and period ``report`` is, from 1 on."""
    same = [one.id for one in work.list_reports([report.plan_id]) if one.period == report.period.code]
    return sum(report.id is None or one < report.id for one in same) + 1
