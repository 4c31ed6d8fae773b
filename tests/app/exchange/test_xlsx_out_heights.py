import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.xlsx_out_heights import HIGHEST_ROW, height_of, lines_needed, widest, width_for_highest

SIZE = 13.0


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 30, 1), ("Quý I", 30, 1), ("a\nb\nc", 30, 3), ("từ " * 30, 60, 3), ("W" * 50, 40, 6), ("a\n\nb", 30, 3)],
)
def test_lines_are_counted_as_excel_wraps_them(text: str, width: float, lines: int) -> None:
    assert lines_needed(text, width, SIZE) == lines


@given(st.text(), st.floats(3, 300), st.booleans())
def test_there_is_at_least_a_line_for_each_line_of_the_text(text: str, width: float, bold: bool) -> None:
    assert lines_needed(text, width, SIZE, bold) >= text.count("\n") + 1


@given(st.text(), st.floats(5, 100))
def test_a_wider_column_never_needs_many_more_lines(text: str, width: float) -> None:
    assert lines_needed(text, width * 2, SIZE) <= lines_needed(text, width, SIZE)


def test_no_row_is_higher_than_excel_allows() -> None:
    assert height_of(1000, SIZE) == HIGHEST_ROW
    assert height_of(1, SIZE) < 22


def test_a_column_widens_only_for_texts_that_are_too_high() -> None:
    assert widest(["ngắn", "từ " * 50], 60, SIZE, 180) == 60
    wide = widest(["ngắn", "từ " * 700], 60, SIZE, 180)
    assert 60 < wide < 180
    assert height_of(lines_needed("từ " * 700, wide, SIZE), SIZE) < HIGHEST_ROW
    assert width_for_highest("từ " * 7000, 60, SIZE, 180) == 180
