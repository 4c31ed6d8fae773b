"""Days as an office writes them."""

import re
from datetime import date

IN_WORDS = re.compile(r"ngày\s*(\d{0,2})\D*?tháng\s*(\d{0,2})\D*?năm\s*(\d{4})?", re.IGNORECASE)
"""A day spelled out, with its digits as groups; see ``day_in_words``."""
_TYPED = re.compile(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}|\d{2})?)?\s*")
_TYPED_SOLID = re.compile(r"\s*(\d{2})(\d{2})(\d{4}|\d{2})?\s*")


def date_text(day: date, with_day: bool = True) -> str:
    """``day`` as dd/mm/yyyy, a leading zero for days below 10 and months 1 and 2 only (Nghị định 30/2020/NĐ-CP, Phụ
    lục I); without its day of the month if so wished."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}" if with_day else f"{month}/{day.year}"


def day_in_words(words: str) -> tuple[str, str, str]:
    """The digits of day, month and year in the first "ngày … tháng … năm …" of ``words``, leading zeros kept. What is
    still to be filled in by hand is empty, as is everything where there is no such date; the digits may be no day of
    any calendar."""
    found = IN_WORDS.search(words)
    day, month, year = found.groups(default="") if found else ("", "", "")
    return day, month, year


def typed_day(words: str, today: date) -> date | None:
    """The day that somebody typed: "5/3/2026", "05.3.26", "05032026"; "5/3" and "0503" are of the year of ``today``.
    None where the words are no day of any calendar."""
    found = _TYPED.fullmatch(words) or _TYPED_SOLID.fullmatch(words)
    if found is None:
        return None
    day, month, year = found.groups()
    full_year = int(year or today.year)
    try:
        return date(full_year + 2000 if len(year or "") == 2 else full_year, int(month), int(day))
    except ValueError:
        return None
