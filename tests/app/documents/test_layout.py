"""The shipped layout keeps to the decree."""

import json

import pytest

from app.documents.layout import LAYOUT_FILE, layout
from app.documents.model import Style
from app.domain.errors import Refused

ALLOWED = json.loads(LAYOUT_FILE.read_text(encoding="utf-8"))["allowed"]


def test_every_style_has_a_layout() -> None:
    assert set(layout().styles) == set(Style)


def test_the_source_names_number_and_date() -> None:
    assert layout().source == "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục I"


@pytest.mark.parametrize("landscape", [False, True])
def test_margins_are_inside_the_allowed_ranges(landscape: bool) -> None:
    page = layout().page("A4", landscape)
    for side, (least, most) in ALLOWED["landscape" if landscape else "portrait"].items():
        assert least <= getattr(page, side) <= most


@pytest.mark.parametrize("name", ALLOWED["elements"])
def test_elements_look_as_the_decree_wants_them(name: str) -> None:
    look, rule = layout().styles[Style(name)], ALLOWED["elements"][name]
    least, most = rule["size"]
    assert least <= look.size <= most
    assert (look.bold, look.italic, look.capitals) == (rule["bold"], rule["italic"], rule["capitals"])
    assert look.align == rule["align"]


def test_lines_below_elements_have_an_allowed_length() -> None:
    assert {style.value for style in layout().lines} == set(ALLOWED["lines"])
    for style, share in layout().lines.items():
        least, most = ALLOWED["lines"][style.value]
        assert least <= share <= most


def test_text_paragraphs_have_allowed_spaces() -> None:
    text = [look for look in layout().styles.values() if look.align == "justify"]
    least, most = ALLOWED["line_spacing"]
    for look in text:
        assert look.first_line in ALLOWED["first_line"]
        assert look.before + look.after >= ALLOWED["least_between_paragraphs"]
        assert least <= look.spacing <= most


def test_the_page_number_has_an_allowed_size() -> None:
    least, most = ALLOWED["page_number"]["size"]
    assert least <= layout().page_number_size <= most


def test_landscape_turns_the_sheet() -> None:
    page = layout().page("A4", landscape=True)
    assert (page.width, page.height) == (297, 210)
    assert page.printable_width == 297 - page.left - page.right


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(Refused, match="no_such_paper"):
        layout().page("B5", landscape=True)


def test_capitals_keep_vietnamese_letters() -> None:
    assert layout().styles[Style.APPENDIX_TITLE].drawn("Cải cách thể chế") == "CẢI CÁCH THỂ CHẾ"
    assert layout().styles[Style.TABLE_CELL].drawn("Cải cách") == "Cải cách"
