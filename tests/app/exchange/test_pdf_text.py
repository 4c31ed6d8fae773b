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


def test_odd_signs_become_ones_that_can_be_drawn(regular: Type) -> None:
    assert regular.wrap("\uf0b7 Công\u00ad khai\u200b một\u2011cửa", 400) == ["• Công khai một-cửa"]


def test_a_line_is_cut_where_another_face_helps_out(regular: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.exchange.pdf_text.face_for_sign", lambda _sign: font_family().bold)
    lines = regular.wrap("Đạt 漢 rồi", 400)
    assert lines == ["Đạt 漢 rồi"]
    assert regular.pieces(lines[0]) == [
        (font_family().regular, "Đạt "),
        (font_family().bold, "漢"),
        (font_family().regular, " rồi"),
    ]
