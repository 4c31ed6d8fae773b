"""Places that rise, with as few changed as can be."""

from hypothesis import given
from hypothesis import strategies as st

from db.positions import ROOM, assign


@given(st.lists(st.one_of(st.none(), st.integers(-50, 50)), unique_by=lambda one: one if one is not None else object()))
def test_places_rise(current: list[int | None]) -> None:
    places = assign(current)
    assert len(places) == len(current)
    assert places == sorted(set(places))


def test_one_row_moved_or_added_is_one_place_changed() -> None:
    old: list[int | None] = [ROOM * number for number in range(1, 6)]
    moved = [old[4], *old[:4]]
    assert sum(a != b for a, b in zip(assign(moved), moved, strict=True)) == 1
    added = [*old[:2], None, *old[2:]]
    assert sum(a != b for a, b in zip(assign(added), added, strict=True)) == 1


def test_without_room_all_are_placed_anew() -> None:
    assert assign([1, None, 2]) == [ROOM, 2 * ROOM, 3 * ROOM]
