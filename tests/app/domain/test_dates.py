"""The office's rule for leading zeros, and its dates in words read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import date_text, day_in_words, typed_day


def test_only_days_below_ten_and_the_first_two_months_have_a_leading_zero() -> None:
    assert date_text(date(2025, 3, 5)) == "05/3/2025"
    assert date_text(date(2025, 2, 14)) == "14/02/2025"
    assert date_text(date(2025, 12, 1), with_day=False) == "12/2025"


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("Sông Mơ, ngày 05 tháng 01 năm 2031", ("05", "01", "2031")),
        ("Sông Mơ, Ngày 9 Tháng 8 Năm 2031", ("9", "8", "2031")),
        ("ngày 31 tháng 2 năm 2031", ("31", "2", "2031")),
        ("ngày     tháng 8 năm 2031", ("", "8", "2031")),
        ("ngày … tháng ... năm 2031", ("", "", "2031")),
        ("ngày ___ tháng ___ năm ___", ("", "", "")),
        ("ngày 5 tháng 8 năm", ("5", "8", "")),
        ("ngày 1 tháng 2 năm 2031, thay bản ngày 3 tháng 4 năm 2030", ("1", "2", "2031")),
        ("05/01/2031", ("", "", "")),
        ("ngày 123 tháng 4 năm 2031", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_date_in_words_is_read_as_far_as_it_is_filled_in(words: str, digits: tuple[str, str, str]) -> None:
    assert day_in_words(words) == digits


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["", " ", "\n", "  "]))
def test_every_day_written_in_words_is_read_back(day: date, space: str) -> None:
    words = f"Sông Mơ, ngày{space}{day.day:02}{space}tháng{space}{day.month}{space}năm{space}{day.year}"
    written_day, written_month, written_year = day_in_words(words)
    assert date(int(written_year), int(written_month), int(written_day)) == day


@given(st.text(alphabet="ngàytháuănm 01…./\n"))
def test_any_text_gives_digits_or_nothing(words: str) -> None:
    assert all(part == "" or part.isdigit() for part in day_in_words(words))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("5/3/2026", date(2026, 3, 5)),
        (" 05 / 03 / 2026 ", date(2026, 3, 5)),
        ("5.3.2026", date(2026, 3, 5)),
        ("5-3-26", date(2026, 3, 5)),
        ("05032026", date(2026, 3, 5)),
        ("050326", date(2026, 3, 5)),
        ("0503", date(2026, 3, 5)),
        ("5/3", date(2026, 3, 5)),
        ("5/3/", date(2026, 3, 5)),
        ("29/2/2024", date(2024, 2, 29)),
        ("29/2/2026", None),
        ("5/13/2026", None),
        ("0/1/2026", None),
        ("5/3/0000", None),
        ("5/3/202", None),
        ("", None),
        ("hôm nay", None),
    ],
)
def test_a_day_is_read_as_clerks_type_it(words: str, day: date | None) -> None:
    assert typed_day(words, date(2026, 6, 17)) == day


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_day_written_by_the_rule_is_read_back(day: date) -> None:
    assert typed_day(date_text(day), date(2026, 6, 17)) == day


@given(st.text(max_size=12))
def test_no_words_make_the_reading_of_a_day_fail(words: str) -> None:
    found = typed_day(words, date(2026, 6, 17))
    assert found is None or isinstance(found, date)
