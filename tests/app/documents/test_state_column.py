"""The states that a printed plan can show."""

from datetime import date, timedelta

from app.documents.state_column import plan_states
from app.domain.mark import Mark
from app.domain.tracking import Noted, tracked_rows
from app.exchange.calendars import default_calendar
from tests.app.documents.progress_sample import stored_sample


def test_every_task_has_its_state_and_marks_are_noticed() -> None:
    plan = stored_sample()
    rows = tracked_rows(plan, default_calendar())
    today = date(2026, 12, 31)
    before = plan_states(plan, rows, today)
    assert set(before.words) == {row.row_id for row in rows} and not before.is_followed
    row = next(one for one in rows if one.row_id and len(one.keys) == 1)
    assert row.row_id is not None
    mark = Mark(row.row_id, row.keys[0], date(2026, 1, 5))
    noted = tracked_rows(plan, default_calendar(), Noted({(mark.row_id, mark.occurrence): mark}))
    after = plan_states(plan, noted, today)
    assert after.is_followed and after.words[row.row_id] == "Hoàn thành" != before.words[row.row_id]


def test_what_is_due_today_is_not_late_yet() -> None:
    plan = stored_sample()
    rows = tracked_rows(plan, default_calendar())
    row = next(one for one in rows if one.row_id and len(one.keys) == 1)
    assert row.row_id is not None
    due = row.task.tracked[0].occurrence.due
    assert plan_states(plan, rows, due).words[row.row_id] != "Quá hạn"
    assert plan_states(plan, rows, due + timedelta(days=1)).words[row.row_id] == "Quá hạn"
