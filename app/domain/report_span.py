"""The days a report is about, and what of the register falls into them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.milestone import Every
from app.domain.occurrence import Calendar, Period, day_of_month
from app.domain.period_phrases import following_phrase
from app.domain.reporting_period import ReportingPeriod, cut_off, next_period
from app.domain.status import DONE_STATES, MilestoneState, Tracked, state_of
from app.domain.text import fold
from app.domain.tracking import TrackedRow


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day whose figures belong to a report (both included), and the last day of the time that it
    plans for."""

    period: ReportingPeriod
    start: date
    end: date
    planned_end: date


def span_of(period: ReportingPeriod, calendar: Calendar) -> Span:
    """The days of ``period`` by the office's calendar (Nghị định 09/2019/NĐ-CP, Điều 12)."""
    start, _ = cut_off(period)
    return Span(period, start, _end(period, calendar), planned_until(period))


def _end(period: ReportingPeriod, calendar: Calendar) -> date:
    if period.every is Every.AD_HOC:
        return period.last_day
    return calendar.dates_of(Period(period.every, period.number), period.year).cut_off


def planned_until(period: ReportingPeriod) -> date:
    """The last day of what a report on ``period`` plans for: 30/6 where that is quý II, 31/12 for 6 tháng cuối năm."""
    phrase = following_phrase(period)
    if phrase is None:
        return next_period(period).last_day
    month = phrase.number * 3 if phrase.kind == "quarter" else 12
    return day_of_month(phrase.year or period.year, month, 31)


def met_in(row: TrackedRow, span: Span) -> list[tuple[str, Tracked]]:
    """The occurrences of ``row`` that were met within the span, with their keys."""
    keyed = zip(row.keys, row.task.tracked, strict=True)
    return [(key, one) for key, one in keyed if one.done is not None and span.start <= one.done <= span.end]


def late_at(row: TrackedRow, day: date) -> list[tuple[str, Tracked]]:
    """The occurrences of ``row`` that are late and open at the end of ``day``."""
    keyed = zip(row.keys, row.task.tracked, strict=True)
    return [(key, one) for key, one in keyed if one.counts(day) and state_of(one, day) is MilestoneState.OVERDUE]


def met_late_in(row: TrackedRow, span: Span) -> list[tuple[str, Tracked]]:
    """The occurrences met within the span, but after they were due."""
    return [(key, one) for key, one in met_in(row, span) if state_of(one, span.end) is MilestoneState.DONE_LATE]


def coming(row: TrackedRow, span: Span) -> list[tuple[str, Tracked]]:
    """The open occurrences of ``row`` that fall due after the span and within the time that its report plans for."""
    keyed = zip(row.keys, row.task.tracked, strict=True)
    return [
        (key, one)
        for key, one in keyed
        if span.end < one.occurrence.due <= span.planned_end
        and one.counts(span.end)
        and state_of(one, span.end) not in DONE_STATES
    ]


def named(rows: Sequence[TrackedRow], words: Sequence[str]) -> list[TrackedRow]:
    """The tasks whose name holds one of ``words``, whatever marks and case."""
    sought = [fold(word) for word in words]
    return [row for row in rows if any(word in fold(row.name) for word in sought)]


def in_fields(rows: Sequence[TrackedRow], titles: Sequence[str], fields: Sequence[str]) -> list[TrackedRow]:
    """The tasks that stand in an appendix (``titles`` by position) or in a section about one of ``fields``."""
    sought = [fold(word) for word in fields]
    return [row for row in rows if any(word in fold(f"{titles[row.appendix]} {row.section}") for word in sought)]
