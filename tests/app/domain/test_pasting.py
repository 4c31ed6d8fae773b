"""Blocks put down: every cell of them, and not one more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns import hide_column
from app.domain.errors import Refused
from app.domain.merging import check, shown
from app.domain.pasting import paste_block
from app.domain.plan import Appendix, Cell, RowKind
from tests.app.domain.samples import blocks, cells_of, item, section, table, tables

TWO = table(item("1", "A", "a", numbered=True), item("2", "B", "b", numbered=True))


def test_a_block_fills_its_cells_and_adds_the_rows_that_are_missing() -> None:
    after = paste_block(TWO, 1, 1, [["X", "x"], ["Y", "y"]])
    assert cells_of(after) == [("1", "A", "a"), ("2", "X", "x"), ("", "Y", "y")]
    assert after.rows[2].numbered


def test_missing_rows_come_before_the_next_section() -> None:
    before = table(section("I"), item("1", "A", ""), section("II"), item("1", "B", ""))
    after = paste_block(before, 1, 1, [["X"], ["Y"]])
    assert cells_of(after) == [("I", "Đề mục"), ("1", "X", ""), ("", "Y", ""), ("II", "Đề mục"), ("1", "B", "")]


def test_a_line_that_is_the_section_goes_to_the_section() -> None:
    before = table(item("1", "A", ""), section("I", "Thể chế"), item("1", "B", ""))
    after = paste_block(before, 0, 0, [["1", "X", ""], ["I", "Thể chế mới", ""], ["1", "Y", ""]])
    assert cells_of(after) == [("1", "X", ""), ("I", "Thể chế mới"), ("1", "Y", "")]


def test_pasting_on_a_section_puts_rows_below_it() -> None:
    after = paste_block(table(section("I"), item("1", "B", "")), 0, 1, [["X"]])
    assert cells_of(after) == [("I", "Đề mục"), ("", "X", ""), ("1", "B", "")]


def test_merged_cells_of_the_block_stay_merged() -> None:
    after = paste_block(table(), 0, 0, [["1", "A", "a"], [None, None, "b"]])
    assert cells_of(after) == [("1", "A", "a"), (None, None, "b")]


def test_pasting_into_a_merged_cell_leaves_the_rows_around_their_text() -> None:
    before = table(item("1", "A", ""), item("2", None, ""), item("3", None, ""))
    assert [row[1] for row in cells_of(paste_block(before, 1, 1, [["X"]]))] == ["A", "X", "A"]
    assert [row[1] for row in cells_of(paste_block(before, 0, 1, [["X"]]))] == ["X", None, None]


def test_a_block_wider_than_the_table_is_refused_unless_empty_there() -> None:
    assert cells_of(paste_block(TWO, 0, 2, [["x", "", ""]]))[0] == ("1", "A", "x")
    with pytest.raises(Refused) as error:
        paste_block(TWO, 0, 2, [["x", "y"]])
    assert error.value.key == "edit.block_too_wide"


def test_hidden_columns_are_passed_over() -> None:
    after = paste_block(hide_column(TWO, 1), 0, 0, [["1", "x"]])
    assert cells_of(after)[0] == ("1", "A", "x")


def test_ordinals_that_follow_their_place_number_themselves() -> None:
    after = paste_block(table(), 0, 0, [["1", "A"], ["2", "B"], ["9", "C"]])
    assert [row.numbered for row in after.rows] == [True, True, False]


@given(tables(), st.integers(0, 6), st.integers(0, 2), blocks)
def test_pasting_anywhere_is_sound_and_shows_the_block(
    before: Appendix, top: int, left: int, block: list[list[Cell]]
) -> None:
    top = min(top, len(before.rows))
    try:
        after = paste_block(before, top, left, block)
    except Refused as error:
        assert error.key == "edit.block_too_wide"
        return
    check(after)
    outside = [column for column in range(3) if not left <= column < left + max(map(len, block))]
    assert [row for row in _seen(after, outside) if any(row)] == [row for row in _seen(before, outside) if any(row)]


def _seen(appendix: Appendix, columns: list[int]) -> list[list[str]]:
    rows = [place for place, row in enumerate(appendix.rows) if row.kind is RowKind.ITEM]
    return [[shown(appendix, place, column) for column in columns] for place in rows]
