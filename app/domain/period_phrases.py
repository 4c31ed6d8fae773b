"""A stretch of a year in words: how offices write it, and how to write another one the same way."""

import re
from dataclasses import dataclass, replace

from app.domain.milestone import Every
from app.domain.numerals import roman
from app.domain.reporting_period import ReportingPeriod

_YEAR_TAIL = (
    r"(?:(?:\s*(?=[/-])|(?=\.\d))(?P<q_mark>[/.-])\s*(?P<q_year>20\d\d)(?!\d)"
    r"|\s*,?\s*(?:của\s+)?năm\s+(?P<q_year2>20\d\d)(?!\d)"
    r"|\s+(?P<q_year3>20\d\d)(?![\d.,%]))?"
)
QUARTER = r"\b(?:qu[ýí]|qúy)\s*(?P<quarter>IV|I{1,3}|0?[1-4])(?!\w)" + _YEAR_TAIL
MONTHS = (
    r"\b(?P<count>0?[369]|ba|sáu|chín)\s+tháng"
    r"(?:\s+(?P<edge>đầu|cuối)\s+năm(?:(?:\s*/\s*|\s+)(?P<m_year>20\d\d)(?!\d))?"
    r"|(?:\s*/\s*|\s+|\s+năm\s+)(?P<m_year2>20\d\d)(?!\d))"
)
_WORDS = {"ba": 3, "sáu": 6, "chín": 9}
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_SAME = {("first", 3): ("quarter", 1), ("last", 3): ("quarter", 4)}


@dataclass(frozen=True, slots=True)
class Phrase:
    """``kind`` is quarter, first or last (so many months of the year) or year; ``year`` None where it is not said."""

    kind: str
    number: int
    year: int | None

    @property
    def meaning(self) -> tuple[str, int]:
        """Kind and number, the same for "3 tháng đầu năm" and "quý I"."""
        return _SAME.get((self.kind, self.number), (self.kind, self.number))


def current_phrase(period: ReportingPeriod) -> Phrase | None:
    """What ``period`` itself is called; None for an ad hoc one."""
    return {
        Every.QUARTERLY: Phrase("quarter", period.number, period.year),
        Every.SIX_MONTHLY: Phrase("first", 6, period.year),
        Every.NINE_MONTHLY: Phrase("first", 9, period.year),
        Every.YEARLY: Phrase("year", 1, period.year),
    }.get(period.every)


def following_phrase(period: ReportingPeriod) -> Phrase | None:
    """What a report on ``period`` calls the time it plans for (phương hướng, nhiệm vụ ...): quý II after quý I, 6 tháng
    cuối năm after 6 tháng đầu năm. None for an ad hoc period."""
    quarter = Phrase("quarter", period.number % 4 + 1, period.year + period.number // 4)
    return {
        Every.QUARTERLY: quarter,
        Every.SIX_MONTHLY: Phrase("last", 6, period.year),
        Every.NINE_MONTHLY: Phrase("last", 3, period.year),
        Every.YEARLY: Phrase("year", 1, period.year + 1),
    }.get(period.every)


def official_words(phrase: Phrase) -> str:
    """``phrase`` as it stands inside a sentence of an official document: "quý II năm 2026", "6 tháng cuối năm 2026"."""
    if phrase.kind == "quarter":
        return f"quý {roman(phrase.number)} năm {phrase.year}"
    if phrase.kind == "year":
        return f"năm {phrase.year}"
    return f"{phrase.number} tháng {'đầu' if phrase.kind == 'first' else 'cuối'} năm {phrase.year}"


def in_months(phrase: Phrase) -> Phrase:
    """Quý I as 3 tháng đầu năm, quý IV as 3 tháng cuối năm, for texts that say it so; other phrases as they are."""
    months = {meaning: kind for (kind, _), meaning in _SAME.items()}.get(phrase.meaning)
    return Phrase(months, 3, phrase.year) if months else phrase


def phrase_in(match: re.Match[str]) -> Phrase:
    """The phrase that ``QUARTER`` or ``MONTHS`` found."""
    found = match.groupdict()
    if found.get("quarter"):
        year = found["q_year"] or found["q_year2"] or found["q_year3"]
        numeral = found["quarter"].upper()
        return Phrase("quarter", _ROMANS.get(numeral) or int(numeral), int(year) if year else None)
    year = found["m_year"] or found["m_year2"]
    count = found["count"].lower()
    kind = "last" if (found["edge"] or "").lower() == "cuối" else "first"
    return Phrase(kind, _WORDS.get(count) or int(count), int(year) if year else None)


def written_like(phrase: Phrase, match: re.Match[str], starts: bool) -> str:
    """``phrase`` written as the one that was found: its numerals, leading zeros, way of adding the year, and capitals.
    ``starts`` says whether it begins a sentence."""
    was, found = match[0], match.groupdict()
    written = _written(phrase, found.get("quarter") or "", found.get("count") or "", found.get("q_mark"))
    if any(letter.islower() for letter in was):
        capital = was[0].isupper() or (starts and was[0].isdigit())
        return written[0].upper() + written[1:] if capital else written
    return written.upper()


def _written(phrase: Phrase, quarter: str, count: str, mark: str | None) -> str:
    if phrase.kind == "year":
        return f"năm {phrase.year}"
    if phrase.kind == "quarter":
        tail = "" if phrase.year is None else f"{mark}{phrase.year}" if mark else f" năm {phrase.year}"
        return f"quý {_quarter_numeral(phrase.number, quarter)}{tail}"
    edge = "đầu" if phrase.kind == "first" else "cuối"
    tail = "" if phrase.year is None else f" {phrase.year}"
    return f"{_month_count(phrase.number, count)} tháng {edge} năm{tail}"


def _quarter_numeral(number: int, was: str) -> str:
    if not was.isdigit():
        return roman(number)
    return str(number).zfill(len(was))


def _month_count(number: int, was: str) -> str:
    if was.lower() in _WORDS:
        return next(word for word, value in _WORDS.items() if value == number)
    return str(number).zfill(len(was))


def with_year(phrase: Phrase, year: int | None) -> Phrase:
    """``phrase`` said of ``year``; a whole year keeps its own where none is given, for it is nothing without one."""
    return phrase if year is None and phrase.kind == "year" else replace(phrase, year=year)
