"""Days as an office writes them."""

import re
from datetime import date

_IN_WORDS = re.compile(r"ngày\s*(\d{0,2})\D*?tháng\s*(\d{0,2})\D*?năm\s*(\d{4})?", re.IGNORECASE)


def date_text(day: date, with_day: bool = True) -> str:
    """``day`` as dd/mm/yyyy, a leading zero for days below 10 and months 1 and 2 only (Nghị định 30/2020/NĐ-CP, Phụ
    lục I); without its day of the month if so wished."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}" if with_day else f"{month}/{day.year}"


def day_in_words(words: str) -> tuple[str, str, str]:
    """The digits of day, month and year in the first "ngày … tháng … năm …" of ``words``, leading zeros kept. What is
    still to be filled in by hand is empty, as is everything where there is no such date; the digits may be no day of
    any calendar."""
    found = _IN_WORDS.search(words)
    day, month, year = found.groups(default="") if found else ("", "", "")
    return day, month, year
