from hypothesis import given
from hypothesis import strategies as st

from app.exchange.fonts import font_family
from app.exchange.pdf_lines import Piece, TextLine, text_lines
from app.exchange.pdf_text import Type

PLAIN = Type(font_family().regular, 14, 18)
BOLD = Type(font_family().bold, 14, 18)
WORDS = st.lists(st.text("ăbcđ", min_size=1, max_size=9), min_size=1, max_size=60)


def said(line: TextLine) -> str:
    return " ".join(text for text, _, _ in line.segments)


@given(WORDS, st.integers(0, 60))
def test_nothing_is_lost_and_nothing_is_too_wide(words: list[str], cut: int) -> None:
    text = " ".join(words)
    lines = text_lines([Piece(text[:cut], PLAIN), Piece(text[cut:], BOLD)], 200, 36, justified=True)
    assert "".join(said(line) for line in lines).replace(" ", "") == "".join(words)
    assert all(line.width <= 200 + 0.01 for line in lines)
    assert lines[0].width <= 200 - 36 + 0.01
    assert lines[-1].stretch == 0


@given(WORDS)
def test_full_lines_reach_the_margin(words: list[str]) -> None:
    lines = text_lines([Piece(" ".join(words), PLAIN)], 200, 36, justified=True)
    for number, line in enumerate(lines[:-1]):
        gaps = said(line).count(" ")
        if gaps:
            reached = line.width + gaps * line.stretch + (36 if number == 0 else 0)
            assert abs(reached - 200) < 0.01


def test_the_first_line_is_moved_in() -> None:
    first, second = text_lines([Piece("một hai ba bốn năm sáu bảy tám chín mười", PLAIN)], 150, 36, justified=False)[:2]
    assert first.segments[0].x == 36
    assert second.segments[0].x == 0


def test_a_change_of_face_inside_a_word_leaves_no_blank() -> None:
    (line,) = text_lines([Piece("mục (xem", PLAIN), Piece("phụ", BOLD), Piece(") sau", PLAIN)], 400, 0, justified=True)
    texts = [segment.text for segment in line.segments]
    assert texts == ["mục (xem", "phụ", ") sau"]
    before, bold, _ = line.segments
    assert abs(before.x + PLAIN.width(before.text) - bold.x) < 0.01


def test_a_change_of_face_between_words_keeps_the_blank() -> None:
    (line,) = text_lines([Piece("tổng ", PLAIN), Piece("49", BOLD), Piece(" việc", PLAIN)], 400, 0, justified=False)
    first, second, _ = line.segments
    assert abs(second.x - first.x - PLAIN.width("tổng ")) < 0.01


def test_a_line_break_in_the_text_begins_a_line_that_is_not_stretched() -> None:
    lines = text_lines([Piece("một hai\nba", PLAIN)], 400, 36, justified=True)
    assert [said(line) for line in lines] == ["một hai", "ba"]
    assert [line.stretch for line in lines] == [0, 0]
    assert [line.segments[0].x for line in lines] == [36, 0]


def test_an_empty_text_has_one_empty_line() -> None:
    assert text_lines([Piece("", PLAIN)], 100, 0, justified=True) == [TextLine((), 0, 0)]


def test_a_word_wider_than_the_line_is_broken() -> None:
    lines = text_lines([Piece("w" * 100, PLAIN)], 100, 0, justified=True)
    assert "".join(said(line) for line in lines) == "w" * 100
    assert all(line.width <= 100 for line in lines)


def test_a_blank_that_may_not_break_is_kept() -> None:
    (line,) = text_lines([Piece("Số: \u00a0\u00a0/KH", PLAIN)], 400, 0, justified=False)
    assert said(line) == "Số: \u00a0\u00a0/KH"
