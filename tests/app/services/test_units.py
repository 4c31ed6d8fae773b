"""The directory of units over a real storage: link, rename, merge; each step undone."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.plan import Column, Plan, Role
from app.domain.unit import Directory, Unit
from app.exchange.calendars import default_calendar
from app.ports import Storage, Work
from app.services.tracking import rows_of
from app.services.units import (
    add_all_unknown,
    add_unit,
    link,
    link_all,
    merge,
    part,
    remove_unit,
    rename,
    unit_list,
    unlink,
)
from tests.app.domain.samples import item, plan, table

COLUMNS = (
    Column("Nhiệm vụ", Role.TASK),
    Column("Chủ trì", Role.LEAD),
    Column("Phối hợp", Role.COORDINATION),
    Column("Thời hạn", Role.DEADLINE),
)


def of_year(year: int) -> Plan:
    """A plan whose cells spell one unit in three ways."""
    rows = (
        item("Một", "Phòng Văn hóa - Xã hội", "Công an xã; Phòng VHXH", "Quý I"),
        item("Hai", "Phòng VH-XH", "Công an xã", "Quý II"),
    )
    return plan(table(*rows, columns=COLUMNS), year=year)


@pytest.fixture
def plans(storage: Storage) -> list[int]:
    """The ids of a plan of 2025 and one of 2026."""
    return [storage.write("nhập", partial(_add, year=year)).result for year in (2025, 2026)]


def _add(work: Work, year: int) -> int:
    return work.add_plan(of_year(year))


def units(storage: Storage) -> list[Unit]:
    return storage.read(lambda work: work.units())


def leads(storage: Storage, plan_id: int) -> list[tuple[str, ...]]:
    rows = storage.read(partial(rows_of, plan_id=plan_id, calendar=default_calendar()))[1]
    return [row.task.units for row in rows]


def made(storage: Storage, name: str, *aliases: str) -> int:
    return storage.write("thêm", partial(add_unit, name=name, aliases=aliases)).result


def refused(storage: Storage, use_case: Callable[[Work], object], key: str) -> None:
    """``use_case`` is refused with this sentence and writes nothing."""
    before = units(storage)
    with pytest.raises(Refused) as error:
        storage.write("thử", use_case)
    assert error.value.key == key and units(storage) == before


def test_unknown_spellings_are_offered_and_nothing_is_made(storage: Storage, plans: list[int]) -> None:
    assert plans and units(storage) == []
    made(storage, "Phòng Văn hóa - Xã hội")
    found = storage.read(unit_list)
    assert [(name, count) for name, count, _ in found.unknown] == [
        ("Công an xã", 4),
        ("Phòng VHXH", 2),
        ("Phòng VH-XH", 2),
    ]
    proposed = {name: unit.name if unit else None for name, _, unit in found.unknown}
    name = "Phòng Văn hóa - Xã hội"
    assert proposed == {"Công an xã": None, "Phòng VHXH": name, "Phòng VH-XH": name}


def test_linked_spellings_are_one_unit_in_every_plan(storage: Storage, plans: list[int]) -> None:
    unit_id = made(storage, "Phòng Văn hóa - Xã hội")
    storage.write("liên kết", partial(link_all, pairs=[("Phòng VHXH", unit_id), ("Phòng VH-XH", unit_id)]))
    assert units(storage)[0].aliases == ("Phòng VHXH",), "both are one spelling but for the hyphen"
    assert leads(storage, plans[0]) == [("Phòng Văn hóa - Xã hội",)] * 2
    storage.write("bỏ", partial(unlink, spelling="phòng vhxh", unit_id=unit_id))
    assert leads(storage, plans[0])[1] == ("Phòng VH-XH",)
    storage.undo()
    storage.undo()
    assert leads(storage, plans[0])[1] == ("Phòng VH-XH",)
    storage.redo()
    assert leads(storage, plans[0])[1] == ("Phòng Văn hóa - Xã hội",)


def test_a_spelling_means_one_unit_only(storage: Storage) -> None:
    first, second = made(storage, "Tổ A", "Tổ 1"), made(storage, "Tổ B")
    assert (first, second) == (1, 2)
    refused(storage, partial(link, spelling="tổ 1", unit_id=second), "units.taken")
    refused(storage, partial(add_unit, name="TỔ A"), "units.taken")
    refused(storage, partial(add_unit, name="Tổ C", aliases=["Tổ 1"]), "units.taken")
    refused(storage, partial(rename, unit_id=second, name="Tổ 1"), "units.taken")
    refused(storage, partial(add_unit, name=" - "), "units.no_name")
    refused(storage, partial(link, spelling="x", unit_id=9), "storage.no_unit")
    storage.write("lại", partial(link, spelling="Tổ 1.", unit_id=first))
    assert units(storage)[0].aliases == ("Tổ 1",)


def test_every_spelling_left_becomes_a_unit_once(storage: Storage, plans: list[int]) -> None:
    assert storage.write("tất cả", add_all_unknown).result == 3 and plans
    assert [unit.name for unit in units(storage)] == ["Công an xã", "Phòng Văn hóa - Xã hội", "Phòng VHXH"]
    assert storage.read(unit_list).unknown == ()
    assert storage.write("tất cả", add_all_unknown).result == 0
    storage.undo()
    assert units(storage) == []


def test_a_name_put_right_holds_everywhere_and_the_old_one_stays_a_spelling(storage: Storage, plans: list[int]) -> None:
    unit_id = made(storage, "Phòng VH-XH", "Phòng Văn hóa - Xã hội")
    storage.write("sửa", partial(rename, unit_id=unit_id, name="Phòng Văn hóa, Xã hội và Thể thao"))
    for plan_id in plans:
        assert leads(storage, plan_id) == [("Phòng Văn hóa, Xã hội và Thể thao",)] * 2
    storage.write("sửa lại", partial(rename, unit_id=unit_id, name="Phòng Văn hóa - Xã hội"))
    assert Directory(units(storage)).unit_of("Phòng VH-XH") is not None


def test_from_a_day_on_old_plans_keep_the_old_name(storage: Storage, plans: list[int]) -> None:
    unit_id = made(storage, "Phòng Văn hóa - Xã hội", "Phòng VHXH")
    storage.write("đổi", partial(rename, unit_id=unit_id, name="Phòng Mới", since=date(2026, 1, 1)))
    assert leads(storage, plans[0])[0] == ("Phòng Văn hóa - Xã hội",)
    assert leads(storage, plans[1])[0] == ("Phòng Mới",)
    # another day before that one takes its place
    storage.write("đổi", partial(rename, unit_id=unit_id, name="Phòng Sớm", since=date(2025, 1, 1)))
    assert [leads(storage, plan_id)[0] for plan_id in plans] == [("Phòng Sớm",)] * 2
    assert Directory(units(storage)).unit_of("Phòng Mới") is not None
    storage.undo()
    storage.undo()
    assert leads(storage, plans[1])[0] == ("Phòng Văn hóa - Xã hội",)


def test_the_same_day_again_replaces_the_name_of_that_day(storage: Storage) -> None:
    unit_id = made(storage, "Tổ A")
    for name in ("Tổ B", "Tổ C"):
        storage.write("đổi", partial(rename, unit_id=unit_id, name=name, since=date(2026, 1, 1)))
    assert [one.name for one in units(storage)[0].names] == ["Tổ A", "Tổ C"]
    assert units(storage)[0].aliases == ("Tổ B",)


def test_a_merger_holds_from_its_day_and_can_be_taken_back(storage: Storage, plans: list[int]) -> None:
    culture = made(storage, "Phòng Văn hóa - Xã hội", "Phòng VHXH")
    economy = made(storage, "Phòng Kinh tế")
    storage.write("gộp", partial(merge, unit_id=culture, into=economy, since=date(2026, 1, 1)))
    assert [leads(storage, plan_id)[0] for plan_id in plans] == [("Phòng Văn hóa - Xã hội",), ("Phòng Kinh tế",)]
    refused(storage, partial(remove_unit, unit_id=economy), "units.others_merged")
    refused(storage, partial(merge, unit_id=economy, into=culture), "units.merged_in_a_circle")
    refused(storage, partial(merge, unit_id=economy, into=economy), "units.merged_in_a_circle")
    storage.write("tách", partial(part, unit_id=culture))
    assert leads(storage, plans[1])[0] == ("Phòng Văn hóa - Xã hội",)
    storage.write("xóa", partial(remove_unit, unit_id=economy))
    assert [unit.id for unit in units(storage)] == [culture]
    storage.undo()
    assert [unit.id for unit in units(storage)] == [culture, economy]
