"""Counts of the overview."""

from datetime import date

from app.domain.milestone_lines import lines_of
from app.domain.overview import overview
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.status import TaskState
from app.domain.tracking import tracked_rows
from app.exchange.calendars import default_calendar

TODAY = date(2026, 6, 25)


def test_what_is_late_what_comes_and_how_many_tasks_are_done() -> None:
    columns = tuple(Column(role, role) for role in (Role.TASK, Role.LEAD, Role.DEADLINE))
    cells = (
        ("Rà soát", "Văn phòng; Tư pháp", "Quý I"),
        ("Số hóa", "Văn phòng", "20/6/2026"),
        ("Đối thoại", "Tư pháp", "Quý II"),
        ("Tuyên truyền", "Tư pháp", "Thường xuyên"),
        ("Sắp xếp", "Nội vụ", "15/7/2026"),
    )
    rows = tuple(Row(RowKind.ITEM, row, id=place) for place, row in enumerate(cells, 1))
    plan = Plan(PlanInfo("Kế hoạch", 2026), (Appendix("PL 1", "", columns, rows), Appendix("PL 2", "", columns)))
    lines = lines_of(plan, tracked_rows(plan, default_calendar()), TODAY)
    found = overview(lines, 2, TODAY, date(2026, 6, 18))
    assert found.total == 5
    assert [line.number for line in found.late] == [1, 2]
    assert [line.number for line in found.coming] == [3, 5]
    assert found.soon == 1 and found.newly_late == 1
    assert found.late_units == (("Văn phòng", 2), ("Tư pháp", 1))
    assert found.by_appendix[0][TaskState.OVERDUE] == 2 and not found.by_appendix[1]
    assert overview(lines, 2, TODAY, None).newly_late is None
