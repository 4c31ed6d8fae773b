"""Filters and order of milestones; quick for ten thousand."""

import random
import time
from datetime import date, timedelta

from app.domain.line_filter import Column, LineFilter, filtered, ordered, periods_in, units_in_lines
from app.domain.milestone import Every
from app.domain.milestone_lines import Line, LineState, lines_of
from app.domain.occurrence import Period
from app.domain.plan import Appendix, Plan, PlanInfo, Role, Row, RowKind
from app.domain.plan import Column as PlanColumn
from app.domain.question_lines import question_lines
from app.domain.status import TaskState
from app.domain.tracking import tracked_rows
from app.exchange.calendars import default_calendar

TODAY = date(2026, 6, 17)
ROLES = (Role.ORDINAL, Role.TASK, Role.LEAD, Role.DEADLINE)


def plan_of(*cells: tuple[str | None, ...]) -> Plan:
    """A plan of one appendix with these rows: ordinal, task, lead unit, deadline."""
    rows = tuple(Row(RowKind.ITEM, row, id=10 + place) for place, row in enumerate(cells))
    columns = tuple(PlanColumn(role, role) for role in ROLES)
    return Plan(PlanInfo("Kế hoạch", 2026), (Appendix("Phụ lục số 01", "", columns, rows, id=5),))


def lines(plan: Plan) -> list[Line]:
    """The lines of ``plan`` on the day of these tests."""
    return lines_of(plan, tracked_rows(plan, default_calendar()), TODAY)


def test_filters_meet_every_wish() -> None:
    found = lines(
        plan_of(
            ("1", "Đối thoại với người dân", "Văn phòng", "Quý I"),
            ("2", "Số hóa hồ sơ", "Tư pháp", "Định kỳ hàng quý"),
            ("3", "Tuyên truyền", "Tư pháp", "Thường xuyên"),
        )
    )
    assert len(filtered(found, LineFilter())) == 5
    assert [line.number for line in filtered(found, LineFilter(words="nguoi DAN doi"))] == [1]
    assert {line.number for line in filtered(found, LineFilter(unit="Tư pháp"))} == {2}
    assert [line.number for line in filtered(found, LineFilter(period=Period(Every.QUARTERLY, 2)))] == [2]
    assert filtered(found, LineFilter(states=frozenset({LineState.CONTINUOUS}))) == [found[-1]]
    assert filtered(found, LineFilter(tasks=TaskState.CONTINUOUS)) == [found[-1]]
    assert filtered(found, LineFilter(appendix=1)) == []
    bounded = LineFilter(since=date(2026, 3, 31), until=date(2026, 3, 31))
    assert {line.due for line in filtered(found, bounded)} == {date(2026, 3, 31)}
    assert [period.number for period in periods_in(found)][:2] == [1, 2]
    assert units_in_lines(found) == ["Tư pháp", "Văn phòng"]


def test_questions_of_periods_are_shown_only_where_they_are_asked_for() -> None:
    plan = plan_of(("1", "Tuyên truyền", "Tư pháp", "Thường xuyên"), ("2", "Số hóa", "Văn phòng", "Quý III"))
    rows = tracked_rows(plan, default_calendar())
    found = lines_of(plan, rows, TODAY)
    found += question_lines(found, rows, TODAY)
    assert [line.number for line in filtered(found, LineFilter())] == [2]
    asked = filtered(found, LineFilter(frozenset({LineState.TO_ASK})))
    assert [line.asks for line in asked] == [True, True]
    assert [line.asks for line in filtered(found, LineFilter(tasks=TaskState.CONTINUOUS))] == [False]
    assert ordered(found, Column.DUE)[0].cut_off == date(2026, 3, 14)


def test_order_is_vietnamese_and_what_has_no_day_is_last() -> None:
    found = lines(
        plan_of(("1", "Đối thoại", "", "Thường xuyên"), ("2", "Dân số", "", "Quý II"), ("3", "Ấn phẩm", "", "Quý I"))
    )
    assert [line.number for line in ordered(found, Column.NAME)] == [3, 2, 1]
    assert [line.number for line in ordered(found, Column.DUE)] == [3, 2, 1]
    assert [line.number for line in ordered(found, Column.DUE, descending=True)] == [1, 2, 3]
    for column in Column:
        assert len(ordered(found, column)) == 3


def many_lines(count: int) -> list[Line]:
    """A generated list as long as ``count``."""
    chance = random.Random(3)
    states = list(LineState)[:5]
    return [
        Line(
            row_id=i // 4,
            key=f"k{i}",
            appendix=i % 7,
            appendix_id=i % 7,
            number=i // 4,
            ordinal=str(i // 4),
            name=f"Nhiệm vụ {i // 4}",
            what="Báo cáo",
            units=(f"Phòng {i % 12}",),
            due=date(2026, 1, 1) + timedelta(days=chance.randrange(365)),
            period=Period(Every.QUARTERLY, i % 4 + 1),
            state=chance.choice(states),
            task=TaskState.IN_PROGRESS,
            folded=f"nhiem vu {i // 4} bao cao phong {i % 12}",
        )
        for i in range(count)
    ]


def test_ten_thousand_lines_are_filtered_and_ordered_at_once() -> None:
    found = many_lines(10_000)
    wishes = [
        LineFilter(),
        LineFilter(words="bao cao phong 3"),
        LineFilter(unit="Phòng 3", states=frozenset({LineState.OVERDUE})),
        LineFilter(period=Period(Every.QUARTERLY, 2), appendix=2),
    ]
    for wish in wishes:
        spent = []
        for _ in range(3):
            start = time.process_time()
            ordered(filtered(found, wish), Column.STATE)
            spent.append(time.process_time() - start)
        assert min(spent) < 0.05, wish
