"""Rows and cells changed as a clerk does it; merged cells survive everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import editing
from app.domain.errors import Refused
from app.domain.merging import check, shown
from app.domain.plan import Appendix, RowKind
from tests.app.domain.samples import cells_of, item, section, table, tables, texts

MERGED = table(item("1", "A", "a"), item(None, None, "b"), item(None, None, "c"), item("2", "B", "d"))


def test_deleting_the_first_row_of_a_merged_cell_hands_its_text_down() -> None:
    assert cells_of(editing.delete_rows(MERGED, [0])) == [("1", "A", "b"), (None, None, "c"), ("2", "B", "d")]


def test_deleting_the_middle_keeps_the_merged_cell_whole() -> None:
    assert cells_of(editing.delete_rows(MERGED, [1])) == [("1", "A", "a"), (None, None, "c"), ("2", "B", "d")]


def test_an_empty_row_put_inside_a_merged_cell_joins_it() -> None:
    after = editing.insert_rows(MERGED, 1, [editing.new_item(MERGED)])
    assert cells_of(after)[:3] == [("1", "A", "a"), (None, None, ""), (None, None, "b")]


def test_an_empty_row_below_a_merged_cell_stays_outside() -> None:
    after = editing.insert_rows(MERGED, 3, [editing.new_item(MERGED)])
    assert cells_of(after)[3] == ("", "", "")


def test_a_filled_row_put_inside_parts_the_merged_cell() -> None:
    after = editing.insert_rows(MERGED, 1, [item("", "X", "x")])
    assert cells_of(after)[1:3] == [(None, "X", "x"), (None, "A", "b")]


def test_a_section_put_inside_parts_the_merged_cell() -> None:
    after = editing.insert_rows(MERGED, 2, [editing.new_section("Mới")])
    assert cells_of(after)[2:4] == [("", "Mới"), ("1", "A", "c")]


def test_a_row_moved_out_takes_the_text_along() -> None:
    after = editing.move_rows(MERGED, [1], 4)
    assert cells_of(after) == [("1", "A", "a"), (None, None, "c"), ("2", "B", "d"), ("1", "A", "b")]


def test_rows_of_a_merged_cell_change_places_inside_it() -> None:
    assert cells_of(editing.move_rows(MERGED, [0], 3))[:3] == [("1", "A", "b"), (None, None, "c"), (None, None, "a")]


def test_a_copy_of_a_middle_row_stays_in_its_merged_cell() -> None:
    after = editing.duplicate_rows(MERGED, [1])
    assert cells_of(after)[1:4] == [(None, None, "b"), (None, None, "b"), (None, None, "c")]
    assert after.rows[2].id is None


def test_a_copy_of_a_whole_group_is_a_group_of_its_own() -> None:
    after = editing.duplicate_rows(table(item("1", "A", "a"), item(None, None, "b"), item("2", "B", "c")), [0, 1])
    assert cells_of(after)[2:4] == [("1", "A", "a"), (None, None, "b")]


def test_text_for_a_place_in_a_merged_cell_goes_to_that_cell() -> None:
    assert cells_of(editing.set_cells(MERGED, {(2, 1): "  mới "}))[:2] == [("1", "mới", "a"), (None, None, "b")]


def test_an_ordinal_typed_by_hand_no_longer_numbers_itself() -> None:
    before = table(item("1", "A", "", numbered=True))
    assert not editing.set_cells(before, {(0, 0): "5"}).rows[0].numbered
    assert editing.set_cells(before, {(0, 1): "B"}).rows[0].numbered
    assert editing.number_rows(editing.set_cells(before, {(0, 0): "5"}), [0]).rows[0].numbered


def test_copying_from_above_passes_sections_over() -> None:
    before = table(item("1", "A", "a"), section("I"), item("2", "", ""))
    assert cells_of(editing.copy_from_above(before, [(2, 1), (2, 2)]))[2] == ("2", "A", "a")


def test_copying_down_a_selection_takes_its_first_row() -> None:
    before = table(item("1", "A", "a"), item("2", "B", ""), item("3", "C", ""))
    assert cells_of(editing.copy_from_above(before, [(1, 1), (2, 1)]))[2] == ("3", "B", "")
    assert editing.copy_from_above(before, [(0, 1)]) == before


def test_merging_keeps_every_text_and_splitting_leaves_the_first_row_the_text() -> None:
    before = table(item("1", "A", ""), item("2", "", ""), item("3", "B", ""), item("4", "A", ""))
    merged = editing.merge_down(before, 1, 0, 3)
    assert cells_of(merged) == [("1", "A\nB", ""), ("2", None, ""), ("3", None, ""), ("4", None, "")]
    assert [row[1] for row in cells_of(editing.split(merged, 1, 2))] == ["A\nB", "", "", ""]


def test_merging_ordinals_keeps_the_first() -> None:
    assert cells_of(editing.merge_down(MERGED, 0, 2, 3))[3][0] is None


def test_merging_over_a_section_is_refused() -> None:
    with pytest.raises(Refused) as error:
        editing.merge_down(table(item("1", "", ""), section("I"), item("2", "", "")), 1, 0, 2)
    assert error.value.key == "edit.merge_over_section"


def test_a_section_ends_before_the_next() -> None:
    assert editing.section_end(table(section("I"), item("1", "", ""), section("II")), 0) == 2


@given(tables(), st.data())
def test_any_change_leaves_a_sound_appendix(before: Appendix, data: st.DataObject) -> None:
    for _ in range(4):
        if not before.rows:
            before = editing.insert_rows(before, 0, [editing.new_item(before)])
        places = data.draw(st.sets(st.integers(0, len(before.rows) - 1), max_size=3))
        to = data.draw(st.integers(0, len(before.rows)))
        kind = data.draw(st.sampled_from(["move", "delete", "copy", "insert", "set", "above", "split"]))
        before = _changed(before, kind, places, to, data.draw(texts))
        check(before)


def _changed(before: Appendix, kind: str, places: set[int], to: int, text: str) -> Appendix:
    spots = [(row, 1) for row in places]
    changes = {
        "move": lambda: editing.move_rows(before, places, to),
        "delete": lambda: editing.delete_rows(before, places),
        "copy": lambda: editing.duplicate_rows(before, places),
        "insert": lambda: editing.insert_rows(before, to, [item("", text, None), section("I"), item(None, None, text)]),
        "set": lambda: editing.set_cells(before, dict.fromkeys(spots, text)),
        "above": lambda: editing.copy_from_above(before, spots),
        "split": lambda: editing.split(before, 1, min(places, default=0)),
    }
    return changes[kind]()


@given(tables(), st.data())
def test_moving_rows_loses_no_text_seen(before: Appendix, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(before.rows) - 1))) if before.rows else set()
    after = editing.move_rows(before, places, data.draw(st.integers(0, len(before.rows))))
    assert sorted(_seen(after)) == sorted(_seen(before))


def _seen(appendix: Appendix) -> list[list[str]]:
    return [
        [shown(appendix, place, column) for column in range(3)]
        for place, row in enumerate(appendix.rows)
        if row.kind is RowKind.ITEM
    ]
