"""Marking and figures over a real storage, against an independent slow count."""

import json
import random
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.status import TaskState
from app.exchange.calendars import default_calendar
from app.exchange.plan_json import FORMAT, from_json
from app.ports import Storage, Work
from app.services.tracking import Result, mark_all, mark_done, progress, reopen, rows_of
from db.storage import open_storage

NAMES = ["anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025"]


def stored(shared: Path, name: str, folder: Path) -> tuple[Storage, int, int]:
    """A real plan in a fresh data folder: the storage, the plan's id and its year."""
    content = json.loads((shared / "plans" / f"{name}.json").read_text(encoding="utf-8"))
    plan = from_json({"format": FORMAT, **content}, name).plan
    storage = open_storage(folder)
    return storage, storage.write("nhập", lambda work: work.add_plan(plan)).result, plan.info.year


@pytest.mark.parametrize("name", NAMES)
def test_figures_of_a_real_plan_equal_a_slow_count(shared: Path, name: str, tmp_path: Path) -> None:
    storage, plan_id, year = stored(shared, name, tmp_path)
    chance = random.Random(name)
    rows = storage.read(lambda work: rows_of(work, plan_id, default_calendar()))[1]
    done: dict[tuple[int, int], date] = {}
    dues = {(row.number, k): one.occurrence.due for row in rows for k, one in enumerate(row.task.tracked, 1)}
    for place, due in dues.items():
        if chance.random() < 0.6:
            done[place] = due + timedelta(days=chance.randint(-20, 20))

    def mark_all(work: Work) -> None:
        for (number, k), day in done.items():
            mark_done(work, plan_id, number, k, day, default_calendar())

    storage.write("ghi", mark_all)
    for as_of in (date(year, 4, 1), date(year, 7, 1), date(year, 10, 1), date(year, 12, 31)):
        found = storage.read(partial(progress, plan_id=plan_id, calendar=default_calendar(), as_of=as_of))
        met = {place: day for place, day in done.items() if day <= as_of}
        late_open = [place for place, due in dues.items() if due <= as_of and place not in met]
        figures = found.milestones
        assert figures.done_on_time == sum(day <= dues[place] for place, day in met.items())
        assert figures.done_late == sum(day > dues[place] for place, day in met.items())
        assert figures.overdue == len(late_open)
        assert figures.due == len(met) + len(late_open)
        assert figures.in_time == len(dues) - figures.due
        assert sum(found.tasks.values()) == len(rows)
        late_rows = {number for number, k in late_open if dues[number, k].year <= year}
        assert found.tasks[TaskState.OVERDUE] == len(late_rows)
    storage.close()


@pytest.mark.parametrize("name", NAMES)
def test_deadlines_of_a_real_plan_are_read_in_order(shared: Path, name: str, tmp_path: Path) -> None:
    storage, plan_id, _ = stored(shared, name, tmp_path)
    worked = json.loads((shared / "plans" / f"{name}.json").read_text(encoding="utf-8"))["deadlines"]
    rows = storage.read(lambda work: rows_of(work, plan_id, default_calendar()))[1]
    assert [row.text for row in rows if row.text is not None] == [cell["text"] for cell in worked]
    storage.close()


def test_what_is_not_there_is_refused(shared: Path, tmp_path: Path) -> None:
    storage, plan_id, _ = stored(shared, "anh-son-2024", tmp_path)
    day = date(2024, 1, 1)
    for row, milestone in ((99, 1), (2, 9)):
        with pytest.raises(Refused):
            asked = partial(mark_done, plan_id=plan_id, number=row, milestone=milestone)
            storage.write("ghi", partial(asked, done=day, calendar=default_calendar()))
    storage.close()


def test_several_are_marked_in_one_step_and_opened_again(shared: Path, tmp_path: Path) -> None:
    storage, plan_id, year = stored(shared, "anh-son-2024", tmp_path)
    rows = storage.read(lambda work: rows_of(work, plan_id, default_calendar()))[1]
    places = [(row.row_id or 0, key) for row in rows for key in row.keys][:5]
    day = date(year, 3, 1)
    result = Result(day, "  12/BC-UBND ")
    mark = partial(mark_all, plan_id=plan_id, places=places, result=result, calendar=default_calendar())
    storage.write("ghi", mark)
    marks = storage.read(lambda work: work.marks(plan_id))
    assert [(mark.row_id, mark.occurrence) for mark in marks] == places
    assert {(mark.done, mark.document, mark.note) for mark in marks} == {(day, "12/BC-UBND", None)}
    storage.undo()
    assert storage.read(lambda work: work.marks(plan_id)) == []
    storage.redo()
    storage.write("mở lại", partial(reopen, plan_id=plan_id, places=places[:2]))
    assert len(storage.read(lambda work: work.marks(plan_id))) == 3
    storage.close()
