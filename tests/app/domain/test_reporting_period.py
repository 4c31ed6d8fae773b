from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.milestone import Every
from app.domain.reporting_period import (
    ReportingPeriod,
    ad_hoc_period,
    cut_off,
    next_period,
    parse_period,
    previous_period,
    same_period_last_year,
)
from app.texts import sentence_for

CODES = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-6M", "2025-9M", "2025-Y"]
periods = st.builds(ReportingPeriod, st.integers(2010, 2050), st.just(Every.QUARTERLY), st.integers(1, 4)) | st.builds(
    ReportingPeriod, st.integers(2010, 2050), st.sampled_from([Every.SIX_MONTHLY, Every.NINE_MONTHLY, Every.YEARLY])
)


@pytest.mark.parametrize(
    ("code", "name", "start", "end"),
    [
        ("2025-Q1", "Quý I năm 2025", date(2024, 12, 15), date(2025, 3, 14)),
        ("2025-Q2", "Quý II năm 2025", date(2025, 3, 15), date(2025, 6, 14)),
        ("2025-Q3", "Quý III năm 2025", date(2025, 6, 15), date(2025, 9, 14)),
        ("2025-Q4", "Quý IV năm 2025", date(2025, 9, 15), date(2025, 12, 14)),
        ("2025-6M", "6 tháng đầu năm 2025", date(2024, 12, 15), date(2025, 6, 14)),
        ("2025-9M", "9 tháng đầu năm 2025", date(2024, 12, 15), date(2025, 9, 14)),
        ("2025-Y", "năm 2025", date(2024, 12, 15), date(2025, 12, 14)),
        ("2025-01-05..2025-02-20", "từ ngày 05/01/2025 đến ngày 20/02/2025", date(2025, 1, 5), date(2025, 2, 20)),
    ],
)
def test_names_and_cut_offs_by_the_decree(code: str, name: str, start: date, end: date) -> None:
    period = parse_period(code)
    assert (period.name, cut_off(period), period.code) == (name, (start, end), code)


def test_an_office_may_have_another_cut_off_day() -> None:
    assert cut_off(parse_period("2025-Q1"), 31) == (date(2025, 1, 1), date(2025, 3, 31))


@pytest.mark.parametrize("code", ["", "2025", "2025-Q5", "2025-Q0", "2025-7M", "quý I", "2025-01-05..x", "1825-Q1"])
def test_what_is_no_period_is_refused_with_an_example(code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_period(code)
    assert "2025-Q1" in sentence_for(refusal.value)


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(Refused) as refusal:
        parse_period("2025-03-05..2025-02-20")
    assert "05/3/2025" in sentence_for(refusal.value)


@pytest.mark.parametrize(
    ("code", "following"),
    [
        ("2025-Q1", "2025-6M"),
        ("2025-6M", "2025-9M"),
        ("2025-9M", "2025-Y"),
        ("2025-Y", "2026-Q1"),
        ("2025-01-01..2025-01-31", "2025-02-01..2025-03-03"),
    ],
)
def test_reports_follow_each_other(code: str, following: str) -> None:
    assert next_period(parse_period(code)).code == following
    assert previous_period(parse_period(following)).code == code


def test_an_office_that_reports_in_quarters_goes_on_in_quarters() -> None:
    assert [next_period(parse_period(f"2025-Q{quarter}")).code for quarter in (2, 3, 4)] == [
        "2025-Q3",
        "2025-Q4",
        "2026-Q1",
    ]
    assert previous_period(parse_period("2025-Q2")).code == "2025-Q1"


def test_the_same_period_of_last_year() -> None:
    assert same_period_last_year(parse_period("2025-6M")).code == "2024-6M"
    leap = ad_hoc_period(date(2024, 2, 1), date(2024, 2, 29))
    assert same_period_last_year(leap).code == "2023-02-01..2023-02-28"


@given(periods)
def test_every_period_is_read_back_from_its_code(period: ReportingPeriod) -> None:
    assert parse_period(period.code) == period


@given(periods)
def test_a_cut_off_lies_within_a_month_of_the_calendar_period(period: ReportingPeriod) -> None:
    start, end = cut_off(period)
    assert start <= period.first_day <= end <= period.last_day
    assert (period.first_day - start).days in (16, 17)
    assert next_period(previous_period(period)).year == period.year


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 800))
def test_ad_hoc_periods_lie_side_by_side(start: date, length: int) -> None:
    period = ad_hoc_period(start, date.fromordinal(start.toordinal() + length))
    assert previous_period(next_period(period)) == period
    assert parse_period(period.code) == period
    assert period.months


def test_a_period_up_to_a_day_begins_with_the_reporting_year() -> None:
    period = parse_period("..2026-06-10")
    assert (period.first_day, period.last_day, period.code) == (date(2025, 12, 15), date(2026, 6, 10), "..2026-06-10")
    assert period.name == "tính đến ngày 10/6/2026" and period.year == 2026
    assert next_period(period).first_day == date(2026, 6, 11)
    assert previous_period(period).last_day == date(2025, 12, 14)
