"""Units under their spellings, renamed and merged from a day on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.unit import Directory, Unit, UnitName, initials, spelling_key, units_in

CULTURE = Unit((UnitName("Phòng Văn hóa - Xã hội"),), ("Phòng VHXH", "Phòng VHXXH"), id=1)
OFFICE = Unit((UnitName("Văn phòng UBND xã"), UnitName("Văn phòng HĐND và UBND xã", date(2025, 7, 1))), id=2)


def test_a_name_holds_from_its_day_on() -> None:
    assert OFFICE.name == "Văn phòng HĐND và UBND xã"
    assert OFFICE.name_on(date(2025, 6, 30)) == "Văn phòng UBND xã"
    assert OFFICE.name_on(date(2025, 7, 1)) == OFFICE.name


def test_a_day_before_every_name_takes_the_newest() -> None:
    late = Unit((UnitName("Tổ mới", date(2025, 7, 1)),))
    assert late.name_on(date(2020, 1, 1)) == "Tổ mới"


@pytest.mark.parametrize(
    "spelling",
    ["phòng văn hoá – xã hội", "PHÒNG VĂN HÓA-XÃ HỘI", "Phòng  VHXH.", "phong van hoa xa hoi", "Phòng VHXXH"],
)
def test_a_spelling_is_found_whatever_its_case_marks_and_blanks(spelling: str) -> None:
    assert Directory([CULTURE, OFFICE]).unit_of(spelling) is CULTURE


def test_what_nobody_linked_keeps_its_spelling() -> None:
    directory = Directory([CULTURE])
    assert directory.unit_of("Công an xã") is None
    assert directory.name_of("Công an xã", date(2025, 1, 1)) == "Công an xã"
    assert directory.unknown(["Công an xã", "Phòng VHXH", "Công an xã"]) == ["Công an xã"]


def test_old_and_new_names_are_spellings_of_one_unit() -> None:
    directory = Directory([OFFICE])
    for spelling in ("Văn phòng UBND xã", "Văn phòng HĐND và UBND xã"):
        assert directory.name_of(spelling, date(2024, 1, 1)) == "Văn phòng UBND xã"
        assert directory.name_of(spelling, date(2026, 1, 1)) == "Văn phòng HĐND và UBND xã"


def test_a_merger_is_followed_from_its_day_on_over_several_steps() -> None:
    first = Unit((UnitName("A"),), merged_into=2, merged_from=date(2025, 7, 1), id=1)
    second = Unit((UnitName("B"),), merged_into=3, merged_from=date(2026, 7, 1), id=2)
    directory = Directory([first, second, Unit((UnitName("C"),), id=3)])
    assert [directory.name_of("A", date(year, 8, 1)) for year in (2024, 2025, 2026)] == ["A", "B", "C"]


def test_a_circle_and_a_lost_unit_end_the_road() -> None:
    one = Unit((UnitName("A"),), merged_into=2, id=1)
    other = Unit((UnitName("B"),), merged_into=1, id=2)
    assert Directory([one, other]).name_of("A", date(2025, 1, 1)) == "B"
    assert Directory([one]).name_of("A", date(2025, 1, 1)) == "A"


@pytest.mark.parametrize("spelling", ["Phòng Văn hóa Xã hộ", "Phòng VH-XH", "Phòng Văn hoá và Xã hội", "P. VHXH"])
def test_what_looks_alike_is_proposed(spelling: str) -> None:
    assert Directory([OFFICE, CULTURE]).nearest(spelling) is CULTURE


def test_what_looks_like_nothing_is_not_proposed() -> None:
    assert Directory([CULTURE, OFFICE]).nearest("Công an xã") is None
    assert Directory().nearest("Công an xã") is None


def test_initials() -> None:
    assert initials("Phòng Văn hóa - Xã hội") == initials("Phòng VH-XH") == "pvhxh"


@given(st.text())
def test_any_text_can_be_looked_up(spelling: str) -> None:
    directory = Directory([CULTURE, OFFICE])
    directory.nearest(spelling)
    assert spelling_key(spelling_key(spelling)) == spelling_key(spelling)
    assert bool(directory.unknown([spelling])) == (directory.unit_of(spelling) is None)


def test_units_of_a_cell() -> None:
    assert units_in("- Văn phòng;\n- Phòng Kinh tế. ;\n- Văn phòng") == ("Văn phòng", "Phòng Kinh tế")
