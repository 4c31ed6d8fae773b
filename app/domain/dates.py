"""Days as an office writes them."""

from datetime import date


def date_text(day: date, with_day: bool = True) -> str:
    """``day`` as dd/mm/yyyy, a leading zero for days below 10 and months 1 and 2 only (Nghị định 30/2020/NĐ-CP, Phụ
    lục I); without its day of the month if so wished."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}" if with_day else f"{month}/{day.year}"
