"""Which rows are whose."""

from dataclasses import replace

import pytest

from app.domain.access import Actor, Role
from app.domain.ownership import Ownership
from app.domain.plan import Appendix, Column, Row, RowKind
from app.domain.plan import Role as ColumnRole
from app.domain.unit import Unit, UnitName

OWN = Actor("own", Role.ENTRY, frozenset({1}))
COLUMNS = (
    Column("Việc", ColumnRole.TASK),
    Column("Chủ trì", ColumnRole.LEAD),
    Column("Phối hợp", ColumnRole.COORDINATION),
)
UNITS = (
    Unit((UnitName("Phòng Kinh tế"),), ("P. KT",), id=1),
    Unit((UnitName("Văn phòng"),), id=2),
    Unit((UnitName("Phòng Hạ tầng"),), merged_into=1, id=3),
    Unit((UnitName("Phòng Đô thị"),), merged_into=3, id=4),
)


def appendix_of(*rows: tuple[str | None, ...]) -> Appendix:
    """An appendix with these item rows."""
    return Appendix("I", "", COLUMNS, tuple(Row(RowKind.ITEM, cells) for cells in rows))


@pytest.mark.parametrize(
    ("lead", "coordination", "is_mine"),
    [
        ("Phòng Kinh tế", "", True),
        ("phong kinh te", "", True),
        ("- P. KT;", "", True),
        ("Văn phòng", "", False),
        ("Văn phòng", "Công an xã\n- Phòng Kinh tế", True),
        ("Phòng Hạ tầng", "", True),
        ("Phòng Đô thị", "", True),
        ("Một nơi không ai biết", "", False),
        ("", "", True),
        (" \n", "", True),
    ],
)
def test_a_row_belongs_to_the_units_it_names(lead: str, coordination: str, is_mine: bool) -> None:
    assert Ownership(OWN, UNITS).owns(appendix_of(("việc", lead, coordination)), 0) is is_mine


def test_a_merged_cell_names_what_stands_above() -> None:
    appendix = appendix_of(("một", "Văn phòng", ""), ("hai", None, ""), ("ba", "Phòng Kinh tế", ""), ("bốn", None, ""))
    owner = Ownership(OWN, UNITS)
    assert [owner.owns(appendix, place) for place in range(4)] == [False, False, True, True]


def test_sections_and_tables_without_units_are_nobodys() -> None:
    section = Appendix("I", "", COLUMNS, (Row(RowKind.SECTION, text="Thể chế"),))
    assert not Ownership(OWN, UNITS).owns(section, 0)
    no_units = Appendix("I", "", COLUMNS[:1], (Row(RowKind.ITEM, ("việc",)),))
    assert not Ownership(OWN, UNITS).owns(no_units, 0)


def test_units_merged_in_a_circle_come_to_an_end() -> None:
    units = (replace(UNITS[0], merged_into=3), *UNITS[1:])
    assert Ownership(OWN, units).owns(appendix_of(("việc", "Phòng Hạ tầng", "")), 0)
