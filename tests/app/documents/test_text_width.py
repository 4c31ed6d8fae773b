"""The table of widths agrees with the font that is embedded."""

import pytest
from reportlab.pdfbase import pdfmetrics

from app.documents.text_width import MM_PER_POINT, balanced, text_width
from app.exchange.fonts import font_family, vietnamese_letters


@pytest.mark.parametrize("bold", [False, True])
def test_letters_are_as_wide_as_in_the_font(bold: bool) -> None:
    face = font_family().face(bold, italic=False)
    for letter in sorted(vietnamese_letters()) + list("0123456789 .,;:-–…()/%&"):
        exact = pdfmetrics.stringWidth(letter, face, 13) * MM_PER_POINT
        assert text_width(letter, 13, bold) == pytest.approx(exact, abs=0.02), letter


def test_an_unknown_sign_counts_as_wide() -> None:
    assert text_width("漢", 10) == pytest.approx(10 * MM_PER_POINT)


def test_balanced_lines_keep_the_words_and_the_fewest_lines() -> None:
    words = "Công tác cải cách hành chính quý I và phương hướng, nhiệm vụ quý II năm 2031"
    lines = balanced(words, words, 14, True, 160).split("\n")
    assert " ".join(lines) == words
    widths = [text_width(line, 14, True) for line in lines]
    assert len(lines) == 2
    assert min(widths) > 0.6 * max(widths)
    assert max(widths) <= 160


def test_lines_do_not_break_within_what_is_read_as_one() -> None:
    words = "Về việc ban hành Kế hoạch cải cách hành chính trên địa bàn xã Sông Mơ năm 2031"
    first, second = balanced(words, words, 14, True, 120).split("\n")
    assert first.endswith("cải cách hành chính") and second.startswith("trên địa bàn")
    drawn = words.upper()
    assert balanced(drawn, words, 14, True, 150).split("\n")[0].endswith(("hành chính", "Kế hoạch"))
    assert balanced("cải cách hành chính", "cải cách hành chính", 14, True, 20) == "cải cách\nhành\nchính"


def test_balancing_measures_what_is_drawn_and_keeps_what_is_written() -> None:
    assert balanced("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội", 12, True, 40) == "Phòng Văn\nhóa - Xã hội"
    assert balanced("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội", 12, True, 60) == "Phòng Văn hóa - Xã hội"


def test_balancing_leaves_short_and_broken_texts_alone() -> None:
    assert balanced("Ngắn", "Ngắn", 14, False, 160) == "Ngắn"
    assert balanced("Một\nhai", "Một\nhai", 14, False, 160) == "Một\nhai"
    assert balanced("", "", 14, False, 160) == ""
    assert balanced("w" * 200, "w" * 200, 14, False, 160) == "w" * 200
