"""Vietnamese text: cleaning, folding, order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import clean_cell, clean_line, fold, nfc, sort_key, with_marks


def test_cleaning_a_cell_keeps_lines_and_nothing_else() -> None:
    typed = "  Rà\u00a0soát \t văn  bản \r\n\u200b- Quý I;\v tiếp\x07\n\n"
    assert clean_cell(typed) == "Rà soát văn bản\n- Quý I;\ntiếp"


def test_cleaning_composes_letters() -> None:
    assert clean_cell(unicodedata.normalize("NFD", "Đổi mới")) == "Đổi mới"


def test_cleaning_composes_letters_that_a_dropped_character_kept_apart() -> None:
    assert clean_cell("e\u200b\u0301\x00") == "é"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_cell(clean_cell(text)) == clean_cell(text)
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("CẢI CÁCH Hành chính", "cai cach hanh chinh"), ("Đối thoại", "doi thoai"), ("hoá", "hoa"), ("hóa", "hoa")],
)
def test_folding_takes_all_marks(text: str, folded: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFD", text)) == folded


def test_folding_keeps_positions() -> None:
    text = "Ủy ban\nnhân dân xã Đồng Lạc, quý I"
    assert len(fold(text)) == len(text)
    assert text[fold(text).index("dong") :].startswith("Đồng")


def test_exact_comparison_knows_both_tone_places_and_keeps_marks() -> None:
    assert with_marks("Hoà, THUỶ") == with_marks("hòa, thủy")
    assert with_marks("hoa") != with_marks("hoá")


def _sorted(*texts: str) -> list[str]:
    """In order, whatever order they came in."""
    backwards = list(reversed(texts))
    backwards.sort(key=sort_key)
    return backwards


def test_order_is_vietnamese_then_tone_then_case() -> None:
    ordered = ["an", "ăn", "ân", "ba", "da", "đa", "ma", "mà", "mả", "mã", "má", "mạ", "oa", "ôm", "ơn", "uy", "ưa"]
    assert _sorted(*ordered) == ordered


def test_tones_count_only_between_equal_letters() -> None:
    assert sorted(["má b", "ma c"], key=sort_key) == ["má b", "ma c"]


def test_numbers_count_by_value() -> None:
    ordered = ["1.2", "1.10", "Phụ lục 9", "Phụ lục 10"]
    assert _sorted(*ordered) == ordered


@given(st.lists(st.text()))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    ordered = sorted(texts, key=sort_key)
    assert sorted(ordered, key=sort_key) == ordered
    assert all(nfc(text) == nfc(nfc(text)) for text in texts)


def test_a_number_of_thousands_of_digits_has_a_place_too() -> None:
    assert sort_key("9" * 5_000) > sort_key("8")
