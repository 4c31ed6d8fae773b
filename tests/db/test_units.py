"""The directory of units in the database, and the spellings of all plans."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.plan import Column, Role
from app.domain.unit import Unit, UnitName
from db.storage import DatabaseStorage
from tests.app.domain.samples import item, plan, table

OLD = Unit((UnitName("Tổ A"), UnitName("Tổ B", date(2026, 7, 1))), ("tổ 1",))


def units(storage: DatabaseStorage) -> list[Unit]:
    return storage.read(lambda work: work.units())


def test_a_unit_is_stored_changed_removed_and_each_step_undone(storage: DatabaseStorage) -> None:
    written = storage.write("thêm", lambda work: work.save_unit(OLD))
    stored = Unit(OLD.names, OLD.aliases, id=written.result)
    assert units(storage) == [stored] and written.changes.directories and written.changes.cells_only
    merged = Unit(OLD.names, (), 7, date(2026, 8, 1), stored.id)
    storage.write("gộp", lambda work: work.save_unit(merged))
    assert units(storage) == [merged]
    storage.write("xóa", lambda work: work.remove_unit(stored.id or 0))
    assert units(storage) == []
    storage.undo()
    assert units(storage) == [merged]
    assert storage.undo().changes.directories
    assert units(storage) == [stored]
    storage.redo()
    assert units(storage) == [merged]


def test_unknown_units_are_refused(storage: DatabaseStorage) -> None:
    lost = Unit((UnitName("X"),), id=9)
    for use_case in (lambda work: work.save_unit(lost), lambda work: work.remove_unit(9)):
        with pytest.raises(Refused) as error:
            storage.write("thử", use_case)
        assert error.value.key == "storage.no_unit"


def test_spellings_are_counted_over_all_plans_the_most_frequent_first(storage: DatabaseStorage) -> None:
    columns = (Column("Nhiệm vụ", Role.TASK), Column("Chủ trì", Role.LEAD), Column("Phối hợp", Role.COORDINATION))
    rows = (item("Phòng X", "Phòng A", "- Phòng B;\n- Phòng C"), item("b", None, "Phòng B; Phòng A"), item("c", "", ""))
    for _ in range(2):
        storage.write("nhập", lambda work: work.add_plan(plan(table(*rows, columns=columns))))
    found = storage.read(lambda work: work.unit_spellings())
    assert sorted(found) == [("Phòng A", 4), ("Phòng B", 4), ("Phòng C", 2)] and found[-1][0] == "Phòng C"


NAMES = st.lists(st.builds(UnitName, st.text(min_size=1), st.one_of(st.none(), st.dates())), min_size=1, max_size=3)


@settings(max_examples=25)
@given(st.builds(Unit, NAMES.map(tuple), st.lists(st.text()).map(tuple), st.none(), st.one_of(st.none(), st.dates())))
def test_whatever_is_stored_is_read_back(tmp_path_factory: pytest.TempPathFactory, unit: Unit) -> None:
    from db.storage import open_storage

    storage = open_storage(tmp_path_factory.mktemp("so"))
    unit_id = storage.write("thêm", lambda work: work.save_unit(unit)).result
    assert units(storage) == [Unit(unit.names, unit.aliases, unit.merged_into, unit.merged_from, unit_id)]
    storage.close()
