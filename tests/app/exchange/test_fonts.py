"""The type for paper is found, complete and embeddable."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics

from app.domain.errors import MachineTrouble, Refused
from app.exchange import fonts


@pytest.fixture
def fresh() -> Iterator[None]:
    """The search is done anew in the test and after it."""
    fonts._fonts.cache_clear()
    yield
    fonts._fonts.cache_clear()


def test_every_vowel_has_its_six_tones_and_capitals() -> None:
    letters = fonts.vietnamese_letters()
    assert len([letter for letter in letters if letter.islower()]) == 12 * 6 + 17
    assert {"ữ", "Ữ", "đ", "Đ", "ặ", "Ậ"} <= letters


def test_all_four_faces_have_every_letter() -> None:
    family = fonts.font_family()
    for name in (family.regular, family.bold, family.italic, family.bold_italic):
        known = pdfmetrics.getFont(name).face.charToGlyph
        assert all(ord(letter) in known for letter in fonts.vietnamese_letters())


def test_faces_are_told_apart() -> None:
    family = fonts.font_family()
    assert family.face(bold=True, italic=False) == family.bold
    assert family.face(bold=False, italic=True) == family.italic
    assert family.face(bold=True, italic=True) == family.bold_italic
    assert family.face(bold=False, italic=False) == family.regular


def test_the_family_has_the_widths_of_times() -> None:
    family = fonts.font_family()
    assert family.name in ("Times New Roman", "Liberation Serif")
    assert pdfmetrics.stringWidth("Hello", family.regular, 100) == pytest.approx(
        pdfmetrics.stringWidth("Hello", "Times-Roman", 100), abs=0.2
    )


def test_times_new_roman_comes_first() -> None:
    assert fonts.font_folders()[0][1][0] == "times.ttf"


@pytest.mark.usefixtures("fresh")
def test_a_pc_without_any_font_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "font_folders", lambda: [])
    with pytest.raises(MachineTrouble, match="no_font"):
        fonts.font_files()


@pytest.mark.usefixtures("fresh")
def test_damaged_and_incomplete_families_are_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    good = fonts.font_files()
    fonts._fonts.cache_clear()
    broken = tmp_path / "broken"
    broken.mkdir()
    for file in good:
        (broken / file.name).write_bytes(b"no font")
    names = tuple(file.name for file in good)
    partial = (names[0], "missing.ttf", *names[2:])
    monkeypatch.setattr(
        fonts, "font_folders", lambda: [(broken, names), (good[0].parent, partial), (good[0].parent, names)]
    )
    assert fonts.font_files() == good


@pytest.mark.usefixtures("fresh")
def test_a_family_that_lacks_letters_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "vietnamese_letters", lambda: frozenset({"漢"}))
    with pytest.raises(MachineTrouble, match="no_font"):
        fonts.font_files()


def test_a_sign_that_no_font_has_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_sign_files", list)
    fonts.face_for_sign.cache_clear()
    with pytest.raises(Refused, match="sign_missing"):
        fonts.face_for_sign("☑")
    fonts.face_for_sign.cache_clear()
