"""The office's own reporting calendar: what is open moves with it, what was met keeps its day."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.keys import event_keys
from app.domain.mark import Mark
from app.domain.milestone import Every
from app.domain.occurrence import Calendar, Period, PeriodDates
from app.domain.plan import Column, Role
from app.domain.status import milestone_figures
from app.domain.tracking import TrackedRow
from app.exchange.calendars import default_calendar
from app.ports import Storage
from app.services.calendars import all_periods, calendar_of_year, change_calendar, save_calendar
from app.services.tracking import Result, mark_all, rows_of
from tests.app.domain.samples import item, plan, table

USUAL = default_calendar()
YEAR = 2026
QUARTERS = [Period(Every.QUARTERLY, number) for number in (1, 2, 3, 4)]
COLUMNS = (Column("Nhiệm vụ", Role.TASK), Column("Thời hạn", Role.DEADLINE))
ROWS = (item("Báo cáo", "Hằng quý"), item("Ngày rõ", "Trước ngày 15/5/2026"), item("Thường xuyên", "Thường xuyên"))


@pytest.fixture
def plan_id(storage: Storage) -> int:
    """A plan of 2026; one of 2025 stands beside it."""
    storage.write("nhập", lambda work: work.add_plan(plan(table(*ROWS, columns=COLUMNS), year=2025)))
    return storage.write("nhập", lambda work: work.add_plan(plan(table(*ROWS, columns=COLUMNS), year=YEAR))).result


def of_year(storage: Storage, year: int = YEAR) -> Calendar:
    return storage.read(partial(calendar_of_year, year=year, calendar=USUAL))


def change(storage: Storage, calendar: Calendar, year: int = YEAR) -> int:
    use_case = partial(change_calendar, year=year, periods=calendar.periods, holidays=calendar.holidays, calendar=USUAL)
    return storage.write("lịch", use_case).result


def with_dates(calendar: Calendar, dates: dict[Period, PeriodDates]) -> Calendar:
    return replace(calendar, periods={**calendar.periods, **dates})


def rows(storage: Storage, plan_id: int) -> list[TrackedRow]:
    return storage.read(partial(rows_of, plan_id=plan_id, calendar=USUAL))[1]


def dues(storage: Storage, plan_id: int) -> list[date]:
    return [one.occurrence.due for one in rows(storage, plan_id)[0].task.tracked]


def mark(storage: Storage, plan_id: int, place: int, day: date) -> None:
    row = rows(storage, plan_id)[0]
    places = [(row.row_id or 0, row.keys[place])]
    storage.write("ghi", partial(mark_all, plan_id=plan_id, places=places, result=Result(day), calendar=USUAL))


def test_a_year_has_a_line_for_every_period_and_its_holidays(storage: Storage) -> None:
    found = of_year(storage)
    assert list(found.periods) == all_periods(USUAL) and len(found.periods) == 19
    assert {day.year for day in found.holidays} == {YEAR}
    assert found.periods[QUARTERS[0]] == PeriodDates(date(2026, 3, 14), date(2026, 3, 20))


def test_open_occurrences_move_and_met_ones_keep_their_day(storage: Storage, plan_id: int) -> None:
    mark(storage, plan_id, 0, date(2026, 3, 20))
    moved = {
        period: PeriodDates(date(2026, month, 10), date(2026, month, 12))
        for period, month in zip(QUARTERS, (3, 6, 9, 12), strict=True)
    }
    assert change(storage, with_dates(of_year(storage), moved)) == 3
    assert dues(storage, plan_id) == [date(2026, 3, 20), *(date(2026, month, 12) for month in (6, 9, 12))]
    figures = milestone_figures(rows(storage, plan_id)[0].task.tracked, date(2026, 12, 31))
    assert (figures.done_on_time, figures.done_late, figures.overdue) == (1, 0, 3)
    mark(storage, plan_id, 1, date(2026, 6, 15))
    figures = milestone_figures(rows(storage, plan_id)[0].task.tracked, date(2026, 12, 31))
    assert (figures.done_on_time, figures.done_late) == (1, 1), "the second was met after its new day"
    storage.undo()
    storage.undo()
    assert dues(storage, plan_id) == [date(2026, month, 20) for month in (3, 6, 9, 12)]
    storage.redo()
    assert dues(storage, plan_id)[1] == date(2026, 6, 12)


def test_what_was_met_is_opened_again_at_the_new_day(storage: Storage, plan_id: int) -> None:
    mark(storage, plan_id, 0, date(2026, 3, 20))
    change(storage, with_dates(of_year(storage), {QUARTERS[0]: PeriodDates(date(2026, 3, 10), date(2026, 3, 12))}))
    row = rows(storage, plan_id)[0]
    storage.write("bỏ", lambda work: work.remove_mark(row.row_id or 0, row.keys[0]))
    assert dues(storage, plan_id)[0] == date(2026, 3, 12)


def test_another_year_and_days_written_in_the_cell_do_not_move(storage: Storage, plan_id: int) -> None:
    before = rows(storage, plan_id)[1].task.tracked[0].occurrence.due
    dates = PeriodDates(date(2025, 3, 10), date(2025, 3, 12))
    assert change(storage, with_dates(of_year(storage, 2025), {QUARTERS[0]: dates}), 2025) == 1
    assert dues(storage, plan_id)[0] == date(2026, 3, 20)
    assert rows(storage, plan_id)[1].task.tracked[0].occurrence.due == before


def test_a_due_day_may_lie_in_the_next_year(storage: Storage, plan_id: int) -> None:
    change(storage, with_dates(of_year(storage), {QUARTERS[3]: PeriodDates(date(2026, 12, 31), date(2027, 1, 5))}))
    assert dues(storage, plan_id)[3] == date(2027, 1, 5)


def test_questions_about_continuous_tasks_follow_the_calendar(storage: Storage, plan_id: int) -> None:
    change(storage, with_dates(of_year(storage), {QUARTERS[0]: PeriodDates(date(2026, 3, 10), date(2026, 3, 12))}))
    asked = rows(storage, plan_id)[2].asked
    assert asked[0].dates.due == date(2026, 3, 12)


def test_a_holiday_moves_what_is_counted_in_working_days(storage: Storage) -> None:
    cell = "Trong 05 ngày làm việc kể từ ngày nhận được văn bản"
    content = plan(table(item("Trả lời", cell), columns=COLUMNS), year=YEAR)
    plan_id = storage.write("nhập", lambda work: work.add_plan(content)).result
    row = rows(storage, plan_id)[0]
    (key,) = event_keys(row.task.milestones)
    came = Mark(row.row_id or 0, key or "", done=date(2026, 6, 15))
    storage.write("đến", lambda work: work.save_mark(came))
    assert dues(storage, plan_id) == [date(2026, 6, 22)]
    usual = of_year(storage)
    assert change(storage, replace(usual, holidays={**usual.holidays, date(2026, 6, 17): "Nghỉ bù"})) == 1
    assert dues(storage, plan_id) == [date(2026, 6, 23)]


def test_going_back_to_the_default_leaves_nothing_behind(storage: Storage) -> None:
    usual = of_year(storage)
    change(storage, with_dates(usual, {QUARTERS[0]: PeriodDates(date(2026, 3, 1), date(2026, 3, 2), "Sở Nội vụ")}))
    assert of_year(storage).periods[QUARTERS[0]].receiver == "Sở Nội vụ"
    change(storage, usual)
    assert storage.read(lambda work: work.calendar(YEAR)) is None


def test_all_holidays_may_be_removed(storage: Storage) -> None:
    change(storage, replace(of_year(storage), holidays={}))
    assert of_year(storage).holidays == {}
    assert of_year(storage, 2027).holidays, "another year keeps its own"


def test_days_out_of_order_and_holidays_of_another_year_are_refused(storage: Storage) -> None:
    usual = of_year(storage)
    wrong = with_dates(usual, {QUARTERS[0]: PeriodDates(date(2026, 3, 21), date(2026, 3, 20))})
    elsewhere = replace(usual, holidays={date(2027, 1, 1): "Tết"})
    for calendar, key in ((wrong, "calendar.due_before_cut_off"), (elsewhere, "calendar.other_year")):
        use_case = partial(
            save_calendar, year=YEAR, periods=calendar.periods, holidays=calendar.holidays, calendar=USUAL
        )
        with pytest.raises(Refused) as error:
            storage.write("lịch", use_case)
        assert error.value.key == key
    assert storage.read(lambda work: work.calendar(YEAR)) is None
