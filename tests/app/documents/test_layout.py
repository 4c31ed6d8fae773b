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


@pytest.mark.parametrize("name", [name for name in ALLOWED["sizes"] if name != "page_number"])
def test_sizes_are_inside_the_allowed_ranges(name: str) -> None:
    least, most = ALLOWED["sizes"][name]
    assert least <= layout().styles[Style(name)].size <= most


def test_the_page_number_has_an_allowed_size() -> None:
    least, most = ALLOWED["sizes"]["page_number"]
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
