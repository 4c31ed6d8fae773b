"""Who is in office on a day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.staff import Person

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def test_first_and_last_day_count() -> None:
    person = Person("Cán bộ", active_from=date(2026, 1, 5), active_to=date(2026, 6, 30))
    inside = [date(2026, 1, 5), date(2026, 3, 1), date(2026, 6, 30)]
    assert all(person.is_active(day) for day in inside)
    assert not person.is_active(date(2026, 1, 4)) and not person.is_active(date(2026, 7, 1))


@given(DAYS, st.one_of(st.none(), DAYS))
def test_an_open_end_is_no_end(day: date, since: date | None) -> None:
    assert Person("Cán bộ").is_active(day)
    assert Person("Cán bộ", active_from=since).is_active(day + timedelta(days=5_000)) or since is None
    assert Person("Cán bộ", active_from=since).is_active(day) == (since is None or since <= day)
