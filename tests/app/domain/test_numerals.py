"""Roman numerals."""

import pytest

from app.domain.numerals import roman


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (399, "CCCXCIX"), (2026, "MMXXVI")],
)
def test_roman(number: int, letters: str) -> None:
    assert roman(number) == letters


def test_every_number_has_its_own_letters() -> None:
    assert len({roman(number) for number in range(1, 4000)}) == 3999
