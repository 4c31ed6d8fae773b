"""The list of a plan's milestones and the overview, over a real storage."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.exchange.calendars import default_calendar
from app.exchange.samples import sample_plan
from app.ports import Storage, Work
from app.services.milestone_lists import Home, home, last_opened, milestone_list, note_opened
from app.services.tracking import Result, mark_all
from db.storage import open_storage

TODAY = date(2026, 6, 17)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    opened = open_storage(tmp_path)
    yield opened
    opened.close()


def test_an_empty_register_has_no_list(storage: Storage) -> None:
    found = storage.read(partial(milestone_list, wanted=None, calendar=default_calendar(), today=TODAY))
    assert found.plan is None and found.lines == ()


def test_marks_show_in_the_list_and_in_the_overview(storage: Storage) -> None:
    plan_id = storage.write("nhập", lambda work: work.add_plan(sample_plan())).result
    read = partial(milestone_list, wanted=plan_id, calendar=default_calendar(), today=TODAY)

    def ask(work: Work) -> Home:
        return home(work, read(work))

    before = storage.read(ask)
    late = before.overview.late[0]
    assert before.overview.total == 26
    result = Result(TODAY, "9/BC", note="gửi")
    places = [(late.row_id, late.key)]
    mark = partial(mark_all, plan_id=plan_id, places=places, result=result, calendar=default_calendar())
    storage.write("ghi", mark)
    after = storage.read(ask)
    assert len(after.overview.late) == len(before.overview.late) - 1
    found = next(one for one in after.listed.lines if (one.row_id, one.key) == (late.row_id, late.key))
    assert (found.done, found.document, found.note) == (TODAY, "9/BC", "gửi")


def test_a_plan_that_is_gone_gives_way_to_the_newest(storage: Storage) -> None:
    plan_id = storage.write("nhập", lambda work: work.add_plan(sample_plan())).result
    found = storage.read(partial(milestone_list, wanted=99, calendar=default_calendar(), today=TODAY))
    assert found.plan is not None and found.plan.id == plan_id


def test_the_day_of_use_before_today_is_remembered(storage: Storage) -> None:
    assert storage.read(partial(last_opened, today=TODAY)) is None
    for day in (date(2026, 6, 1), date(2026, 6, 13), TODAY, TODAY):
        storage.write("", partial(note_opened, today=day))
    assert storage.read(partial(last_opened, today=TODAY)) == date(2026, 6, 13)
    assert storage.read(partial(last_opened, today=date(2026, 6, 18))) == TODAY
    assert storage.history().undo == ()
