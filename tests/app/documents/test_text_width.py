"""The table of widths agrees with the font that is embedded."""

import pytest
from reportlab.pdfbase import pdfmetrics

from app.documents.text_width import MM_PER_POINT, text_width
from app.exchange.fonts import font_family, vietnamese_letters


@pytest.mark.parametrize("bold", [False, True])
def test_letters_are_as_wide_as_in_the_font(bold: bool) -> None:
    face = font_family().face(bold, italic=False)
    for letter in sorted(vietnamese_letters()) + list("0123456789 .,;:-–…()/%&"):
        exact = pdfmetrics.stringWidth(letter, face, 13) * MM_PER_POINT
        assert text_width(letter, 13, bold) == pytest.approx(exact, abs=0.02), letter


def test_an_unknown_sign_counts_as_wide() -> None:
    assert text_width("漢", 10) == pytest.approx(10 * MM_PER_POINT)
