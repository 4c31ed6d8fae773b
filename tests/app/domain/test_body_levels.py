"""Ordinals of paragraphs."""

import pytest

from app.domain.body import Level
from app.domain.body_levels import ordinal_after, ordinal_of, without_ordinal


@pytest.mark.parametrize(
    ("text", "level", "ordinal"),
    [
        ("I. MỤC ĐÍCH", Level.PART, "I."),
        ("IV. TỔ CHỨC", Level.PART, "IV."),
        ("1. Mục đích", Level.ITEM, "1."),
        ("1.2. Một câu", Level.ITEM, "1.2."),
        ("2.1 Một câu", Level.ITEM, "2.1"),
        ("a) Một câu", Level.POINT, "a)"),
        ("đ) Một câu", Level.POINT, "đ)"),
        ("- Một câu", Level.DASH, "-"),
        ("+ Một câu", Level.DASH, "+"),
        ("Điều 1. Ban hành", Level.ARTICLE, "Điều 1."),
        ("- 2025 của xã", Level.PLAIN, ""),
        ("2024. Ủy ban nhân dân xã", Level.PLAIN, ""),
        ("98,5% hồ sơ", Level.PLAIN, ""),
        ("1.500 hồ sơ", Level.PLAIN, ""),
        ("05 cuộc đối thoại", Level.PLAIN, ""),
        ("Một câu", Level.PLAIN, ""),
        ("", Level.PLAIN, ""),
    ],
)
def test_levels(text: str, level: Level, ordinal: str) -> None:
    assert ordinal_of(text) == (level, ordinal)


LINES = ["I. MỤC TIÊU", "1. Chung", "a) Một", "- Việc", "Lời", "1.2. Sâu", "II. VIỆC"]


@pytest.mark.parametrize(
    ("count", "level", "ordinal"),
    [
        (0, Level.PART, "I."),
        (7, Level.PART, "III."),
        (1, Level.ITEM, "1."),
        (5, Level.ITEM, "2."),
        (6, Level.ITEM, "1.3."),
        (7, Level.ITEM, "1."),
        (5, Level.POINT, "b)"),
        (2, Level.POINT, "a)"),
        (4, Level.DASH, "-"),
    ],
)
def test_it_counts_on_within_what_stands_above(count: int, level: Level, ordinal: str) -> None:
    assert ordinal_after(LINES[:count], level) == ordinal


def test_points_go_by_the_vietnamese_alphabet() -> None:
    assert [ordinal_after([f"{letter}) Một"], Level.POINT) for letter in "dđe"] == ["đ)", "e)", "g)"]


def test_words_lose_their_ordinal() -> None:
    assert [without_ordinal(words) for words in ("1.2. Sâu", "- Việc", "Lời")] == ["Sâu", "Việc", "Lời"]
