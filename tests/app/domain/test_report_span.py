"""The days a report is about and those it plans for."""

from datetime import date

import pytest

from app.domain.report_span import planned_until, span_of
from app.domain.reporting_period import parse_period
from app.exchange.calendars import default_calendar


@pytest.mark.parametrize(
    ("code", "last"),
    [
        ("2026-Q1", date(2026, 6, 30)),
        ("2026-Q3", date(2026, 12, 31)),
        ("2026-Q4", date(2027, 3, 31)),
        ("2026-6M", date(2026, 12, 31)),
        ("2026-9M", date(2026, 12, 31)),
        ("2026-Y", date(2027, 12, 31)),
        ("2026-05-01..2026-05-31", date(2026, 7, 1)),
    ],
)
def test_a_report_plans_to_the_end_of_the_time_in_its_title(code: str, last: date) -> None:
    assert planned_until(parse_period(code)) == last


def test_a_report_is_cut_off_by_the_calendar() -> None:
    span = span_of(parse_period("2026-6M"), default_calendar())
    assert (span.start, span.end, span.planned_end) == (date(2025, 12, 15), date(2026, 6, 14), date(2026, 12, 31))
