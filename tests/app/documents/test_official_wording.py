from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.official_wording import closed, ended, number_and_symbol, place_and_date
from app.domain.official import OfficialDocument, PartialDate

DOCUMENT = OfficialDocument(
    "BC", ("UBND xã",), "Thử", number="5", symbol="BC-UBND", place="Sông Mơ", day=PartialDate(2031, 3, 8)
)
ROOM = "\u00a0" * 5


def test_the_number_gets_its_zero() -> None:
    assert number_and_symbol(DOCUMENT) == "Số: 05/BC-UBND"


def test_an_open_number_leaves_room_that_no_line_breaks_at() -> None:
    assert number_and_symbol(replace(DOCUMENT, number="")) == f"Số: {ROOM}/BC-UBND"
    assert number_and_symbol(replace(DOCUMENT, number="", symbol="")) == ""


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (PartialDate(2031, 3, 8), "Sông Mơ, ngày 08 tháng 3 năm 2031"),
        (PartialDate(2031, 2, 28), "Sông Mơ, ngày 28 tháng 02 năm 2031"),
        (PartialDate(2031, 12), f"Sông Mơ, ngày {ROOM} tháng 12 năm 2031"),
        (PartialDate(2031), f"Sông Mơ, ngày {ROOM} tháng {ROOM} năm 2031"),
    ],
)
def test_place_and_date(day: PartialDate, wanted: str) -> None:
    assert place_and_date(replace(DOCUMENT, day=day)) == wanted


def test_without_place_or_day() -> None:
    assert place_and_date(replace(DOCUMENT, place="")) == "ngày 08 tháng 3 năm 2031"
    assert place_and_date(replace(DOCUMENT, place="", day=PartialDate())) == ""


def test_lists_are_closed_line_by_line() -> None:
    assert list(closed(("Như trên;", "- Sở Nội vụ", "Lưu: VT."), "- ")) == ["- Như trên;", "- Sở Nội vụ;", "- Lưu: VT."]
    assert list(closed(())) == []


@given(st.text("ab ;.,/", max_size=20))
def test_the_end_of_a_text_is_never_doubled(words: str) -> None:
    assert ended(words).endswith("./.")
    assert ended(ended(words)) == ended(words)
