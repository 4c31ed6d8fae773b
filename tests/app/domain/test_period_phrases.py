import re

import pytest

from app.domain.period_phrases import (
    MONTHS,
    QUARTER,
    Phrase,
    current_phrase,
    following_phrase,
    in_months,
    phrase_in,
    with_year,
    written_like,
)
from app.domain.reporting_period import parse_period

FOUND = re.compile(f"{QUARTER}|{MONTHS}", re.IGNORECASE)


def found(text: str) -> re.Match[str]:
    match = FOUND.fullmatch(text)
    assert match, text
    return match


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("quý III", Phrase("quarter", 3, None)),
        ("QUÝ 04/2025", Phrase("quarter", 4, 2025)),
        ("quý I, năm 2025", Phrase("quarter", 1, 2025)),
        ("06 tháng đầu năm 2025", Phrase("first", 6, 2025)),
        ("ba tháng cuối năm", Phrase("last", 3, None)),
        ("9 tháng năm 2025", Phrase("first", 9, 2025)),
    ],
)
def test_phrases_are_read(text: str, phrase: Phrase) -> None:
    assert phrase_in(found(text)) == phrase


@pytest.mark.parametrize("text", ["quý V", "quý 12", "6 tháng", "hằng quý", "5 tháng đầu năm"])
def test_other_words_are_no_phrase(text: str) -> None:
    assert not FOUND.fullmatch(text)


@pytest.mark.parametrize(
    ("was", "phrase", "now"),
    [
        ("quý 01", Phrase("quarter", 2, None), "quý 02"),
        ("06 tháng đầu năm", Phrase("first", 9, 2025), "09 tháng đầu năm 2025"),
        ("Sáu tháng đầu năm", Phrase("first", 9, None), "Chín tháng đầu năm"),
        ("QUÝ IV/2025", Phrase("quarter", 1, 2026), "QUÝ I/2026"),
        ("Quý I", Phrase("year", 1, 2025), "Năm 2025"),
    ],
)
def test_another_phrase_is_written_the_same_way(was: str, phrase: Phrase, now: str) -> None:
    assert written_like(phrase, found(was), starts=False) == now


def test_a_sentence_begins_with_a_capital() -> None:
    assert written_like(Phrase("quarter", 3, None), found("6 tháng đầu năm"), starts=True) == "Quý III"


def test_a_report_names_its_own_time_and_the_time_it_plans_for() -> None:
    names = {code: (current_phrase(parse_period(code)), following_phrase(parse_period(code)))
             for code in ("2025-Q4", "2025-6M", "2025-9M", "2025-Y", "2025-01-01..2025-01-09")}  # fmt: skip
    assert names == {
        "2025-Q4": (Phrase("quarter", 4, 2025), Phrase("quarter", 1, 2026)),
        "2025-6M": (Phrase("first", 6, 2025), Phrase("last", 6, 2025)),
        "2025-9M": (Phrase("first", 9, 2025), Phrase("last", 3, 2025)),
        "2025-Y": (Phrase("year", 1, 2025), Phrase("year", 1, 2026)),
        "2025-01-01..2025-01-09": (None, None),
    }


def test_a_year_is_nothing_without_its_number() -> None:
    assert with_year(Phrase("year", 1, 2025), None) == Phrase("year", 1, 2025)
    assert with_year(Phrase("quarter", 1, 2025), None).year is None
    assert Phrase("first", 3, None).meaning == Phrase("quarter", 1, 2025).meaning


def test_a_quarter_at_the_edge_of_a_year_can_be_said_in_months() -> None:
    quarters = [in_months(Phrase("quarter", number, 2025)) for number in (1, 2, 4)]
    assert quarters == [Phrase("first", 3, 2025), Phrase("quarter", 2, 2025), Phrase("last", 3, 2025)]
