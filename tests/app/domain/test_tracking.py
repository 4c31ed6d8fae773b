"""A plan's rows as tasks to follow."""

from datetime import date

from app.domain.correction import Correction
from app.domain.deadline import read_deadline
from app.domain.mark import Mark
from app.domain.milestone import Every
from app.domain.occurrence import Calendar, PeriodDays
from app.domain.plan import Appendix, Cell, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.status import MilestoneState, TaskState, state_of, task_state
from app.domain.tracking import Noted, effective_day, milestones_of, tracked_rows
from app.domain.unit import Directory, Unit, UnitName

CALENDAR = Calendar({every: PeriodDays(14, 20) for every in Every})
LATER = Calendar({every: PeriodDays(14, 25) for every in Every})
COLUMNS = (Column("TT", Role.ORDINAL), Column("Nhiệm vụ", Role.TASK), Column("Thời gian", Role.DEADLINE))


def plan(*deadlines: Cell, place_date: str | None = None) -> Plan:
    """A plan with one item row for each deadline, below a section."""
    section = Row(RowKind.SECTION, ordinal="I", text="Cải cách thể chế")
    items = (Row(RowKind.ITEM, (str(n), "Rà soát", cell), id=n) for n, cell in enumerate(deadlines, 1))
    appendix = Appendix("Phụ lục", "", COLUMNS, (section, *items))
    return Plan(PlanInfo("Kế hoạch", 2025, place_date=place_date), (appendix,))


def test_rows_count_items_only_and_keep_their_words() -> None:
    rows = tracked_rows(plan("Quý I", "Thường xuyên"), CALENDAR)
    assert [(row.number, row.text) for row in rows] == [(1, "Quý I"), (2, "Thường xuyên")]
    assert rows[0].name == "Rà soát"


def test_a_merged_deadline_is_counted_once() -> None:
    first, second = tracked_rows(plan("Quý I", None), CALENDAR)
    assert len(first.task.tracked) == 1 and second.task.tracked == ()
    assert second.task.milestones == first.task.milestones and milestones_of(second) == ()


def test_what_was_met_stays_met_when_the_calendar_moves() -> None:
    key = tracked_rows(plan("hằng quý"), CALENDAR)[0].keys[1]
    moved = tracked_rows(plan("hằng quý"), LATER, Noted({(1, key): Mark(1, key, date(2025, 6, 18))}))[0].task.tracked[1]
    assert (moved.occurrence.due, moved.done) == (date(2025, 6, 25), date(2025, 6, 18))


def test_equal_milestones_have_keys_of_their_own() -> None:
    keys = tracked_rows(plan("- Quý I\n- Quý II"), CALENDAR)[0].keys
    assert len(set(keys)) == 2


def test_a_plan_of_august_has_no_earlier_reports() -> None:
    late = plan("hằng quý", place_date="An Phú, ngày tháng 8 năm 2025")
    assert [one.occurrence.due.month for one in tracked_rows(late, CALENDAR)[0].task.tracked] == [9, 12]


def test_the_effective_day() -> None:
    assert effective_day(PlanInfo("", 2025, place_date="X, ngày 05 tháng 02 năm 2025")) == date(2025, 2, 5)
    assert effective_day(PlanInfo("", 2025, place_date="X, ngày 31 tháng 02 năm 2025")) is None
    assert effective_day(PlanInfo("", 2025, place_date="X, ngày .... , tháng 02, năm 2025")) == date(2025, 2, 1)
    assert effective_day(PlanInfo("", 2025, place_date="X, ngày … tháng … năm 2025")) is None
    assert effective_day(PlanInfo("", 2025)) is None


def test_a_done_report_keeps_the_day_it_was_due_on() -> None:
    key = tracked_rows(plan("hằng quý"), CALENDAR)[0].keys[1]
    noted = Noted({(1, key): Mark(1, key, date(2025, 6, 21), due=date(2025, 6, 20))})
    tracked = tracked_rows(plan("hằng quý"), LATER, noted)[0].task.tracked
    assert [one.occurrence.due for one in tracked[:2]] == [date(2025, 3, 25), date(2025, 6, 20)]
    assert state_of(tracked[1], date(2025, 12, 31)) is MilestoneState.DONE_LATE


def test_the_day_of_the_event_dates_what_waited_for_it() -> None:
    words = "Trong 10 ngày làm việc sau khi có hướng dẫn"
    waiting = tracked_rows(plan(words), CALENDAR)[0]
    assert task_state(waiting.task, 2025, date(2025, 12, 31)) is TaskState.WAITING
    (event,) = waiting.events
    assert event is not None
    row = tracked_rows(plan(words), CALENDAR, Noted({(1, event): Mark(1, event, date(2025, 4, 28))}))[0]
    (one,) = row.task.tracked
    assert one.occurrence.due == date(2025, 5, 12)
    assert [one.counts(day) for day in (date(2025, 4, 27), date(2025, 4, 28))] == [False, True]
    assert task_state(row.task, 2025, date(2025, 4, 27)) is TaskState.WAITING
    assert task_state(row.task, 2025, date(2025, 5, 12)) is TaskState.OVERDUE


def test_a_continuous_task_is_asked_about_once_in_a_period() -> None:
    row = tracked_rows(plan("Thường xuyên"), CALENDAR)[0]
    assert [one.dates.cut_off.month for one in row.asked] == [3, 6, 9, 12]
    key = row.asked[1].key
    answered = tracked_rows(plan("Thường xuyên"), CALENDAR, Noted({(1, key): Mark(1, key, date(2025, 6, 14))}))[0]
    assert [one.answer is not None for one in answered.asked] == [False, True, False, False]
    assert tracked_rows(plan("Quý I"), CALENDAR)[0].asked == ()


def test_a_correction_stands_in_for_the_words_until_they_change() -> None:
    own = Correction("Quý I", read_deadline("30/4/2025", 2025))
    row = tracked_rows(plan("Quý I"), CALENDAR, Noted(corrections={1: own}))[0]
    assert [one.occurrence.due for one in row.task.tracked] == [date(2025, 4, 30)]
    assert row.is_corrected and not row.words_changed
    other = tracked_rows(plan("Quý II"), CALENDAR, Noted(corrections={1: own}))[0]
    assert other.words_changed and other.task == row.task


def test_what_was_noted_of_something_gone_is_loose() -> None:
    mark = Mark(1, "bao cao|by|1", date(2025, 3, 1))
    assert tracked_rows(plan("Quý I"), CALENDAR, Noted({(1, mark.occurrence): mark}))[0].loose == (mark,)


def test_products_belong_to_occurrences_by_their_words_or_by_hand() -> None:
    columns = (*COLUMNS, Column("Sản phẩm", Role.PRODUCT))
    cells = ("1", "Rà soát", "Báo cáo: Quý I\nKế hoạch: 15/02/2025", "- Báo cáo kết quả\n- Kế hoạch rà soát")
    made = Plan(PlanInfo("", 2025), (Appendix("", "", columns, (Row(RowKind.ITEM, cells, id=1),)),))
    row = tracked_rows(made, CALENDAR)[0]
    assert row.product_keys == tuple(product.key for product in row.products)
    by_hand = Mark(1, row.keys[0], product=row.products[1].key)
    assert tracked_rows(made, CALENDAR, Noted({(1, row.keys[0]): by_hand}))[0].product_keys[0] == row.products[1].key


def test_units_go_by_the_directory_on_the_day_of_the_plan() -> None:
    columns = (*COLUMNS, Column("Chủ trì", Role.LEAD))
    row = Row(RowKind.ITEM, ("1", "Rà soát", "Quý I", "Phòng VHXX;\nVăn phòng"), id=1)
    info = PlanInfo("", 2025, place_date="X, ngày 05 tháng 02 năm 2025")
    made = Plan(info, (Appendix("", "", columns, (row,)),))
    names = (UnitName("Phòng Văn hóa - Xã hội"), UnitName("Phòng Văn hóa", date(2025, 7, 1)))
    noted = Noted(directory=Directory([Unit(names, ("Phòng VHXX",), id=1)]))
    assert tracked_rows(made, CALENDAR, noted)[0].task.units == ("Phòng Văn hóa - Xã hội", "Văn phòng")
