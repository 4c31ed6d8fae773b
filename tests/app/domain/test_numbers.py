"""Thousands are parted by dots."""

from app.domain.numbers import whole_text


def test_thousands_are_parted_by_dots() -> None:
    assert [whole_text(number) for number in (0, 999, 20_000, -1_234_567)] == ["0", "999", "20.000", "-1.234.567"]
