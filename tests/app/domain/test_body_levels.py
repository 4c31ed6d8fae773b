"""Ordinals of paragraphs."""

import pytest

from app.domain.body import Level
from app.domain.body_levels import ordinal_of


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
