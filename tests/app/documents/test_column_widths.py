"""How the paper's width is shared out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.column_widths import ColumnText, column_widths
from app.documents.text_width import text_width

SIZE, PADDING, TOTAL = 13.0, 1.5, 262.0
LONG = "Rà soát, sửa đổi, bổ sung các quy định còn chồng chéo, vướng mắc trên địa bàn " * 3


def widths(*columns: ColumnText, total: float = TOTAL) -> tuple[float, ...]:
    return column_widths(columns, total, SIZE, PADDING)


cell = st.text(alphabet="aăđê ưn\n", max_size=60)
column = st.builds(
    ColumnText,
    heading=st.text(alphabet="Nội dung", max_size=20),
    cells=st.lists(cell, min_size=3, max_size=3),
    width=st.none() | st.floats(5, 200),
    narrow=st.booleans(),
)


@given(st.lists(column, min_size=1, max_size=12))
def test_the_widths_fill_the_paper_exactly(columns: list[ColumnText]) -> None:
    shared = widths(*columns)
    assert sum(shared) == pytest.approx(TOTAL)
    assert all(width > 0 for width in shared)


def test_no_word_breaks_while_the_paper_allows() -> None:
    word = "nghiêngnghiêng"
    shared = widths(ColumnText("Việc", [LONG]), ColumnText("Kết quả", [word]), ColumnText("TT", ["1.10."], narrow=True))
    assert shared[1] >= text_width(word, SIZE) + 2 * PADDING
    assert shared[2] >= text_width("1.10.", SIZE) + 2 * PADDING


def test_the_longer_text_gets_the_wider_column() -> None:
    shared = widths(ColumnText("Việc", [LONG] * 5), ColumnText("Kết quả", ["Báo cáo"] * 5))
    assert shared[0] > 2 * shared[1]


def test_ordinals_stay_narrow_and_hold_the_ordinals_of_sections() -> None:
    shared = widths(ColumnText("TT", ["1"], narrow=True, bold_words=["XVIII"]), ColumnText("Việc", [LONG]))
    assert text_width("XVIII", SIZE, bold=True) + 2 * PADDING <= shared[0] < 25


def test_a_heading_of_many_words_takes_few_lines() -> None:
    shared = widths(ColumnText("Việc", [LONG]), ColumnText("Công chức được giao chủ trì tham mưu", ["Lan"]))
    assert shared[1] >= text_width("Công chức được giao chủ trì tham mưu", SIZE, bold=True) / 3


def test_given_widths_keep_their_proportion() -> None:
    shared = widths(ColumnText("A", [""], width=100), ColumnText("B", [""], width=31))
    assert shared == pytest.approx((200.0, 62.0))


def test_one_endless_word_does_not_take_the_whole_paper() -> None:
    shared = widths(ColumnText("Địa chỉ", ["h" * 500]), ColumnText("Việc", [LONG]))
    assert shared[1] > TOTAL / 4


def test_more_columns_than_fit_still_fill_the_paper() -> None:
    shared = widths(*[ColumnText("nghiêngnghiêngnghiêng", ["x"])] * 20)
    assert sum(shared) == pytest.approx(TOTAL)
