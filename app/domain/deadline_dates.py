"""The dates of the deadline grammar: a day, month, quarter, half-year or year, as officials write them."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from app.domain.deadline_words import Keys, Token, phrase, word_key

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBER_WORDS = {word_key("sáu"): 6, word_key("chín"): 9, word_key("ba"): 3}
_DAY, _MONTH, _QUARTER, _YEAR = (word_key(word) for word in ("ngày", "tháng", "quý", "năm"))
_FIRST, _LAST = word_key("đầu"), word_key("cuối")
_OF = word_key("của")
_TIMES = word_key("lần")
_AFTER_NUMBER = frozenset(word_key(word) for word in ("và", "hoặc", "hằng", "mỗi", "trong"))
_SEPARATORS = frozenset("/-.")
_WHOLE_YEAR = (phrase("trong năm nay"), phrase("trong năm"), phrase("cuối năm"), phrase("hết năm"))
_END_OF = frozenset((word_key("cuối"), word_key("hết")))


class ImpossibleDate(ValueError):
    """A date that no calendar has, such as 31/02."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day of what was written; ``next`` is the position of the token after it. ``year_given`` is
    False where the plan's year was assumed; ``unit`` is the word for month, quarter or year where one stands before
    the number."""

    first: date
    last: date
    next: int
    year_given: bool
    unit: str = ""


class DateReader:
    """Reads dates from one line's tokens; ``year`` stands in where the line names none."""

    def __init__(self, tokens: tuple[Token, ...], year: int) -> None:
        self.tokens = tokens
        self.year = year

    def at(self, i: int, *keys: str) -> bool:
        """Whether the tokens from ``i`` on are exactly ``keys``."""
        return len(self.tokens) >= i + len(keys) and all(self.tokens[i + k].key == key for k, key in enumerate(keys))

    def any_of(self, i: int, phrases: tuple[Keys, ...]) -> int | None:
        """The position after the first of ``phrases`` that stands at ``i``, or None."""
        return next((i + len(keys) for keys in phrases if self.at(i, *keys)), None)

    def number(self, i: int) -> int | None:
        """The number at ``i``, in digits, or None; "01 lần" is a count, not part of a date."""
        if self.at(i + 1, _TIMES):
            return None
        if i < len(self.tokens) and self.tokens[i].key.isdecimal() and len(self.tokens[i].key) <= 4:
            return int(self.tokens[i].key)
        return None

    def separated(self, i: int) -> int | None:
        """The number after a separator (/ - .) at ``i``."""
        if i < len(self.tokens) and self.tokens[i].key in _SEPARATORS:
            return self.number(i + 1)
        return None

    def span(self, i: int) -> Span | None:
        """The date that starts at ``i``, or None. Raises ImpossibleDate for one that no calendar has."""
        readings = (self._whole_year, self._half, self._day, self._month, self._quarter, self._year)
        return next((span for read in readings if (span := read(i))), None)

    def _year_after(self, i: int) -> tuple[int, int, bool]:
        """Year, next position and whether it was given, for the year that may follow a date at ``i``."""
        if (year := _full_year(self.separated(i))) is not None:
            return year, i + 2, True
        after = i + 1 if self.at(i, ",") or self.at(i, _OF) else i
        if self.at(after, _YEAR) and (year := _full_year(self.number(after + 1), short=False)) is not None:
            return year, after + 2, True
        return self.year, i, False

    def _whole_year(self, i: int) -> Span | None:
        after = self.any_of(i, _WHOLE_YEAR)
        if after is None or _full_year(self.number(after), short=False) is not None:
            return None
        return Span(date(self.year, 1, 1), date(self.year, 12, 31), after, False)

    def _half(self, i: int) -> Span | None:
        count = self.number(i) or (i < len(self.tokens) and _NUMBER_WORDS.get(self.tokens[i].key))
        if count not in (3, 6, 9) or not self.at(i + 1, _MONTH):
            return None
        if not (self.at(i + 2, _FIRST, _YEAR) or self.at(i + 2, _LAST, _YEAR)):
            return None
        given = _full_year(self.number(i + 4), short=False) or _full_year(self.separated(i + 4))
        after = i + 4 if given is None else i + 5 + (self.number(i + 4) is None)
        year, first = given or self.year, self.at(i + 2, _FIRST)
        months = (1, count) if first else (13 - count, 12)
        return Span(date(year, months[0], 1), _month_end(year, months[1]), after, given is not None)

    def _day(self, i: int) -> Span | None:
        named = self.at(i, _DAY)
        start = i + 1 if named else i
        day = self.number(start)
        if day is None:
            return None
        month = self.number(start + 2) if named and self.at(start + 1, _MONTH) else self.separated(start + 1)
        if month is None or month >= 1000:
            return None if named else self._bare_month(start)
        after = start + 3
        year, after, given = self._year_after(after)
        if not given and not named and self.tokens[start + 1].key != "/":
            return None
        day_date = _real_date(year, month, day)
        return Span(day_date, day_date, after, given)

    def _bare_month(self, i: int) -> Span | None:
        """A month and year without the word for month: "12/2024"."""
        month, year = self.number(i), self.separated(i + 1)
        if month is None or year is None or year < 1000:
            return None
        return _months(year, month, month, i + 3, True)

    def _month(self, i: int) -> Span | None:
        i = i + 1 if i < len(self.tokens) and self.tokens[i].key in _END_OF else i
        month = self.number(i + 1) if self.at(i, _MONTH) else None
        if month is None:
            return None
        return self._month_span(month, i + 2)

    def _month_span(self, month: int, after: int) -> Span:
        year, after, given = self._year_after(after)
        return replace(_months(year, month, month, after, given), unit=_MONTH)

    def another(self, i: int, unit: str) -> Span | None:
        """The date that a number alone is at ``i`` after one of ``unit``: the 6 of "tháng 3, 6", the III of "quý I -
        III", the 2030 of "năm 2025 - 2030"; None where the number counts something else."""
        if unit == _QUARTER:
            quarter = self.quarter_number(i)
            known = quarter is not None and 1 <= quarter <= 4 and not self.tokens[i].key.startswith("0")
            return self.quarter_span(quarter, i + 1) if known and quarter is not None else None
        number = self.number(i)
        if unit == _MONTH and number is not None and 1 <= number <= 12:
            month = self._month_span(number, i + 1)
            return month if self._ends(month.next) else None
        year = _full_year(number, short=False) if unit == _YEAR else None
        return None if year is None else _whole(year, i + 1)

    def _ends(self, i: int) -> bool:
        """Whether no word stands at ``i`` that the number before could count, nor a date goes on."""
        key = self.tokens[i].key if i < len(self.tokens) else ","
        return key in _AFTER_NUMBER or not (key[0].isalnum() or key in "/:%")

    def _quarter(self, i: int) -> Span | None:
        i = i + 1 if i < len(self.tokens) and self.tokens[i].key in _END_OF else i
        quarter = self.quarter_number(i + 1) if self.at(i, _QUARTER) else None
        if quarter is None:
            return None
        return self.quarter_span(quarter, i + 2)

    def quarter_number(self, i: int) -> int | None:
        """The number of a quarter at ``i``, Roman or Arabic."""
        return (
            self.number(i)
            if self.number(i) is not None
            else _ROMAN.get(self.tokens[i].key if i < len(self.tokens) else "")
        )

    def quarter_span(self, quarter: int, after: int) -> Span:
        """The span of ``quarter`` whose number ends before ``after``, with the year that may follow."""
        year, after, given = self._year_after(after)
        return replace(_months(year, quarter * 3 - 2, quarter * 3, after, given), unit=_QUARTER)

    def _year(self, i: int) -> Span | None:
        i = i + 1 if i < len(self.tokens) and self.tokens[i].key in _END_OF else i
        year = _full_year(self.number(i + 1), short=False) if self.at(i, _YEAR) else None
        return None if year is None else _whole(year, i + 2)


def _full_year(number: int | None, short: bool = True) -> int | None:
    if number is None:
        return None
    if 1990 <= number <= 2100:
        return number
    return 2000 + number if short and 20 <= number <= 60 else None


def _whole(year: int, after: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31), after, True, _YEAR)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, last: int, after: int, given: bool) -> Span:
    if not 1 <= first <= last <= 12:
        raise ImpossibleDate
    return Span(date(year, first, 1), _month_end(year, last), after, given)


def _real_date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ImpossibleDate from None


BARE_YEAR = re.compile(r"\s*(\d{4})\s*$")
