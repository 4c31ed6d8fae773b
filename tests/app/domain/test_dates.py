"""The office's rule for leading zeros."""

from datetime import date

from app.domain.dates import date_text


def test_only_days_below_ten_and_the_first_two_months_have_a_leading_zero() -> None:
    assert date_text(date(2025, 3, 5)) == "05/3/2025"
    assert date_text(date(2025, 2, 14)) == "14/02/2025"
    assert date_text(date(2025, 12, 1), with_day=False) == "12/2025"
