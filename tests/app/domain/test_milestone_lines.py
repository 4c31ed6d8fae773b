"""Lines of milestones: their state today, filters, order; quick for ten thousand."""

from datetime import date, timedelta

import pytest

from app.domain.mark import Mark
from app.domain.milestone import MilestoneKind
from app.domain.milestone_lines import Line, LineState, as_before, lines_of, state_during
from app.domain.occurrence import Occurrence
from app.domain.plan import Appendix, Plan, PlanInfo, Role, Row, RowKind
from app.domain.plan import Column as PlanColumn
from app.domain.status import MilestoneState, TaskState, Tracked
from app.domain.tracking import Noted, tracked_rows
from app.exchange.calendars import default_calendar

TODAY = date(2026, 6, 17)
ROLES = (Role.ORDINAL, Role.TASK, Role.LEAD, Role.DEADLINE)


def plan_of(*cells: tuple[str | None, ...]) -> Plan:
    """A plan of one appendix with these rows: ordinal, task, lead unit, deadline."""
    rows = tuple(Row(RowKind.ITEM, row, id=10 + place) for place, row in enumerate(cells))
    columns = tuple(PlanColumn(role, role) for role in ROLES)
    return Plan(PlanInfo("Kế hoạch", 2026), (Appendix("Phụ lục số 01", "", columns, rows, id=5),))


def lines(plan: Plan, done: dict[tuple[int, str], date] | None = None) -> list[Line]:
    """The lines of ``plan`` on the day of these tests."""
    noted = Noted({place: Mark(*place, done=day) for place, day in (done or {}).items()})
    return lines_of(plan, tracked_rows(plan, default_calendar(), noted), TODAY)


@pytest.mark.parametrize(
    ("due", "done", "state"),
    [
        (0, None, MilestoneState.DUE_SOON),
        (-1, None, MilestoneState.OVERDUE),
        (7, None, MilestoneState.DUE_SOON),
        (8, None, MilestoneState.NOT_DUE),
        (0, 0, MilestoneState.DONE_ON_TIME),
        (-1, 0, MilestoneState.DONE_LATE),
        (-1, -1, MilestoneState.DONE_ON_TIME),
        (-1, 1, MilestoneState.OVERDUE),
    ],
)
def test_what_is_due_today_is_not_late_while_today_lasts(due: int, done: int | None, state: MilestoneState) -> None:
    one = Occurrence(0, None, MilestoneKind.BY, TODAY + timedelta(days=due))
    met = None if done is None else TODAY + timedelta(days=done)
    assert state_during(Tracked(one, met), TODAY) is state


def test_each_milestone_has_a_line_and_a_task_without_date_one_too() -> None:
    found = lines(
        plan_of(
            ("1", "Rà soát thủ tục", "Văn phòng", "Quý I; Quý III"),
            ("2", "Thực hiện tuyên truyền", "Tư pháp", "Thường xuyên"),
            ("3", "Báo cáo", "Văn phòng", "Định kỳ hàng quý"),
        )
    )
    assert [(line.number, line.state) for line in found[:3]] == [
        (1, LineState.OVERDUE),
        (1, LineState.NOT_DUE),
        (2, LineState.CONTINUOUS),
    ]
    assert [line.period and line.period.number for line in found[3:]] == [1, 2, 3, 4]
    assert found[0].task is TaskState.OVERDUE and found[0].appendix_id == 5


def test_a_mark_of_today_makes_the_task_done() -> None:
    plan = plan_of(("1", "Rà soát", "Văn phòng", "Trước 17/6/2026"))
    key = lines(plan)[0].key
    found = lines(plan, {(10, key): TODAY})[0]
    assert (found.state, found.task) == (LineState.DONE_LATE, TaskState.DONE)


def test_names_are_ranked_in_the_vietnamese_order_however_many_there_are() -> None:
    cells = [(str(number), f"Việc {number}", "", "Quý I") for number in range(450, 0, -1)]
    found = lines(plan_of(*cells))
    by_rank = sorted(found, key=lambda line: line.name_rank)
    assert [line.name for line in by_rank] == [f"Việc {number}" for number in range(1, 451)]


def test_lines_that_did_not_change_stay_the_same_objects() -> None:
    plan = plan_of(("1", "Rà soát", "Văn phòng", "Quý I"), ("2", "Số hóa", "Tư pháp", "Quý II"))
    before = lines(plan)
    after = as_before(lines(plan, {(10, before[0].key): TODAY}), before)
    assert after[0].done == TODAY and after[0] is not before[0] and after[1] is before[1]
