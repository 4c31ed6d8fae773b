"""What the screens of reports show: the reports of a year by period, and one report with what stands behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.documents.frozen_report import Difference
from app.documents.report_offers import offers_for
from app.domain.access import Right
from app.domain.body import BodyPart
from app.domain.occurrence import PeriodDates, reporting_periods
from app.domain.report import Report
from app.domain.report_outline import Kit
from app.domain.report_span import Span
from app.domain.reporting_period import ReportingPeriod, parse_period
from app.domain.tracking import effective_day
from app.ports import PlanSummary, Work
from app.ports.reporting import ReportSummary
from app.services.access import needs
from app.services.kits import kit_of
from app.services.report_drafts import report_before, reworded
from app.services.report_findings import PlacedFinding, findings_of
from app.services.report_printing import moved_since
from app.services.report_sources import sources_of
from app.services.tracking import office_calendar


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report, or a period of the year that has none yet. ``dates`` is None for an ad hoc period."""

    period: ReportingPeriod
    dates: PeriodDates | None
    report: ReportSummary | None = None


@dataclass(frozen=True, slots=True)
class ReportBoard:
    """The plans to choose from, the one chosen (None in an empty register), and its reports in the order of the
    year."""

    plans: tuple[PlanSummary, ...]
    plan: PlanSummary | None
    lines: tuple[ReportLine, ...]


@needs(Right.READ)
def report_board(work: Work, wanted: int | None, kit: Kit) -> ReportBoard:
    """The reports of the plan ``wanted``, or of the newest where it is not there."""
    plans = tuple(work.list_plans())
    chosen = next((plan for plan in plans if plan.id == wanted), plans[-1] if plans else None)
    if chosen is None:
        return ReportBoard(plans, None, ())
    return ReportBoard(plans, chosen, tuple(_lines(work, chosen, kit)))


def _lines(work: Work, plan: PlanSummary, kit: Kit) -> list[ReportLine]:
    calendar = office_calendar(work, plan.year, kit.calendar)
    info = work.get_plan(plan.id).info
    due = {
        ReportingPeriod(plan.year, period.every, period.number): dates
        for period, dates in reporting_periods(plan.year, calendar, effective_day(info))
    }
    stored = [(parse_period(one.period), one) for one in reversed(work.list_reports([plan.id]))]
    lines = [ReportLine(period, due.get(period), one) for period, one in stored]
    there = {period for period, _ in stored}
    lines += [ReportLine(period, dates) for period, dates in due.items() if period not in there]
    return sorted(lines, key=_place_in_year)


def _place_in_year(line: ReportLine) -> tuple[date, int]:
    """Reports come in the order of the days that their figures are cut off on."""
    cut_off = line.dates.cut_off if line.dates else line.period.last_day
    return cut_off, line.report.id if line.report else 0


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with what stands behind each part, by its key: what the register ``offers`` now, and the words of the
    report before (``earlier``) with its period replaced; and where the register has ``moved`` since the signature.
    ``findings`` are what is missing or wrong, each with the place it leads to."""

    report: Report
    span: Span
    dates: PeriodDates | None
    offers: Mapping[str, tuple[str, ...]]
    earlier: Mapping[str, tuple[BodyPart, ...]]
    findings: tuple[PlacedFinding, ...]
    moved: tuple[Difference, ...] = ()


@needs(Right.READ)
def report_view(work: Work, report_id: int, kit: Kit) -> ReportView:
    """One report with all that is shown beside it."""
    report = work.get_report(report_id)
    kit = kit_of(work, report, kit)
    sources = sources_of(work, report.plan_id, report.period, kit)
    offers = {part.key: offers_for(part, sources) for part in kit.outline.parts}
    due = {one.period: one.dates for one in _lines(work, _summary(work, report.plan_id), kit)}
    return ReportView(
        report,
        sources.span,
        due.get(report.period),
        offers,
        _earlier(work, report),
        findings_of(report, sources, kit, offers),
        tuple(moved_since(work, report_id, kit)),
    )


def _summary(work: Work, plan_id: int) -> PlanSummary:
    return next(plan for plan in work.list_plans() if plan.id == plan_id)


def _earlier(work: Work, report: Report) -> dict[str, tuple[BodyPart, ...]]:
    before = report_before(work, report.plan_id, report.period, report.outline)
    if before is None:
        return {}
    return {part.key: reworded(part.paragraphs, before.period, report.period) for part in before.parts}
