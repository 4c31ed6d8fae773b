"""Figures by appendix, section, unit and period, against counts by hand."""

from datetime import date

from app.domain.breakdown import by_appendix, by_period, by_section, by_unit
from app.domain.mark import Mark
from app.domain.milestone import Every
from app.domain.occurrence import Period
from app.domain.status import TaskState, milestone_figures, task_figures
from app.domain.tracking import Noted, tracked_rows
from app.exchange.calendars import default_calendar
from tests.app.documents.progress_sample import stored_sample

AS_OF = date(2026, 9, 30)
PLAN = stored_sample()


def marked() -> Noted:
    """Every second milestone of the sample met on its day."""
    rows = tracked_rows(PLAN, default_calendar())
    places = [
        (row.row_id or 0, key, one.occurrence.due)
        for row in rows
        for key, one in zip(row.keys, row.task.tracked, strict=True)
    ]
    return Noted({(row_id, key): Mark(row_id, key, due) for row_id, key, due in places[::2]})


ROWS = tracked_rows(PLAN, default_calendar(), marked())


def test_appendices_and_units_add_up_to_the_plan() -> None:
    shares = by_appendix(ROWS, 2026, AS_OF)
    whole = milestone_figures((one for row in ROWS for one in row.task.tracked), AS_OF)
    assert sum(one.tasks for one in shares.values()) == len(ROWS)
    done = task_figures((row.task for row in ROWS), 2026, AS_OF)[TaskState.DONE]
    assert sum(one.tasks_done for one in shares.values()) == done
    for name in ("due", "done_on_time", "done_late", "overdue", "in_time"):
        assert sum(getattr(one.milestones, name) for one in shares.values()) == getattr(whole, name)
    for unit, share in by_unit(ROWS, 2026, AS_OF).items():
        of_unit = [row for row in ROWS if unit in row.task.units]
        assert share.tasks == len(of_unit)
        assert share.milestones == milestone_figures((one for row in of_unit for one in row.task.tracked), AS_OF)


def test_sections_are_told_apart_by_their_appendix() -> None:
    shares = by_section(ROWS, 2026, AS_OF)
    assert sum(one.tasks for one in shares.values()) == sum(bool(row.section) for row in ROWS)


def test_periods_hold_what_is_due_for_them() -> None:
    figures = by_period(ROWS, AS_OF)
    first = Period(Every.QUARTERLY, 1)
    due = [one for row in ROWS for one in row.task.tracked if one.occurrence.period == first]
    assert due and figures[first].due == len(due)


def test_periods_stand_in_the_order_of_the_year_months_behind() -> None:
    order = [(one.every, one.number) for one in by_period(ROWS, AS_OF)]
    quarters = [Every.QUARTERLY, Every.SIX_MONTHLY, Every.NINE_MONTHLY, Every.YEARLY]
    assert [every for every, _ in order].index(Every.MONTHLY) == sum(every in quarters for every, _ in order)
    assert (
        order.index((Every.SIX_MONTHLY, 1)) < order.index((Every.QUARTERLY, 3)) < order.index((Every.NINE_MONTHLY, 1))
    )
    assert order.index((Every.NINE_MONTHLY, 1)) < order.index((Every.YEARLY, 1)) < order.index((Every.MONTHLY, 1))
