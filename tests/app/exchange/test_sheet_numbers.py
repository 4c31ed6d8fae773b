"""Numbers as a Vietnamese reader sees them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import date_text
from app.exchange.sheet_numbers import GENERAL, moment_text, number_text, parse_format


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (3.0, GENERAL, "3"),
        (1.1, GENERAL, "1,1"),
        (0.1 + 0.2, GENERAL, "0,3"),
        (-2.5, "@", "-2,5"),
        (1e20, GENERAL, "1e+20"),
        (0.985, "0.0%", "98,5%"),
        (0.95, "0%", "95%"),
        (1234567.5, "#,##0.00", "1.234.567,50"),
        (7.0, "00", "07"),
        (5.0, '"Quý "0', "Quý 5"),
        (5.0, '0" hồ sơ"', "5 hồ sơ"),
        (1.5, "0.##", "1,5"),
        (2.0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "2"),
        (0.5, "# ?/?", "0,5"),
        (45661.0, "dd/mm/yyyy", "04/01/2025"),
        (45726.0, "m/d/yy", "10/3/2025"),
        (45692.0, "[$-42A]dd mmmm yyyy;@", "04/02/2025"),
        (45726.0, "mm/yyyy", "3/2025"),
        (45726.5, "dd/mm/yyyy hh:mm", "10/3/2025 12:00"),
        (45726.0, "dd/mm/yyyy hh:mm", "10/3/2025"),
        (0.5, "h:mm", "12:00"),
        (-5.0, "dd/mm/yyyy", "-5"),
        (1e9, "dd/mm/yyyy", "1000000000"),
        (1e300, "0.00", "1e+300"),
    ],
)
def test_number_text(value: float, code: str, text: str) -> None:
    assert number_text(value, parse_format(code)).strip() == text


def test_days_counted_from_1904() -> None:
    assert number_text(0, parse_format("dd/mm/yyyy"), epoch_1904=True) == "00:00"
    assert number_text(44199, parse_format("dd/mm/yyyy"), epoch_1904=True) == "04/01/2025"


def test_excels_leap_day_that_never_was() -> None:
    assert number_text(59, parse_format("dd/mm/yyyy")) == "28/02/1900"
    assert number_text(61, parse_format("dd/mm/yyyy")) == "01/3/1900"


def test_leading_zeros_by_the_offices_rule() -> None:
    assert date_text(date(2025, 1, 5)) == "05/01/2025"
    assert date_text(date(2025, 2, 15)) == "15/02/2025"
    assert date_text(date(2025, 7, 1)) == "01/7/2025"
    assert moment_text(datetime(2025, 7, 1, 8, 30), parse_format("d/m/y h:m")) == "01/7/2025 08:30"


@given(st.floats(), st.text(alphabet='0#?.,%/"\\;dmyhs[] E+@Quý', max_size=12))
def test_no_number_and_no_format_fails(value: float, code: str) -> None:
    assert isinstance(number_text(value, parse_format(code)), str)
