"""The calendar offices start from."""

from datetime import date

from app.domain.milestone import Every
from app.exchange.calendars import default_calendar


def test_every_dated_period_has_its_days() -> None:
    rules = default_calendar().rules
    assert set(rules) == set(Every) - {Every.WEEKLY, Every.AD_HOC}
    assert (rules[Every.QUARTERLY].cut_off_day, rules[Every.QUARTERLY].due_day) == (14, 20)


def test_public_holidays_of_a_year() -> None:
    holidays = default_calendar().holidays
    in_2026 = sorted(day for day in holidays if day.year == 2026)
    assert len(in_2026) == 10
    assert date(2026, 2, 17) in in_2026 and holidays[date(2026, 4, 26)] == "Giỗ Tổ Hùng Vương"
    assert date(2035, 9, 2) in holidays
