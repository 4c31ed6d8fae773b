"""Which changes are told, and in which words."""

import json

import pytest

from app.domain.editing import delete_rows
from app.domain.plan import Appendix
from app.domain.staff import LogLine, Person
from app.domain.unit import Unit, UnitName
from app.ports import CellEdit
from app.services.rows import change_appendix
from db.storage import DatabaseStorage
from tests.app.domain.samples import item, plan, section, table


@pytest.fixture
def part(storage: DatabaseStorage) -> Appendix:
    """An appendix with a section and three numbered rows, as stored."""
    rows = (section("I", "Đề mục"), *(item(str(number), f"Việc {number}", "", numbered=True) for number in (1, 2, 3)))
    plan_id = storage.write("Nhập", lambda work: work.add_plan(plan(table(*rows)))).result
    return storage.read(lambda work: work.get_plan(plan_id)).appendices[0]


def since(storage: DatabaseStorage, step: str) -> list[LogLine]:
    """The lines of a step, the first told first."""
    return [line for line in reversed(storage.read(lambda work: work.log(None, 999))) if line.step == step]


def test_the_cells_of_a_new_row_are_told_with_the_row(storage: DatabaseStorage, part: Appendix) -> None:
    told = [(line.what, line.old, line.new) for line in since(storage, "Nhập") if line.what in ("row", "cell")]
    assert told == [
        ("row", None, "I Đề mục"),
        *(("row", None, f"{number} | Việc {number}") for number in (1, 2, 3)),
    ]
    assert [line.part for line in since(storage, "Nhập") if line.what == "appendix_column"] == [
        column.heading for column in part.columns
    ]


def test_numbering_and_places_are_the_programs_own(storage: DatabaseStorage, part: Appendix) -> None:
    storage.write("Xóa", lambda work: change_appendix(work, part.id or 0, lambda found: delete_rows(found, [1])))
    after = storage.read(lambda work: work.get_plan(1)).appendices[0]
    assert [row.cells[0] for row in after.rows[1:]] == ["1", "2"], "the rows below were numbered again"
    (line,) = since(storage, "Xóa")
    assert (line.what, line.row_id, line.old, line.new) == ("row", part.rows[1].id, "1 | Việc 1", None)
    assert line.plan_id == 1
    storage.undo()
    back = since(storage, "Xóa")[1:]
    assert [(one.kind, one.old, one.new) for one in back] == [("undone", None, "1 | Việc 1")]


def test_a_number_typed_by_hand_is_told(storage: DatabaseStorage, part: Appendix) -> None:
    row_id = part.rows[2].id or 0
    storage.write("Tắt", lambda work: work.set_numbered(row_id, False))
    assert since(storage, "Tắt") == []
    storage.write("Gõ", lambda work: work.save_cells([CellEdit(row_id, part.columns[0].id or 0, "2a")]))
    assert [(line.part, line.old, line.new) for line in since(storage, "Gõ")] == [(part.columns[0].heading, "2", "2a")]


def test_a_section_is_told_in_its_words(storage: DatabaseStorage, part: Appendix) -> None:
    storage.write("Sửa", lambda work: work.save_section(part.rows[0].id or 0, "II", "Tên khác"))
    (line,) = since(storage, "Sửa")
    assert (line.old, line.new, line.plan_id) == ("I Đề mục", "II Tên khác", 1)


def test_units_and_people_are_told_by_name_outside_any_plan(storage: DatabaseStorage) -> None:
    names = (UnitName("Tổ A"), UnitName("Tổ B"))
    storage.write("Đơn vị", lambda work: work.save_unit(Unit(names)))
    storage.write("Cán bộ", lambda work: work.save_person(Person("Cán bộ A", "Chuyên viên")))
    (unit,), (person,) = since(storage, "Đơn vị"), since(storage, "Cán bộ")
    assert (unit.what, unit.part, unit.plan_id, unit.row_id, unit.old) == ("unit", "Tổ B", None, None, None)
    assert (person.what, person.part) == ("person", "Cán bộ A")
    assert json.loads(person.new or "") == {"name": "Cán bộ A", "post": "Chuyên viên"}


def test_a_removed_plan_is_told_with_its_rows(storage: DatabaseStorage, part: Appendix) -> None:
    storage.write("Xóa", lambda work: work.remove_plan(1))
    told = since(storage, "Xóa")
    assert {line.plan_id for line in told} == {1} and all(line.new is None for line in told)
    assert [line.old for line in told if line.row_id == part.rows[3].id] == ["3 | Việc 3"]
