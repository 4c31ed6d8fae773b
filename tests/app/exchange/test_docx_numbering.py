"""Numbers and bullets that Word draws."""

import pytest
from lxml import etree

from app.exchange.docx_numbering import Numbering
from tests.app.exchange.word_files import level, numbering

_VIETNAMESE = '<w:rPr><w:lang w:val="vi-VN"/></w:rPr>'


def _lists(*abstracts: str, nums: str = "") -> Numbering:
    return Numbering(etree.fromstring(numbering(*abstracts, nums=nums).encode()))


def _num(key: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _restart(at: int = 1, place: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("form", "drawn", "marks"),
    [
        ("decimal", "%1.", ["1. ", "2. ", "3. "]),
        ("decimal", "(%1)", ["(1) ", "(2) ", "(3) "]),
        ("decimalZero", "%1", ["01 ", "02 ", "03 "]),
        ("upperRoman", "%1.", ["I. ", "II. ", "III. "]),
        ("lowerRoman", "%1)", ["i) ", "ii) ", "iii) "]),
        ("upperLetter", "%1.", ["A. ", "B. ", "C. "]),
        ("bullet", "\uf0b7", ["- ", "- ", "- "]),
        ("none", "%1", ["", "", ""]),
        ("decimal", "", ["", "", ""]),
        ("unknown", "%1.", ["1. ", "2. ", "3. "]),
    ],
)
def test_forms(form: str, drawn: str, marks: list[str]) -> None:
    lists = _lists(level(0, form, drawn))
    assert [lists.mark("1", 0) for _ in range(3)] == marks


def test_letters_of_the_vietnamese_alphabet_where_the_list_is_vietnamese() -> None:
    lists = _lists(level(0, "lowerLetter", "%1)", more=_VIETNAMESE), level(0, "lowerLetter", "%1)"))
    assert "".join(lists.mark("1", 0)[0] for _ in range(6)) == "abcdđe"
    assert "".join(lists.mark("2", 0)[0] for _ in range(6)) == "abcdef"


def test_letters_past_the_last_are_doubled() -> None:
    lists = _lists(level(0, "lowerLetter", "%1"))
    assert [lists.mark("1", 0) for _ in range(28)][23:] == ["x ", "y ", "z ", "aa ", "bb "]


def test_levels_count_under_each_other() -> None:
    lists = _lists(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."))
    marks = [lists.mark("1", at) for at in (0, 1, 1, 0, 1)]
    assert marks == ["1. ", "1.1. ", "1.2. ", "2. ", "2.1. "]


def test_a_level_below_one_that_was_never_drawn() -> None:
    lists = _lists(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"))
    assert lists.mark("1", 1) == "1.1 "


def test_starts_and_restarts() -> None:
    lists = _lists(level(0, "decimal", "%1", start=5), nums=_num(7, 0, _restart()) + _num(8, 0))
    assert [lists.mark("1", 0), lists.mark("8", 0)] == ["5 ", "6 "]
    assert [lists.mark("7", 0), lists.mark("7", 0)] == ["1 ", "2 "]
    assert lists.mark("1", 0) == "7 "


def test_a_level_that_one_list_draws_in_its_own_way() -> None:
    override = '<w:lvlOverride w:ilvl="0">' + level(0, "upperRoman", "%1.") + "</w:lvlOverride>"
    lists = _lists(level(0, "decimal", "%1"), nums=_num(7, 0, override))
    assert [lists.mark("7", 0), lists.mark("7", 0)] == ["I. ", "II. "]


def test_lists_that_are_defined_by_a_style() -> None:
    definition = '<w:numStyleLink w:val="S"/>', '<w:styleLink w:val="S"/>' + level(0, "decimal", "%1.")
    assert _lists(*definition).mark("1", 0) == "1. "


@pytest.mark.parametrize("place", [-1, 1, 8, 9, 10**6])
def test_lists_and_levels_that_are_not_there(place: int) -> None:
    lists = _lists(level(0, "decimal", "%1"))
    assert (lists.mark("1", place), lists.mark("9", 0), lists.mark("0", 0)) == ("", "", "")
    assert Numbering(None).mark("1", 0) == ""
