"""Last period's wording with its period words replaced: what was written of quý I becomes 6 tháng đầu năm.

Numbers, symbols and dates of cited documents are never touched, nor what follows in their titles; what a reader has to
decide is left as it is and marked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.dates import date_text
from app.domain.milestone import Every
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
from app.domain.reporting_period import ReportingPeriod, cut_off
from app.domain.text import nfc

_DATE = r"(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*20\d\d(?!\d)|\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s*năm\s+20\d\d(?!\d))"
_BLANK_DATE = r"[\s.…]{0,40}(?:/\s*\d{1,2}\s*/\s*20\d\d(?!\d)|tháng\s+\d{1,2}\s*,?\s*năm\s+20\d\d(?!\d))"
"""A date whose day is still to be written in by hand."""
_SYMBOL = (
    r"(?<![\w/])(?:\d{1,6}\w{0,5}|[.…]{1,40}|[IVX]{1,5}\.\d{1,3}\w{0,3})\s*(?:/\s*(?:19|20)\d\d)?"
    r"(?-i:/[A-ZĐƯ][\w&.]*(?:-[\w&]+)*)+"
)
"""12/KH-UBND, 09/2019/NĐ-CP, …/BC-UBND, II.06a/VPCP/KSTT; capitals, so that 5/ngày is none."""
_SIGNED = rf"(?:\s*,?\s*(?:ký\s+)?(?:(?:ngày\s*)?{_DATE}|ngày{_BLANK_DATE}))?"
_TITLE = r"(?:(?:\s+của\s+[^,;.()\n]{1,120}?)?\s+(?:về|ban\s+hành|phê\s+duyệt|V/v)\s[^,;.\n]*)?"
_LAW = r"\b(?:Bộ\s+luật|Luật|Hiến\s+pháp|Pháp\s+lệnh)\b[^,;.\n]{0,80}?\bnăm\s+20\d\d"
_STAGE = r"\bgiai\s+đoạn\s+(?:từ\s+)?(?:năm\s+)?20\d\d\s*(?:-|–|đến)\s*(?:năm\s+)?20\d\d"
_MONTH = (
    r"\btháng\s+(?:(?P<month_of>0?[1-9]|1[0-2])(?P<month_tail>\s*/\s*|\s*,?\s*năm\s+)(?P<month_year>20\d\d)(?!\d)"
    r"|(?P<month_number>0?[1-9]|1[0-2])(?![\d/]))"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    """``pattern`` over a few blanks wherever it says any number: thousands of them would take seconds."""
    return re.compile(pattern.replace(r"\s*", r"\s{0,4}").replace(r"\s+", r"\s{1,4}"), re.IGNORECASE)


_TOKENS = _compiled(
    "|".join(
        (
            f"(?P<cited>{_SYMBOL}{_SIGNED}{_TITLE}|{_LAW}|{_STAGE})",
            rf"(?P<bound>\b(?:từ|đến)\s+(?:hết\s+)?(?:ngày\s+)?)(?P<bound_day>{_DATE})",
            rf"(?P<day>\bngày\s*{_DATE}|\bngày{_BLANK_DATE}|(?<![\d/]){_DATE})",
            f"(?P<phrase>{QUARTER}|{MONTHS})",
            f"(?P<month>{_MONTH})",
            r"(?P<year>\b(?:cả\s+)?năm\s+(?P<year_number>20\d\d)(?!\d))",
        )
    )
)
_HEAD = _compiled(f"{_SYMBOL}{_SIGNED}")
_NUMBERS = re.compile(r"\d+")
_SENTENCE_ENDS = ".!?\n"
_OF_A_PLAN = re.compile(
    r"(?:kế\s+hoạch|chương\s+trình|chỉ\s+tiêu|chỉ\s+số|dự\s+toán|nghị\s+quyết)[^,;.\n]{0,80}$", re.IGNORECASE
)
_NEAR = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A place to read again: ``start`` and ``end`` in the new text, what stood there and what stands there now. Where
    both are the same, nothing was replaced: only a reader can tell."""

    start: int
    end: int
    was: str
    now: str

    @property
    def is_replaced(self) -> bool:
        """Whether the words there are new."""
        return self.was != self.now


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text for the new period, NFC, and the places in it to read again."""

    text: str
    places: tuple[Place, ...]


def reword(text: str, old: ReportingPeriod, new: ReportingPeriod) -> Rewording:
    """``text``, written of the period ``old``, with its period words replaced by those of ``new``."""
    text = nfc(text)
    if old == new:
        return Rewording(text, ())
    pieces: list[str] = []
    places: list[Place] = []
    done = length = 0
    for start, was, now in _Reworder(old, new).changes(text):
        before = text[done:start]
        at = length + len(before)
        pieces += [before, now]
        places.append(Place(at, at + len(now), was, now))
        done, length = start + len(was), at + len(now)
    return Rewording("".join([*pieces, text[done:]]), tuple(places))


Change = tuple[int, str, str]
"""Where in the old text, what stands there, and what is to stand there."""


class _Reworder:
    """Replaces the words of one period by those of another."""

    def __init__(self, old: ReportingPeriod, new: ReportingPeriod) -> None:
        self._old, self._new = old, new
        self._years = new.year - old.year
        self._days = _same_days(old, new)

    def changes(self, text: str) -> Iterator[Change]:
        """All places of ``text`` to replace or to mark, from left to right."""
        for match in _TOKENS.finditer(text):
            if match["cited"]:
                yield from self._cited(match)
            elif match["bound"]:
                yield self._bound(match)
            elif match["day"]:
                yield match.start(), match[0], match[0]
            elif match["phrase"]:
                yield from self._phrase(match, text)
            elif match["month"]:
                yield self._month(match)
            elif match["year"]:
                yield from self._year(match, text)

    def _cited(self, match: re.Match[str]) -> Iterator[Change]:
        """Nothing in a citation is replaced; what would have been in its title is marked."""
        head = _HEAD.match(match[0])
        skipped = head.end() if head else len(match[0].split()[0])
        for at, was, now in self.changes(match[0][skipped:]):
            if was != now:
                yield match.start() + skipped + at, was, was

    def _bound(self, match: re.Match[str]) -> Change:
        """One end of the stretch that figures were counted over."""
        written = match["bound_day"]
        day = _date_in(written)
        now = self._days.get(day) if day else None
        return match.start("bound_day"), written, written if now is None else _date_like(now, written)

    def _phrase(self, match: re.Match[str], text: str) -> Iterator[Change]:
        phrase = phrase_in(match)
        target = self._target(phrase)
        now = match[0] if target is None else written_like(target, match, _starts(text, match.start()))
        if target is None or now != match[0]:
            yield match.start(), match[0], now

    def _target(self, phrase: Phrase) -> Phrase | None:
        """What ``phrase`` becomes; None where it is neither the old period nor the time planned for, of the old year
        or the one before."""
        pairs = (
            (current_phrase(self._old), current_phrase(self._new)),
            (following_phrase(self._old), following_phrase(self._new)),
        )
        for old, new in pairs:
            if old is None or new is None or phrase.meaning != old.meaning:
                continue
            new = in_months(new) if phrase.kind != old.kind else new
            if phrase.year is None:
                return with_year(new, None)
            if old.year is not None and new.year is not None and phrase.year in (old.year, old.year - 1):
                return replace(new, year=new.year + phrase.year - old.year)
        return self._last_quarter(phrase)

    def _last_quarter(self, phrase: Phrase) -> Phrase | None:
        """The quarter that a report on six or nine months ends with, as that of the new one."""
        ends = (self._old.months[-1], self._new.months[-1])
        kinds_fit = phrase.kind == "quarter" and len(self._old.months) in (6, 9) and len(self._new.months) in (6, 9)
        if not kinds_fit or phrase.number * 3 != ends[0] or phrase.year not in (None, self._old.year):
            return None
        return Phrase("quarter", ends[1] // 3, phrase.year and self._new.year)

    def _month(self, match: re.Match[str]) -> Change:
        """A month of the old period; of periods of different length only the last months are each other's."""
        digits, year = match["month_number"] or match["month_of"], match["month_year"]
        number, old, new = int(digits), self._old.months, self._new.months
        fits = number in old and year in (None, str(self._old.year))
        if not fits or (len(old) != len(new) and number != old[-1]):
            return match.start(), match[0], match[0]
        month = new[old.index(number)] if len(old) == len(new) else new[-1]
        # Months 1 and 2 have a leading zero by rule, so that it tells nothing of the way others are written.
        zero = month < 3 or (digits.startswith("0") and number >= 3)
        shown = str(month).zfill(2) if zero else str(month)
        word = match[0][: match.start("month_number" if year is None else "month_of") - match.start()]
        return match.start(), match[0], word + shown + (f"{match['month_tail']}{self._new.year}" if year else "")

    def _year(self, match: re.Match[str], text: str) -> Iterator[Change]:
        year, was = int(match["year_number"]), match[0]
        changes_kind = _is_year(self._old) and not _is_year(self._new)
        if abs(year - self._old.year) > 1 or not (self._years or changes_kind):
            return
        target = self._whole_year(year, text[max(0, match.start() - _NEAR) : match.start()]) if changes_kind else None
        if target is not None:
            yield match.start(), was, written_like(target, match, _starts(text, match.start()))
        elif changes_kind and year > self._old.year:
            yield match.start(), was, was
        elif self._years:
            yield match.start(), was, was[:-4] + str(year + self._years)

    def _whole_year(self, year: int, before: str) -> Phrase | None:
        """What the year becomes that the old report was on, or the one that it planned for; None where ``before``
        makes it a part of a plan's name."""
        if _OF_A_PLAN.search(before):
            return None
        targets = {self._old.year: current_phrase(self._new), self._old.year + 1: following_phrase(self._new)}
        return targets.get(year)


def _is_year(period: ReportingPeriod) -> bool:
    return period.every is Every.YEARLY


def _starts(text: str, at: int) -> bool:
    """Whether a sentence or a list item begins at ``at``."""
    before = text[:at].rstrip(" \t-+*")
    return not before or before[-1] in _SENTENCE_ENDS


def _same_days(old: ReportingPeriod, new: ReportingPeriod) -> dict[date, date]:
    """The days that figures of the old period are counted between, and those of the new one."""
    by_calendar = ((old.first_day, new.first_day), (old.last_day, new.last_day))
    return dict((*by_calendar, *zip(cut_off(old), cut_off(new), strict=True)))


def _date_in(written: str) -> date | None:
    day, month, year = (int(number) for number in _NUMBERS.findall(written))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date_like(day: date, written: str) -> str:
    """``day`` in figures or in words, as another one was ``written``."""
    if "tháng" not in written.lower():
        return date_text(day)
    zero_day, zero_month = str(day.day).zfill(2), str(day.month).zfill(2 if day.month < 3 else 1)
    return f"{zero_day} tháng {zero_month} năm {day.year}"
