"""Words of another period left in a report: a quarter, a month or a year that its period knows nothing of."""

import re
from collections.abc import Iterator

from app.domain.format_check import Finding, Place
from app.domain.format_check_words import texts, within
from app.domain.milestone import Every
from app.domain.official import OfficialDocument
from app.domain.period_phrases import MONTHS, QUARTER, Phrase, current_phrase, following_phrase, phrase_in
from app.domain.reporting_period import ReportingPeriod, next_period

_CITED = re.compile(
    r"(?<![\w/])(?:\d+\w*|[.…]+)/(?:\d{4}/)?[A-ZĐ][\w&.-]*(?:/[A-ZĐ][\w&-]*)*[^,;.\n]*"
    r"|\b(?:Luật|Pháp\s+lệnh)\b[^,;.\n]*|\bgiai\s+đoạn\s+[^,;.\n]*"
    r"|\bngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\b\d{1,2}/\d{1,2}/\d{4}"
)
"""Cited documents with their titles, spans of years and dates: what is said there is not the report's own period."""
_PHRASE = re.compile(f"{QUARTER}|{MONTHS}", re.IGNORECASE)
_MONTH = re.compile(r"\btháng\s+(?P<month>\d{1,2})(?![\d/])(?!\s+(?:đầu|cuối)\s+năm)", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(?P<year>20\d\d)(?!\d)", re.IGNORECASE)
_COMPARED = re.compile(r"(?:so\s+với|cùng\s+kỳ|tăng|giảm|từ\s+năm|chuyển\s+sang)[^,;.\n]*$", re.IGNORECASE)
"""What is said of an earlier period on purpose."""


def other_periods(document: OfficialDocument, period: ReportingPeriod) -> Iterator[Finding]:
    """Quarters, months and years in title and body that are neither of ``period`` nor of the time it plans for."""
    if period.every is Every.AD_HOC:
        return
    for place, words in texts(document):
        own = _CITED.sub(lambda match: " " * len(match[0]), words)
        yield from _phrases(place, own, period)
        yield from _months(place, own, period)
        yield from _years(place, own, period)


def _phrases(place: Place, words: str, period: ReportingPeriod) -> Iterator[Finding]:
    for match in _PHRASE.finditer(words):
        phrase = phrase_in(match)
        if not _belongs(phrase, period) and not _is_compared(words, match):
            yield _finding(place, match, period)


def _belongs(phrase: Phrase, period: ReportingPeriod) -> bool:
    """Whether a quarter or a run of months lies in the period, in what it plans for, or is the period of the next
    report, of the right year."""
    following = current_phrase(next_period(period))
    if following and phrase.meaning == following.meaning and phrase.year in (None, following.year):
        return True
    months = _months_of(phrase)
    planned = following_phrase(period)
    in_period = months <= set(period.months) and phrase.year in (None, period.year)
    if in_period or planned is None:
        return in_period
    if planned.kind == "year":
        return phrase.year == planned.year
    return months <= _months_of(planned) and phrase.year in (None, planned.year)


def _months_of(phrase: Phrase) -> set[int]:
    if phrase.kind == "year":
        return set(range(1, 13))
    if phrase.kind == "quarter":
        return set(range(phrase.number * 3 - 2, phrase.number * 3 + 1))
    return set(range(1, phrase.number + 1)) if phrase.kind == "first" else set(range(13 - phrase.number, 13))


def _months(place: Place, words: str, period: ReportingPeriod) -> Iterator[Finding]:
    """A single month; the one before the period belongs to it too, for figures are counted from its middle on."""
    planned = following_phrase(period)
    before = (period.months[0] - 2) % 12 + 1
    allowed = {*period.months, before, *(_months_of(planned) if planned else ())}
    for match in _MONTH.finditer(words):
        if int(match["month"]) not in allowed and not _is_compared(words, match):
            yield _finding(place, match, period)


def _years(place: Place, words: str, period: ReportingPeriod) -> Iterator[Finding]:
    """The year before, as last year's report has it, unless something is compared with it."""
    taken = [match.span() for match in _PHRASE.finditer(words)]
    for match in _YEAR.finditer(words):
        inside = any(start <= match.start() < end for start, end in taken)
        if int(match["year"]) == period.year - 1 and not inside and not _is_compared(words, match):
            yield _finding(place, match, period)


def _is_compared(words: str, match: re.Match[str]) -> bool:
    return bool(_COMPARED.search(words[: match.start()]))


def _finding(place: Place, match: re.Match[str], period: ReportingPeriod) -> Finding:
    return Finding(
        "format_check.other_period", within(place, match), {"words": match[0].strip(), "period": period.name}
    )
