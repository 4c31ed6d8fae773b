"""Keys stay as long as the words do."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline import read_deadline
from app.domain.keys import asked_key, event_keys, keys_of, period_in, product_keys
from app.domain.milestone import Every
from app.domain.occurrence import Period, PeriodDates, occurrences_of
from app.exchange.calendars import default_calendar

CALENDAR = default_calendar()


def keys(cell: str) -> tuple[str, ...]:
    return keys_of(occurrences_of(read_deadline(cell, 2026), 2026, CALENDAR))


def test_another_calendar_leaves_the_keys() -> None:
    milestones = read_deadline("Hằng quý", 2026)
    moved = {Period(Every.QUARTERLY, 1): PeriodDates(date(2026, 3, 10), date(2026, 4, 2))}
    other = occurrences_of(milestones, 2026, replace(CALENDAR, periods=moved))
    usual = occurrences_of(milestones, 2026, CALENDAR)
    assert [one.due for one in usual] != [one.due for one in other]
    assert keys_of(usual) == keys_of(other)


def test_another_date_in_the_cell_leaves_the_key() -> None:
    assert keys("Trước ngày 15/3/2026") == keys("Trước ngày 30/4/2026")


def test_every_occurrence_has_a_key_of_its_own() -> None:
    for cell in ("Hằng quý", "Hằng tháng", "Hằng tuần", "Quý I, Quý III", "- Báo cáo: quý I\n- Báo cáo: quý II"):
        found = keys(cell)
        assert found and len(set(found)) == len(found)


def test_only_what_waits_for_an_event_has_its_key() -> None:
    milestones = read_deadline("Theo kế hoạch của tỉnh\nQuý I", 2026)
    assert [key is not None for key in event_keys(milestones)] == [not one.due for one in milestones]


def test_questions_differ_by_period() -> None:
    assert asked_key(Period(Every.QUARTERLY, 1)) != asked_key(Period(Every.SIX_MONTHLY, 1))


@given(st.lists(st.sampled_from(["Báo cáo", "báo  cáo", "BÁO CÁO", "Kế hoạch", ""]), max_size=8))
def test_product_keys_are_as_many_as_the_names(names: list[str]) -> None:
    found = product_keys(names)
    assert len(set(found)) == len(names)


@pytest.mark.parametrize(
    ("key", "period"),
    [
        ("bao cao|quarterly:2|1", Period(Every.QUARTERLY, 2)),
        ("asked|yearly:1", Period(Every.YEARLY, 1)),
        ("bao cao|by|1", None),
        ("gio: 8|by|1", None),
        ("task", None),
    ],
)
def test_the_period_is_read_back_from_a_key(key: str, period: Period | None) -> None:
    assert period_in(key) == period
