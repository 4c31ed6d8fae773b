"""Continuous tasks are asked about once in each reporting period."""

from datetime import date

import pytest

from app.domain.keys import TASK
from app.domain.mark import Mark
from app.domain.milestone_lines import Line, LineState, lines_of
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.question_lines import question_lines
from app.domain.tracking import Noted, tracked_rows
from app.exchange.calendars import default_calendar

ROLES = (Role.TASK, Role.LEAD, Role.DEADLINE)
CELLS = (("Tuyên truyền", "Tư pháp", "Thường xuyên"), ("Rà soát", "Văn phòng", "Quý I"))
ROWS = tuple(Row(RowKind.ITEM, cells, id=place) for place, cells in enumerate(CELLS, 1))
PLAN = Plan(
    PlanInfo("Kế hoạch", 2026), (Appendix("PL 1", "", tuple(Column(role, role) for role in ROLES), ROWS, id=7),)
)


def asked(today: date, *marks: Mark) -> list[Line]:
    """The questions of ``PLAN`` on a day."""
    rows = tracked_rows(PLAN, default_calendar(), Noted({(mark.row_id, mark.occurrence): mark for mark in marks}))
    return question_lines(lines_of(PLAN, rows, today), rows, today)


@pytest.mark.parametrize(
    ("today", "count"),
    [
        (date(2026, 3, 6), 0),
        (date(2026, 3, 7), 1),
        (date(2026, 6, 6), 1),
        (date(2026, 6, 7), 2),
        (date(2026, 9, 14), 3),
        (date(2027, 1, 1), 4),
    ],
)
def test_a_period_is_asked_about_from_a_week_before_its_cut_off(today: date, count: int) -> None:
    found = asked(today)
    assert [line.state for line in found] == [LineState.TO_ASK] * count
    assert {line.number for line in found} <= {1}


def test_a_question_has_its_period_and_its_cut_off_but_no_due_day() -> None:
    first = asked(date(2026, 3, 20))[0]
    assert (first.due, first.cut_off, first.day) == (None, date(2026, 3, 14), date(2026, 3, 14))
    assert first.period is not None and first.key.startswith("asked|") and first.asks
    assert (first.row_id, first.appendix_id, first.units) == (1, 7, ("Tư pháp",))


def test_answers_are_shown_with_their_reason() -> None:
    first, second = (line.key for line in asked(date(2026, 6, 20)))
    day = date(2026, 6, 21)
    found = asked(day, Mark(1, first, done=day), Mark(1, second, cancelled=day, reason="Thiếu kinh phí"))
    assert [line.state for line in found] == [LineState.CARRIED_OUT, LineState.NOT_CARRIED_OUT]
    assert found[0].done == day and found[1].mark is not None and found[1].mark.reason == "Thiếu kinh phí"


def test_a_task_that_is_done_is_not_asked_about() -> None:
    assert asked(date(2026, 6, 20), Mark(1, TASK, done=date(2026, 2, 1))) == []
