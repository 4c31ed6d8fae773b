"""Percentages as offices print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures import percent_text


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (11, 49, "22,45%"),
        (0, 7, "0,00%"),
        (7, 7, "100,00%"),
        (1, 3, "33,33%"),
        (2, 3, "66,67%"),
        (1, 800, "0,13%"),
        (0, 0, "-"),
    ],
)
def test_two_decimals_with_a_comma(part: int, whole: int, words: str) -> None:
    assert percent_text(part, whole) == words


@given(st.integers(1, 10_000), st.data())
def test_a_share_lies_within_half_a_hundredth(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    shown = float(percent_text(part, whole).removesuffix("%").replace(",", "."))
    assert abs(shown - 100 * part / whole) <= 0.005 + 1e-9
