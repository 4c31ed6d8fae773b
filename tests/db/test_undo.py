"""One step back at a time, over everything a clerk can do, and never over somebody else's change."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.ports import CellEdit, Work
from db.storage import FILE_NAME, DatabaseStorage
from db.undo import KEPT_STEPS
from tests.app.domain.samples import item, plan, table, without_ids


def _titled(storage: DatabaseStorage, *titles: str) -> None:
    for title in titles:
        storage.write(title, lambda work, title=title: work.add_plan(plan(table(), title=title)))  # type: ignore[misc]


def test_a_new_step_ends_what_could_be_redone(storage: DatabaseStorage) -> None:
    _titled(storage, "A", "B")
    assert storage.undo().result == "B"
    assert (storage.history().undo, storage.history().redo) == (("A",), ("B",))
    _titled(storage, "C")
    assert (storage.history().undo, storage.history().redo) == (("C", "A"), ())


def test_a_write_that_changes_nothing_is_no_step(storage: DatabaseStorage) -> None:
    _titled(storage, "A")
    storage.undo()
    storage.write("Xem", lambda work: work.list_plans())
    assert (storage.history().undo, storage.history().redo) == ((), ("A",))


def test_nothing_to_undo_or_redo_is_said(storage: DatabaseStorage) -> None:
    for step, key in ((storage.undo, "undo.nothing_to_undo"), (storage.redo, "undo.nothing_to_redo")):
        with pytest.raises(Refused) as error:
            step()
        assert error.value.key == key


def test_what_somebody_else_changed_since_is_not_undone(storage: DatabaseStorage, tmp_path: Path) -> None:
    _titled(storage, "A")
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("UPDATE plan SET title = 'khác'")
        other.commit()
    with pytest.raises(Refused) as error:
        storage.undo()
    assert error.value.key == "undo.changed_since"
    assert [one.title for one in storage.read(lambda work: work.list_plans())] == ["khác"]


def test_old_steps_are_dropped_but_more_than_a_hundred_stay(storage: DatabaseStorage) -> None:
    _titled(storage, *(str(number) for number in range(KEPT_STEPS + 5)))
    assert 100 <= len(storage.history().undo) == KEPT_STEPS


def test_several_changes_of_one_row_in_a_step_are_one(storage: DatabaseStorage) -> None:
    _titled(storage, "A")
    part = storage.read(lambda work: work.get_plan(1)).appendices[0]
    row = storage.write("Dòng", lambda work: work.save_appendix(part, part.with_rows((item("1", "A", "a"),))))
    stored = storage.read(lambda work: work.get_plan(1)).appendices[0]
    place = (stored.rows[0].id or 0, stored.columns[1].id or 0)
    assert row.changes.rows == {place[0]}
    twice = [CellEdit(*place, "B"), CellEdit(*place, "C")]

    def edit_twice(work: Work) -> None:
        for edit in twice:
            work.save_cells([edit])

    storage.write("Sửa", edit_twice)
    storage.undo()
    assert storage.read(lambda work: work.get_cells([place])) == {place: "A"}
    storage.redo()
    assert storage.read(lambda work: work.get_cells([place])) == {place: "C"}


def test_an_import_of_two_thousand_rows_is_undone_at_once(storage: DatabaseStorage) -> None:
    long = plan(table(*(item(str(number + 1), "Rà soát văn bản " * 20, "Báo cáo") for number in range(2_000))))
    storage.write("Nhập", lambda work: work.add_plan(long))
    start = time.perf_counter()
    storage.undo()
    assert time.perf_counter() - start < 1
    assert storage.read(lambda work: work.search("van ban")) == []
    storage.redo()
    assert without_ids(storage.read(lambda work: work.get_plan(1))) == long


def test_what_hangs_on_a_row_without_having_been_noted_stops_the_undo(storage: DatabaseStorage, tmp_path: Path) -> None:
    storage.write("Nhập", lambda work: work.add_plan(plan(table(item("1", "A", "B")))))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as outside, outside:
        outside.execute("INSERT INTO note (row_id, text, at, who) VALUES (1, 'x', '2026-01-01T00:00:00', '')")
    with pytest.raises(Refused) as refused:
        storage.undo()
    assert refused.value.key == "undo.changed_since"
    assert storage.history().undo == ("Nhập",)
