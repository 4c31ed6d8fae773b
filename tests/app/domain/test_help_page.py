"""Pages of the help read from their spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.help_page import Grid, Heading, Item, Note, Picture, Span, Words, lines_of, parse_page, spans_of

SOURCE = """# Sao lưu

Mở **Tệp** rồi bấm `Ctrl+S`, xem [Bắt đầu](bat-dau).

## Các bước
1. Cắm USB
   vào máy.
2. Bấm **Lưu**.

- Một ý

> Nhớ kỹ.

| Phím | Lệnh |
|---|---|
| `F1` | Hướng dẫn |

![Một hình](hinh-mot)
"""


def test_every_kind_of_block_is_read() -> None:
    page = parse_page("sao-luu", SOURCE)
    assert page.title == "Sao lưu"
    assert page.blocks == (
        Words(
            (
                Span("Mở "), Span("Tệp", is_name=True), Span(" rồi bấm "), Span("Ctrl+S", is_key=True), Span(", xem "),
                Span("Bắt đầu", topic="bat-dau"), Span("."),
            )
        ),
        Heading("Các bước"),
        Item("1.", (Span("Cắm USB vào máy."),)),
        Item("2.", (Span("Bấm "), Span("Lưu", is_name=True), Span("."))),
        Item("-", (Span("Một ý"),)),
        Note((Span("Nhớ kỹ."),)),
        Grid((((Span("Phím"),), (Span("Lệnh"),)), ((Span("F1", is_key=True),), (Span("Hướng dẫn"),))), True),
        Picture("hinh-mot", "Một hình"),
    )  # fmt: skip


def test_what_is_searched_holds_captions_and_tables() -> None:
    lines = [line for block in parse_page("x", SOURCE).blocks for line in lines_of(block)]
    assert "F1: Hướng dẫn" in lines
    assert "Một hình" in lines
    assert "Các bước" in lines


def test_a_page_needs_a_title() -> None:
    with pytest.raises(ValueError, match="no title"):
        parse_page("x", "Không có tên")


@given(st.text(alphabet="ab *`[]()-", max_size=40))
def test_no_word_is_lost_between_the_signs(words: str) -> None:
    kept = "".join(span.words for span in spans_of(words))
    assert [sign for sign in kept if sign in "ab "] == [sign for sign in words if sign in "ab "] or "](" in words
