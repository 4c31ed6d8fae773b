"""What the screen of indicators shows: proposals, and indicators with their values in the periods of the year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.indicator import Indicator
from app.domain.indicator_compute import Known, Origin, origin_of, values_in
from app.domain.indicator_values import (
    INDICATOR_SET,
    TargetState,
    Trend,
    is_plan_progress,
    read_value,
    target_state,
    trend_of,
)
from app.domain.milestone import Every
from app.domain.report_outline import Kit
from app.domain.report_span import Span, span_of
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import Figure
from app.domain.status import TaskState, task_figures
from app.domain.tracking import TrackedRow
from app.ports import PlanSummary, Work
from app.ports.reporting import FigurePlace, StoredIndicator
from app.services.access import needs
from app.services.indicator_evidence import NO_EVIDENCE, Evidence, ValuePlace, evidence_of
from app.services.stored_figures import entered_values, kept_text
from app.services.tracking import office_calendar, rows_of

_PERIODS = (Every.QUARTERLY, Every.SIX_MONTHLY, Every.NINE_MONTHLY, Every.YEARLY)


@dataclass(frozen=True, slots=True)
class PeriodValue:
    """The value of an indicator in a period, None where there is none yet. A computed one tells the numbers it is the
    ratio of; ``so_far`` says that the period is not over."""

    period: ReportingPeriod
    figure: Figure | None
    state: TargetState
    trend: Trend | None
    part: Decimal | None = None
    whole: Decimal | None = None
    so_far: bool = False
    evidence: Evidence = NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An accepted indicator with its values in the order of the year; where they have an ``origin``, they are not
    typed."""

    stored: StoredIndicator
    values: tuple[PeriodValue, ...]
    origin: Origin | None

    @property
    def latest(self) -> PeriodValue | None:
        """The newest value that is a number; that of a period that is not over only where there is no other."""
        known = [one for one in self.values if one.figure is not None and one.figure.value is not None]
        final = [one for one in known if not one.so_far] or known
        return final[-1] if final else None


@dataclass(frozen=True, slots=True)
class IndicatorBoard:
    """The plans to choose from, the one chosen (None in an empty register), what it proposes, its indicators."""

    plans: tuple[PlanSummary, ...]
    plan: PlanSummary | None
    periods: tuple[ReportingPeriod, ...] = ()
    proposals: tuple[StoredIndicator, ...] = ()
    lines: tuple[IndicatorLine, ...] = ()


@dataclass(frozen=True, slots=True)
class _Progress:
    """How many of a plan's tasks are done at the end of a period, or ``so_far`` where it is not over."""

    done: int
    total: int
    so_far: bool


@needs(Right.READ)
def indicator_board(work: Work, plan_id: int | None, kit: Kit, today: date) -> IndicatorBoard:
    """The indicators of the plan ``plan_id``, or of the newest where it is not there. What follows from the plan's
    progress is told for periods that have begun by ``today``."""
    plans = tuple(work.list_plans())
    chosen = next((plan for plan in plans if plan.id == plan_id), plans[-1] if plans else None)
    if chosen is None:
        return IndicatorBoard(plans, None)
    periods = tuple(ReportingPeriod(chosen.year, every) for every in _PERIODS)
    stored = work.indicators(chosen.id)
    accepted = [one for one in stored if one.accepted]
    progress = _progress(work, chosen, periods, accepted, kit, today)
    by_id = {one.id or 0: one.indicator for one in accepted}
    known = [
        values_in(by_id, entered_values(work, chosen.id, period), (at.done, at.total) if at else None)
        for period, at in zip(periods, progress, strict=True)
    ]
    so_far = [at is not None and at.so_far for at in progress]
    bare = (_line(one, origin_of(one.indicator, by_id), periods, known, so_far) for one in accepted)
    evidence = evidence_of(work, chosen.id)
    lines = tuple(_with_evidence(line, evidence) for line in bare)
    return IndicatorBoard(plans, chosen, periods, tuple(one for one in stored if not one.accepted), lines)


def _progress(
    work: Work,
    plan: PlanSummary,
    periods: Sequence[ReportingPeriod],
    accepted: Sequence[StoredIndicator],
    kit: Kit,
    today: date,
) -> list[_Progress | None]:
    """The progress at the end of each period; None where it has not begun, or where no indicator asks for it."""
    if not any(is_plan_progress(one.indicator) for one in accepted):
        return [None] * len(periods)
    rows = rows_of(work, plan.id, kit.calendar)[1]
    calendar = office_calendar(work, plan.year, kit.calendar)
    spans = [span_of(period, calendar) for period in periods]
    begun = [True, *(before.end < today for before in spans[:-1])]
    return [_progress_at(rows, span, today) if is_on else None for span, is_on in zip(spans, begun, strict=True)]


def _progress_at(rows: Sequence[TrackedRow], span: Span, today: date) -> _Progress:
    tasks = task_figures((row.task for row in rows), span.period.year, min(span.end, today))
    return _Progress(tasks[TaskState.DONE], len(rows), today < span.end)


def _with_evidence(line: IndicatorLine, evidence: Mapping[ValuePlace, Evidence]) -> IndicatorLine:
    id_ = line.stored.id or 0
    values = (replace(one, evidence=evidence.get((id_, one.period.code), NO_EVIDENCE)) for one in line.values)
    return replace(line, values=tuple(values))


def _line(
    stored: StoredIndicator,
    origin: Origin | None,
    periods: Sequence[ReportingPeriod],
    known: Sequence[Mapping[int, Known]],
    so_far: Sequence[bool],
) -> IndicatorLine:
    values: list[PeriodValue] = []
    for period, found, is_open in zip(periods, known, so_far, strict=True):
        value, before = found.get(stored.id or 0), values[-1].figure if values else None
        values.append(_value(stored.indicator, period, value, before, is_open and origin is Origin.PROGRESS))
    return IndicatorLine(stored, tuple(values), origin)


def _value(
    indicator: Indicator, period: ReportingPeriod, known: Known | None, before: Figure | None, so_far: bool
) -> PeriodValue:
    figure = known.figure if known else None
    part, whole = (known.part, known.whole) if known else (None, None)
    state, trend = target_state(indicator, figure), trend_of(before, figure)
    return PeriodValue(period, figure, state, trend, part, whole, so_far)


@needs(Right.ENTER)
def enter_value(work: Work, indicator_id: int, period: ReportingPeriod, typed: str) -> None:
    """Write the value typed for an indicator ("" takes it away, "-" is not available). Raises Refused where it is no
    number, or where the value is computed."""
    stored = work.get_indicator(indicator_id)
    accepted = {one.id or 0: one.indicator for one in work.indicators(stored.plan_id) if one.accepted}
    origin = origin_of(stored.indicator, accepted)
    if origin is not None:
        raise Refused(f"indicators.from_{origin}", measure=stored.indicator.measure)
    figure = read_value(typed, stored.indicator.unit)
    place = FigurePlace(period.code, INDICATOR_SET, str(stored.plan_id), str(indicator_id))
    work.save_figures({place: kept_text(figure) if figure is not None else ""})
