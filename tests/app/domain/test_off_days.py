"""Days off and working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.milestone import After
from app.domain.off_days import day_after, is_off, is_weekend

HOLIDAYS = {date(2026, 4, 30): "Ngày Chiến thắng", date(2026, 5, 1): "Quốc tế Lao động"}


def test_weekends_and_holidays_are_off() -> None:
    assert [is_weekend(date(2026, 6, day)) for day in (19, 20, 21, 22)] == [False, True, True, False]
    assert is_off(date(2026, 4, 30), HOLIDAYS) and not is_off(date(2026, 4, 29), HOLIDAYS)


@pytest.mark.parametrize(
    ("after", "day"),
    [
        (None, date(2026, 4, 28)),
        (After(3, "day"), date(2026, 5, 1)),
        (After(2, "week"), date(2026, 5, 12)),
        (After(1, "month"), date(2026, 5, 28)),
        (After(2, "working_day"), date(2026, 5, 4)),
        (After(0, "working_day"), date(2026, 4, 28)),
    ],
)
def test_counting_from_an_event(after: After | None, day: date) -> None:
    assert day_after(date(2026, 4, 28), after, HOLIDAYS) == day


def test_a_month_ends_where_it_has_fewer_days() -> None:
    assert day_after(date(2028, 1, 31), After(1, "month"), {}) == date(2028, 2, 29)
    assert day_after(date(2026, 12, 31), After(2, "month"), {}) == date(2027, 2, 28)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_working_days_are_as_many_as_said(event: date, amount: int) -> None:
    end = day_after(event, After(amount, "working_day"), HOLIDAYS)
    days = [event + timedelta(days=ahead) for ahead in range(1, (end - event).days + 1)]
    assert sum(not is_off(day, HOLIDAYS) for day in days) == amount
    assert not is_off(end, HOLIDAYS)
