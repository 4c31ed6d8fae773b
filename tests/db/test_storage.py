"""The data folder, open: what is written is there, whatever happens, and says what changed."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.domain import editing
from app.domain.errors import MachineTrouble, Refused
from app.domain.plan import Column, Plan, Role
from app.ports import CellEdit, Changes, Draft, Work
from db.storage import FILE_NAME, DatabaseStorage, open_storage
from tests.app.domain.samples import item, plan, section, table, without_ids

SAMPLE = plan(table(section("I"), item("1", "A", "a"), item("2", None, "b")), table(item("1", "", "")))


def _added(storage: DatabaseStorage) -> Plan:
    plan_id = storage.write("Thêm", lambda work: work.add_plan(SAMPLE)).result
    return storage.read(lambda work: work.get_plan(plan_id))


def test_a_plan_comes_back_as_it_was_after_a_restart(tmp_path: Path) -> None:
    first = open_storage(tmp_path)
    added = _added(first)
    first.close()
    second = open_storage(tmp_path)
    assert without_ids(second.read(lambda work: work.get_plan(added.id or 0))) == SAMPLE
    assert second.history().undo == ("Thêm",)
    assert second.undo().changes.plans == {added.id}
    assert second.read(lambda work: work.list_plans()) == []
    second.close()


def test_lists_count_item_rows(storage: DatabaseStorage) -> None:
    added = _added(storage)
    assert [found.rows for found in storage.read(lambda work: work.list_plans())] == [3]
    assert [found.rows for found in storage.read(lambda work: work.list_appendices(added.id or 0))] == [2, 1]


def test_a_cell_edit_says_what_it_touched(storage: DatabaseStorage) -> None:
    part = _added(storage).appendices[0]
    row, column = part.rows[1].id or 0, part.columns[2].id or 0
    changes = storage.write("Sửa", lambda work: work.save_cells([CellEdit(row, column, "mới")])).changes
    assert changes == Changes(frozenset({1}), frozenset({part.id or 0}), frozenset({row}), cells_only=True)


def test_a_changed_appendix_is_written_as_the_difference(storage: DatabaseStorage) -> None:
    part = _added(storage).appendices[0]
    after = editing.add_column(editing.move_rows(part, [2], 0), 1, Column("Mới", Role.OTHER))
    changes = storage.write("Sửa", lambda work: work.save_appendix(part, after)).changes
    stored = storage.read(lambda work: work.get_appendix(part.id or 0))
    assert [row.id for row in stored.rows] == [row.id for row in after.rows]
    assert [row.cells for row in stored.rows] == [row.cells for row in after.rows]
    assert not changes.cells_only
    storage.undo()
    assert storage.read(lambda work: work.get_appendix(part.id or 0)) == part


def test_a_plan_saved_over_another_keeps_what_has_the_same_id(storage: DatabaseStorage) -> None:
    added = _added(storage)
    after = replace(added, appendices=(table(item("9", "", "")), added.appendices[1]))
    storage.write("Thay", lambda work: work.save_plan(added.id or 0, after))
    stored = storage.read(lambda work: work.get_plan(added.id or 0))
    assert without_ids(stored) == without_ids(after)
    assert stored.appendices[1].id == added.appendices[1].id


def test_appendices_change_places(storage: DatabaseStorage) -> None:
    added = _added(storage)
    first, second = (part.id or 0 for part in added.appendices)
    storage.write("Chuyển", lambda work: work.move_appendix(second, 0))
    new = storage.write("Thêm", lambda work: work.add_appendix(added.id or 0, table(), 1)).result
    assert [one.id for one in storage.read(lambda work: work.list_appendices(added.id or 0))] == [second, new, first]


def test_a_use_case_that_fails_writes_nothing(storage: DatabaseStorage) -> None:
    def fails(work: Work) -> None:
        work.add_plan(SAMPLE)
        raise Refused("storage.no_plan", plan=0)

    with pytest.raises(Refused):
        storage.write("Hỏng", fails)
    assert storage.read(lambda work: work.list_plans()) == []
    assert _added(storage).id


@pytest.mark.parametrize(
    "wish",
    [
        lambda work: work.get_plan(9),
        lambda work: work.remove_plan(9),
        lambda work: work.get_appendix(9),
        lambda work: work.remove_appendix(9),
        lambda work: work.save_cells([CellEdit(9, 9, "")]),
        lambda work: work.save_section(9, "", ""),
        lambda work: work.column_place(9),
        lambda work: work.row_place(9),
        lambda work: work.remove_template(9),
        lambda work: work.add_appendix(9, table()),
    ],
)
def test_unknown_ids_are_refused(storage: DatabaseStorage, wish: object) -> None:
    assert callable(wish)
    with pytest.raises(Refused):
        storage.write("Sai", wish)


def test_settings_and_drafts_are_kept_and_never_undone(storage: DatabaseStorage) -> None:
    part = _added(storage).appendices[0]
    typed = Draft(part.rows[1].id or 0, part.columns[1].id, "đang gõ", datetime(2025, 1, 2, 3, 4))
    storage.save_draft(replace(typed, text="đang"))
    storage.save_draft(typed)
    storage.save_draft(replace(typed, row_id=99))
    storage.write("Chọn", lambda work: work.save_setting("cỡ chữ", "14"))
    assert storage.drafts() == [typed]
    assert storage.history().undo == ("Thêm",)
    storage.drop_draft(typed.row_id, typed.column_id)
    assert storage.drafts() == []
    assert storage.read(lambda work: work.get_setting("cỡ chữ")) == "14"


def test_templates_come_back_whole(storage: DatabaseStorage) -> None:
    storage.write("Mẫu", lambda work: work.add_template("Mẫu B", SAMPLE))
    storage.write("Mẫu", lambda work: work.add_template("Mẫu ă", SAMPLE))
    found = storage.read(lambda work: work.list_templates())
    assert [(one.name, one.plan) for one in found] == [("Mẫu ă", SAMPLE), ("Mẫu B", SAMPLE)]
    storage.undo()
    assert [one.name for one in storage.read(lambda work: work.list_templates())] == ["Mẫu B"]


def test_threads_write_one_after_the_other_and_read_beside(storage: DatabaseStorage) -> None:
    def many() -> None:
        for _ in range(5):
            storage.write("Thêm", lambda work: work.add_plan(SAMPLE))
            storage.read(lambda work: work.list_plans())

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(storage.read(lambda work: work.list_plans())) == 20


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    open_storage(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
    with pytest.raises(MachineTrouble) as error:
        open_storage(tmp_path)
    assert error.value.key == "storage.too_new"


def test_what_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database, just some text " * 200)
    with pytest.raises(MachineTrouble) as error:
        open_storage(tmp_path)
    assert error.value.key == "storage.broken_no_copy"


def test_a_database_of_another_program_is_named(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("CREATE TABLE something (id INTEGER)")
    with pytest.raises(MachineTrouble) as error:
        open_storage(tmp_path)
    assert error.value.key == "storage.foreign_file"


def test_opening_an_up_to_date_folder_loads_no_migrations(tmp_path: Path) -> None:
    open_storage(tmp_path).close()
    code = "import sys; from pathlib import Path; from db.storage import open_storage\n"
    code += f"open_storage(Path({str(tmp_path)!r})).close()\n"
    code += "print('alembic' in sys.modules, 'sqlalchemy.orm' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_every_connection_writes_through_to_the_disk(storage: DatabaseStorage) -> None:
    with storage._writer.connect() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
        assert [*found, connection.exec_driver_sql("PRAGMA foreign_keys").scalar()] == ["wal", 2, 1]
