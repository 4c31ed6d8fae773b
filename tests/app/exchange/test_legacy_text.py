"""Text in fonts from before Unicode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import legacy_text
from app.exchange.legacy_text import convert, is_legacy_font, looks_legacy

_CODES = {letter: code for letter, code, _ in legacy_text._rows() if code}
_LETTERS = "".join(_CODES) + "abcdeghiklmnopqrstuvxyABCDEGH 0123456789.,;:-()\n"


def _encoded(text: str) -> str:
    return "".join(_CODES.get(letter, letter) for letter in text)


def test_tcvn3_becomes_unicode() -> None:
    assert convert("§¶ng uû, c«ng chøc ®\u00adîc h\u00adíng", ".VnTime") == ("Đảng uỷ, công chức được hướng", False)


def test_a_capital_font_draws_lower_case_codes_as_capitals() -> None:
    assert convert("ñy ban nh©n d©n", ".VnTimeH") == ("ỦY BAN NHÂN DÂN", False)
    assert convert("ñy ban nh©n d©n", ".vnarialh")[0] == "ỦY BAN NHÂN DÂN"


def test_vni_becomes_unicode() -> None:
    text, lost = convert("Uûy ban nhaân daân höôùng daãn caûi caùch, ÑÖÔÏC duyeät", "VNI-Times")
    assert (text, lost) == ("Ủy ban nhân dân hướng dẫn cải cách, ĐƯỢC duyệt", False)


@pytest.mark.parametrize("text", ["®îc", "l¬ng", "nh thÕ", "nhng"])
def test_a_lost_letter_is_noticed(text: str) -> None:
    assert convert(text, ".VnTime")[1]


@pytest.mark.parametrize("text", ["sím", "lín lªn", "thêi h¹n", "®\u00adîc", "tr\u00adëng phßng", "th.s", "ngµy"])
def test_a_whole_text_is_not_suspected(text: str) -> None:
    assert not convert(text, ".VnTime")[1]


@given(st.text(alphabet=_LETTERS))
def test_tcvn3_round_trip(text: str) -> None:
    assert convert(_encoded(text), ".VnTime")[0] == text


@given(st.text(), st.sampled_from(["Times New Roman", "Arial", "", "Vni", "VnTime", "Cambria"]))
def test_text_in_a_unicode_font_never_changes(text: str, font: str) -> None:
    assert not is_legacy_font(font)
    assert convert(text, font) == (text, False)


@given(st.text(alphabet=_LETTERS))
def test_nothing_is_converted_twice(text: str) -> None:
    once = convert(_encoded(text + "ệ"), ".VnTime")[0]
    assert convert(once, ".VnTime") == (once, False)


def test_unconverted_text_is_recognised_for_a_warning_only() -> None:
    assert looks_legacy("§¶ng uû, c«ng chøc ®\u00adîc h\u00adíng")
    assert not looks_legacy("Đảng ủy, công chức được hưởng")
    assert not looks_legacy("25 °C ± 3 µm, café à la carte")
