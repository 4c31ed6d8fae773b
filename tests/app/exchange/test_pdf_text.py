"""Breaking text into lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.fonts import font_family
from app.exchange.pdf_text import Type


@pytest.fixture(scope="module")
def regular() -> Type:
    return Type(font_family().regular, 13, 15)


words = st.text(alphabet="aăâđêộỹ -/.\n1", max_size=200)


@given(words, st.floats(20, 400))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    type_ = Type(font_family().regular, 13, 15)
    lines = type_.wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(type_.width(line) <= width + 0.01 for line in lines)


@given(words)
def test_words_break_only_where_they_alone_are_too_wide(text: str) -> None:
    type_ = Type(font_family().regular, 13, 15)
    width = max([50.0, *(type_.width(word) for word in text.split())])
    assert " ".join(type_.wrap(text, width)).split() == text.split()


def test_lines_of_the_text_stay_apart(regular: Type) -> None:
    assert regular.wrap("- một\n\n- hai", 400) == ["- một", "", "- hai"]


def test_empty_text_has_one_empty_line(regular: Type) -> None:
    assert regular.wrap("", 100) == [""]


def test_a_word_wider_than_the_line_is_broken_by_letters(regular: Type) -> None:
    lines = regular.wrap("xem " + "m" * 30 + " nhé", 100)
    assert lines[0] == "xem"
    assert "".join(lines[1:]) == "m" * 30 + " nhé"


def test_not_even_one_letter_fits(regular: Type) -> None:
    assert regular.wrap("mm", 1) == ["m", "m"]


def test_taken_apart_letters_are_put_together(regular: Type) -> None:
    assert regular.wrap(unicodedata.normalize("NFD", "Hoằng Hóa"), 400) == ["Hoằng Hóa"]
