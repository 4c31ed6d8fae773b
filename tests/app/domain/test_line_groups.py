"""Milestones by day and by task."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.line_groups import by_day, by_task, share_of_year
from app.domain.milestone_lines import Line, LineState
from app.domain.status import TaskState


def line(number: int, due: date | None, cut_off: date | None = None) -> Line:
    """A line of the task ``number``."""
    return Line(
        row_id=number,
        key=f"{due}",
        appendix=0,
        appendix_id=1,
        number=number,
        ordinal="",
        name="",
        what="",
        units=(),
        due=due,
        period=None,
        state=LineState.NOT_DUE,
        task=TaskState.NOT_DUE,
        cut_off=cut_off,
    )


LATER, EARLIER = date(2026, 5, 2), date(2026, 5, 1)


def test_a_day_has_its_milestones_in_the_order_of_the_plan() -> None:
    found = by_day([line(3, LATER), line(1, LATER), line(2, None), line(4, None, EARLIER)])
    assert {day: [one.number for one in lines] for day, lines in found.items()} == {LATER: [1, 3], EARLIER: [4]}


def test_a_task_has_its_milestones_by_their_day_and_those_without_last() -> None:
    found = by_task([line(2, LATER), line(1, None), line(1, LATER), line(1, EARLIER)])
    assert [[one.due for one in lines] for lines in found] == [[EARLIER, LATER, None], [LATER]]


@pytest.mark.parametrize(
    ("day", "least", "most"),
    [
        (date(2025, 12, 31), -1, 0),
        (date(2026, 1, 1), 0, 0.01),
        (date(2026, 7, 2), 0.49, 0.51),
        (date(2026, 12, 31), 0.99, 1),
        (date(2027, 1, 1), 1, 2),
    ],
)
def test_share_of_the_year(day: date, least: float, most: float) -> None:
    assert least < share_of_year(day, 2026) < most


@given(st.dates(date(2020, 1, 1), date(2030, 12, 30)), st.integers(2020, 2030))
def test_later_days_stand_farther_right(day: date, year: int) -> None:
    after = date.fromordinal(day.toordinal() + 1)
    assert share_of_year(day, year) < share_of_year(after, year)
    assert (0 < share_of_year(day, year) < 1) == (day.year == year)
