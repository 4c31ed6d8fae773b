"""Body rows as sections and items."""

import pytest

from app.domain.plan import Cell, Row, RowKind
from app.exchange.source import SourceRow
from app.exchange.table_heading import heading_of
from app.exchange.table_rows import body_rows, text_outside
from tests.app.exchange.source_samples import HEADINGS, Drawn, table


def _rows(*rows: SourceRow | tuple[Drawn, ...]) -> list[Row]:
    source = table(HEADINGS, *rows)
    heading = heading_of(source)
    assert heading is not None
    return [made for _, made in body_rows(source, heading, heading.rows)]


def _cells(*rows: SourceRow | tuple[Drawn, ...]) -> list[tuple[Cell, ...]]:
    return [made.cells for made in _rows(*rows)]


def _sections(*rows: SourceRow | tuple[Drawn, ...]) -> list[tuple[str, str]]:
    return [(made.ordinal, made.text) for made in _rows(*rows) if made.kind is RowKind.SECTION]


def test_items() -> None:
    assert _cells(("1", "a\nb", "", "c", "d"), ("", "", "", "", ""), ("2", "e", "f", "g", "")) == [
        ("1", "a\nb", "", "c", "d"),
        ("2", "e", "f", "g", ""),
    ]


def test_headings_and_column_numbers_again_are_no_rows() -> None:
    assert len(_cells(("1", "2", "3", "4", "5"), HEADINGS, ("1", "a", "b", "c", "d"), HEADINGS)) == 1


def test_a_row_of_numbers_further_down_is_a_row() -> None:
    assert len(_cells(("1", "a", "b", "c", "d"), ("2", "3", "4", "5", "6"))) == 2


def test_column_numbers_below_a_heading_said_again() -> None:
    assert len(_cells(("1", "a", "b", "c", "d"), HEADINGS, ("(1)", "(2)", "(3)", "(4)", "(5)"))) == 1


def test_a_row_whose_borders_were_dragged() -> None:
    source = table(
        ("TT", ("Nhiệm vụ", 2), "Sản phẩm", ("Chủ trì", 2), "Thời gian"), (("1", 2), "a", "b", "c", ("d", 2))
    )
    heading = heading_of(source)
    assert heading is not None
    assert [made.cells for _, made in body_rows(source, heading, heading.rows)] == [("1", "a", "b", "c", "d")]


def test_cells_merged_downwards() -> None:
    assert _cells(("1", "a", "b", "c", "d"), (None, None, "e", None, "f")) == [
        ("1", "a", "b", "c", "d"),
        (None, None, "e", None, "f"),
    ]


def test_a_merge_that_begins_nowhere_is_an_empty_cell() -> None:
    assert _cells((None, "a", "b", "c", "d")) == [("", "a", "b", "c", "d")]
    assert _cells((("I. ĐIỀU HÀNH", 5),), ("1", "a", None, "c", "d"))[1] == ("1", "a", "", "c", "d")


def test_a_row_of_nothing_but_merged_cells_is_no_row() -> None:
    assert len(_cells(("1", "a", "b", "c", "d"), (None, None, None, None, None))) == 1


def test_a_cell_over_several_columns_stands_in_its_first() -> None:
    assert _cells(("1", "a", ("b", 2), "d")) == [("1", "a", "b", "", "d")]


def test_missing_and_surplus_cells() -> None:
    assert _cells(("1", "a", "b")) == [("1", "a", "b", "", "")]
    assert _cells(("1", "a", "b", "c", "d", "e", "f")) == [("1", "a", "b", "c", "d")]


@pytest.mark.parametrize(
    ("drawn", "ordinal", "text"),
    [
        ((("I. CẢI CÁCH THỂ CHẾ", 5),), "I.", "CẢI CÁCH THỂ CHẾ"),
        ((("CẢI CÁCH THỂ CHẾ", 5),), "", "CẢI CÁCH THỂ CHẾ"),
        (("I", ("CẢI CÁCH\nTHỂ CHẾ", 4)), "I", "CẢI CÁCH THỂ CHẾ"),
        (("II.", "Cải cách thể chế", "", "", ""), "II.", "Cải cách thể chế"),
        (("A", "Phần chung", "", "", ""), "A", "Phần chung"),
        (("1", ("Cải cách thể chế", 4)), "1", "Cải cách thể chế"),
        ((("Cải cách thể chế", 4), ""), "", "Cải cách thể chế"),
        (("III. TÀI CHÍNH CÔNG", "", "", "", ""), "III.", "TÀI CHÍNH CÔNG"),
        ((("1.2. Cải cách thể chế", 5),), "1.2.", "Cải cách thể chế"),
    ],
)
def test_sections(drawn: tuple[Drawn, ...], ordinal: str, text: str) -> None:
    assert _sections(drawn) == [(ordinal, text)]


@pytest.mark.parametrize(
    "drawn",
    [("1", "Việc", "", "", ""), ("", "Việc", "", "", ""), ("1", "", "", "", ""), ("I", "Việc", "Báo cáo", "", "")],
)
def test_items_that_say_little(drawn: tuple[Drawn, ...]) -> None:
    assert _sections(drawn) == []
    assert len(_cells(drawn)) == 1


def test_text_outside_the_columns() -> None:
    source = table(HEADINGS, ("1", "a", "b", "c", "d", "e", "", "f"), ("1", "a", "b", "c", "d"))
    heading = heading_of(source)
    assert heading is not None
    assert [text_outside(one, heading.columns) for one in source.rows] == ["", "e f", ""]
