"""Plans made, found, renamed, carried over to another year, removed."""

from dataclasses import replace
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.plan import Column, Plan, Role
from app.services import plans
from db.storage import DatabaseStorage
from tests.app.domain.samples import item, plan, section, table

COLUMNS = (Column("TT", Role.ORDINAL), Column("Nhiệm vụ năm 2024", Role.TASK), Column("Thời gian", Role.DEADLINE))


def _old() -> Plan:
    rows = (
        section("I", "Thể chế năm 2024"),
        item("1", "Theo Quyết định 12/QĐ ngày 05/3/2024", "Quý I/2024\ntrước 15/01/2025"),
        item("2", "Rà soát", None),
    )
    old = plan(replace(table(*rows, columns=COLUMNS), title="Nhiệm vụ năm 2024"), title="CCHC năm 2024", year=2024)
    return replace(old, info=replace(old.info, symbol="12/KH-UBND", place_date="ngày 05 tháng 01 năm 2024"))


def test_a_copy_carries_the_year_where_it_is_the_plans_own(storage: DatabaseStorage) -> None:
    first = storage.write("Thêm", partial(plans.create_plan, plan=_old())).result
    second = storage.write("Chép", partial(plans.copy_plan_for_year, plan_id=first, year=2025)).result
    copy = storage.read(lambda work: work.get_plan(second))
    assert (copy.info.title, copy.info.year) == ("CCHC năm 2025", 2025)
    assert (copy.info.symbol, copy.info.place_date) == (None, None)
    [part] = copy.appendices
    assert (part.title, part.columns[1].heading, part.rows[0].text) == (
        "Nhiệm vụ năm 2025",
        "Nhiệm vụ năm 2025",
        "Thể chế năm 2025",
    )
    assert part.rows[1].cells == ("1", "Theo Quyết định 12/QĐ ngày 05/3/2024", "Quý I/2025\ntrước 15/01/2026")
    assert part.rows[2].cells == ("2", "Rà soát", None)


@pytest.mark.parametrize(("asked", "found"), [("2", 2), ("thi xa", 2), ("CCHC xã Lạc Hoà", 1), ("lạc hòa", 1)])
def test_a_plan_is_found_by_id_or_part_of_its_title(storage: DatabaseStorage, asked: str, found: int) -> None:
    for title in ("CCHC xã Lạc Hoà", "CCHC thị xã"):
        storage.write("Thêm", partial(plans.create_plan, plan=plan(title=title)))
    assert storage.read(partial(plans.find_plan, name_or_id=asked)).id == found


@pytest.mark.parametrize(("asked", "found"), [("2025", 2), ("2", 2), ("002", 2)])
def test_a_year_that_is_no_id_is_sought_in_the_titles(storage: DatabaseStorage, asked: str, found: int) -> None:
    for title in ("CCHC năm 2024", "CCHC năm 2025", "CCHC 20255"):
        storage.write("Thêm", partial(plans.create_plan, plan=plan(title=title)))
    assert storage.read(partial(plans.find_plan, name_or_id=asked)).id == found


@pytest.mark.parametrize("asked", ["5", "20", "025", "9" * 5000, "20255"])
def test_another_number_is_an_id_only(storage: DatabaseStorage, asked: str) -> None:
    storage.write("Thêm", partial(plans.create_plan, plan=plan(title="CCHC năm 2025, 20255")))
    with pytest.raises(Refused):
        storage.read(partial(plans.find_plan, name_or_id=asked))


@pytest.mark.parametrize(
    ("asked", "key"), [("CCHC", "plans.ambiguous"), ("9", "plans.not_found"), ("", "plans.not_found")]
)
def test_a_plan_that_is_not_clear_is_refused(storage: DatabaseStorage, asked: str, key: str) -> None:
    for title in ("CCHC A", "CCHC B"):
        storage.write("Thêm", partial(plans.create_plan, plan=plan(title=title)))
    with pytest.raises(Refused) as error:
        storage.read(partial(plans.find_plan, name_or_id=asked))
    assert error.value.key == key


def test_a_plan_is_renamed_and_removed(storage: DatabaseStorage) -> None:
    plan_id = storage.write("Thêm", partial(plans.create_plan, plan=_old())).result
    storage.write("Tên", partial(plans.rename_plan, plan_id=plan_id, title=" Tên  mới "))
    assert storage.read(lambda work: work.get_plan(plan_id)).info.title == "Tên mới"
    storage.write("Xóa", partial(plans.delete_plan, plan_id=plan_id))
    assert storage.read(lambda work: work.list_plans()) == []


@pytest.mark.parametrize(("title", "year", "key"), [(" ", 2025, "plans.empty_title"), ("A", 25, "plans.bad_year")])
def test_a_plan_needs_a_title_and_a_likely_year(storage: DatabaseStorage, title: str, year: int, key: str) -> None:
    with pytest.raises(Refused) as error:
        storage.write("Thêm", partial(plans.create_plan, plan=plan(title=title, year=year)))
    assert error.value.key == key
