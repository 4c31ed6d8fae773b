"""The calendar offices start from."""

from app.domain.milestone import Every
from app.exchange.calendars import default_calendar


def test_every_dated_period_has_its_days() -> None:
    calendar = default_calendar()
    assert set(calendar) == set(Every) - {Every.WEEKLY, Every.AD_HOC}
    assert (calendar[Every.QUARTERLY].cut_off_day, calendar[Every.QUARTERLY].due_day) == (14, 20)
