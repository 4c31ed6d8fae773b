"""Tables as they are typed or pasted."""

from app.domain.body import BodyTable
from app.domain.body_table import empty_table, table_in, table_of


def test_short_rows_are_filled_up_and_cells_cleaned() -> None:
    assert table_of([["TT", " Việc\r\nnặng "], ["1"]], 1) == BodyTable((("TT", "Việc\nnặng"), ("1", "")), 1)


def test_a_table_without_words_is_none_and_one_row_is_no_heading() -> None:
    assert table_of([["", " "]], 1) is None
    assert table_of([], 1) is None
    assert table_of([["a", "b"]], 3) == BodyTable((("a", "b"),), 0)
    assert table_of(empty_table(2, 2).rows, 1) is None


def test_only_even_rows_of_cells_are_a_table() -> None:
    assert table_in("a\tb\r\nc\td\n") == BodyTable((("a", "b"), ("c", "d")), 1)
    assert table_in("a\tb\nc") is None
    assert table_in("một dòng") is None
