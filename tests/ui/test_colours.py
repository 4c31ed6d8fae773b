"""What is written can be read on what it is written on."""

import re

import pytest

from app.paths import RESOURCES
from ui.colours import HIGH_CONTRAST, PAIRS, USUAL

LEAST = 7.0
"""WCAG 2.2, success criterion 1.4.6 (contrast enhanced), for text of any size."""
FAINT = {
    ("disabled", "card"),
    ("quiet", "desk"),
    ("quiet", "selected"),
    ("good", "warn_soft"),
    ("warn", "warn_soft"),
    ("warn", "card"),
}
"""Pairs that the usual colours keep softer: what cannot be used, and signs with words beside them."""


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_high_contrast_is_at_least_seven_to_one(pair: tuple[str, str]) -> None:
    assert contrast(*(HIGH_CONTRAST[name] for name in pair)) >= LEAST


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair not in FAINT], ids="-".join)
def test_usual_colours_can_be_read(pair: tuple[str, str]) -> None:
    assert contrast(*(USUAL[name] for name in pair)) >= 4.5


def test_grid_lines_and_frames_stand_out() -> None:
    for ground in ("page", "card", "head", "section", "selected"):
        for line in ("line_strong", "primary"):
            assert contrast(HIGH_CONTRAST[line], HIGH_CONTRAST[ground]) >= LEAST


def test_both_sets_name_the_same_things() -> None:
    assert set(USUAL) == set(HIGH_CONTRAST)
    assert {name for pair in PAIRS for name in pair} <= set(USUAL)


def test_the_style_sheets_have_no_colours_of_their_own() -> None:
    for sheet in (RESOURCES / "styles").glob("*.qss"):
        words = re.sub(r"#[A-Za-z]\w*(?=[\s,:{\[])", "", sheet.read_text(encoding="utf-8"))
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:white|black)\b", words), sheet.name
