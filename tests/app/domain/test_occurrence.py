"""Occurrences of periodic milestones: coinciding periods, a late start, rules, leap years."""

from datetime import date

from app.domain.deadline import read_deadline
from app.domain.milestone import Every
from app.domain.occurrence import Calendar, Occurrence, Period, PeriodDays, day_of_month, occurrences_of

CALENDAR = Calendar({every: PeriodDays(14, 20) for every in Every})


def dated(
    text: str, year: int = 2025, calendar: Calendar = CALENDAR, effective: date | None = None
) -> list[Occurrence]:
    """The occurrences of one cell."""
    return occurrences_of(read_deadline(text, year), year, calendar, effective)


def test_coinciding_periods_are_one_occurrence_named_by_the_longest() -> None:
    found = dated("định kỳ quý, 6 tháng, 9 tháng, năm")
    periods = [
        Period(Every.QUARTERLY, 1),
        Period(Every.SIX_MONTHLY, 1),
        Period(Every.NINE_MONTHLY, 1),
        Period(Every.YEARLY, 1),
    ]
    assert [one.period for one in found] == periods
    assert [one.due for one in found] == [date(2025, month, 20) for month in (3, 6, 9, 12)]
    assert [one.cut_off for one in found] == [date(2025, month, 14) for month in (3, 6, 9, 12)]


def test_occurrences_before_the_plan_takes_effect_are_not_created() -> None:
    assert [one.due.month for one in dated("hằng quý", effective=date(2025, 8, 1))] == [9, 12]


def test_a_changed_calendar_moves_the_occurrences() -> None:
    later = Calendar({**CALENDAR.rules, Every.QUARTERLY: PeriodDays(14, 5, 1)})
    assert dated("hằng quý", calendar=later)[-1].due == date(2026, 1, 5)


def test_a_rule_in_the_cell_wins_over_the_calendar() -> None:
    assert dated("hàng tháng trước ngày 05 tháng sau")[0].due == date(2025, 2, 4)


def test_every_friday_of_the_year() -> None:
    assert len(dated("hằng tuần", 2027)) == 53
    assert dated("hằng tuần", 2025)[0].due == date(2025, 1, 3)


def test_a_month_without_the_day_ends_on_its_last() -> None:
    assert day_of_month(2024, 2, 30) == date(2024, 2, 29)
    assert day_of_month(2024, 14, 31) == date(2025, 2, 28)


def test_ad_hoc_and_continuous_create_none() -> None:
    assert dated("thường xuyên, đột xuất, theo quy định") == []


def test_a_milestone_of_another_year_stays_there() -> None:
    assert [one.due for one in dated("Tháng 11/2022", 2023)] == [date(2022, 11, 30)]
