"""A plan's rows as tasks to follow."""

from datetime import date

from app.domain.mark import Mark
from app.domain.milestone import Every
from app.domain.occurrence import Calendar, PeriodDays
from app.domain.plan import Appendix, Cell, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.tracking import Noted, effective_day, milestones_of, tracked_rows, units_in

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
    assert effective_day(PlanInfo("", 2025)) is None


def test_units_of_a_cell() -> None:
    assert units_in("- Văn phòng;\n- Phòng Kinh tế. ;\n- Văn phòng") == ("Văn phòng", "Phòng Kinh tế")
