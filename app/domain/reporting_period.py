"""Reporting periods: quarter, six months, nine months, year, and from one day to another."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.dates import date_text
from app.domain.errors import Refused
from app.domain.milestone import Every
from app.domain.numerals import roman
from app.domain.occurrence import day_of_month

CUT_OFF_DAY = 14
"""The day of a period's last month that figures are cut off on (Nghị định 09/2019/NĐ-CP, Điều 12)."""
_CODE = re.compile(r"(20[0-9]{2})-(?:Q([1-4])|(6M|9M|Y))")
_MARKS = {Every.SIX_MONTHLY: "6M", Every.NINE_MONTHLY: "9M", Every.YEARLY: "Y"}
_LENGTHS = {Every.QUARTERLY: 3, Every.SIX_MONTHLY: 6, Every.NINE_MONTHLY: 9, Every.YEARLY: 12}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """A period of ``year``: ``every`` is QUARTERLY (``number`` 1 to 4), SIX_MONTHLY, NINE_MONTHLY, YEARLY, or AD_HOC
    with the days ``start`` and ``end``, both of which belong to it. Without a ``start`` it goes from the day on which
    the reports of its year begin."""

    year: int
    every: Every
    number: int = 1
    start: date | None = None
    end: date | None = None

    @property
    def months(self) -> range:
        """The numbers of its months within the year; for an ad hoc period those it touches in its last year."""
        if self.every is Every.AD_HOC:
            return range(self.first_day.month if self.first_day.year == self.year else 1, self.last_day.month + 1)
        length = _LENGTHS[self.every]
        first = (self.number - 1) * length + 1
        return range(first, first + length)

    @property
    def first_day(self) -> date:
        """Its first day by the calendar, whatever day figures are cut off on."""
        if self.start is None and self.every is Every.AD_HOC:
            return date(self.year - 1, 12, CUT_OFF_DAY) + _ONE_DAY
        return self.start or date(self.year, self.months[0], 1)

    @property
    def last_day(self) -> date:
        """Its last day by the calendar."""
        return self.end or day_of_month(self.year, self.months[-1], 31)

    @property
    def code(self) -> str:
        """As the command line writes it: 2025-Q1, 2025-6M, 2025-9M, 2025-Y, 2025-01-05..2025-02-20, ..2025-02-20."""
        if self.every is Every.AD_HOC:
            return f"{self.start or ''}..{self.last_day}"
        return f"{self.year}-{_MARKS.get(self.every, f'Q{self.number}')}"

    @property
    def name(self) -> str:
        """As it is called in official documents: Quý I năm 2025, 6 tháng đầu năm 2025, năm 2025."""
        if self.every is Every.AD_HOC and self.start is None:
            return f"tính đến ngày {date_text(self.last_day)}"
        if self.every is Every.AD_HOC:
            return f"từ ngày {date_text(self.first_day)} đến ngày {date_text(self.last_day)}"
        if self.every is Every.QUARTERLY:
            return f"Quý {roman(self.number)} năm {self.year}"
        return f"năm {self.year}" if self.every is Every.YEARLY else f"{len(self.months)} tháng đầu năm {self.year}"


def parse_period(code: str) -> ReportingPeriod:
    """The period written ``code`` (see ``ReportingPeriod.code``). Raises Refused for anything else."""
    start, dots, end = code.strip().partition("..")
    if dots:
        return _parse_days(start, end, code)
    found = _CODE.fullmatch(code.strip().upper())
    if not found:
        raise Refused("statistics.unknown_period", code=code)
    if found[2]:
        return ReportingPeriod(int(found[1]), Every.QUARTERLY, int(found[2]))
    return ReportingPeriod(int(found[1]), next(every for every, mark in _MARKS.items() if mark == found[3]))


def ad_hoc_period(start: date | None, end: date) -> ReportingPeriod:
    """The days from ``start`` to ``end``, both included; None: from the beginning of the reporting year of ``end``.
    Raises Refused where ``end`` comes first."""
    if start is not None and end < start:
        raise Refused("statistics.period_backwards", start=date_text(start), end=date_text(end))
    return ReportingPeriod(end.year, Every.AD_HOC, start=start, end=end)


def _parse_days(start: str, end: str, code: str) -> ReportingPeriod:
    try:
        first = date.fromisoformat(start.strip()) if start.strip() else None
        last = date.fromisoformat(end.strip())
    except ValueError as error:
        raise Refused("statistics.unknown_period", code=code) from error
    return ad_hoc_period(first, last)


def cut_off(period: ReportingPeriod, day: int = CUT_OFF_DAY) -> tuple[date, date]:
    """The first and last day whose figures belong to ``period``: from the day after the cut-off before it to its own
    (Nghị định 09/2019/NĐ-CP, Điều 12: quý I is 15/12 to 14/3, năm is 15/12 to 14/12). ``day`` is the office's own day
    where a ministry or province has set another. An ad hoc period is cut off on its own days."""
    if period.every is Every.AD_HOC:
        return period.first_day, period.last_day
    before = day_of_month(period.year, period.months[0] - 1, day)
    return before + _ONE_DAY, day_of_month(period.year, period.months[-1], day)


def next_period(period: ReportingPeriod) -> ReportingPeriod:
    """The period of the next report. Quarter I is followed by six months, nine months and the year; an office that
    reports quarter II goes on in quarters. After an ad hoc period come as many days again."""
    if period.every is Every.AD_HOC:
        return _shifted(period, forward=True)
    if period.every is Every.QUARTERLY and period.number in (2, 3):
        return ReportingPeriod(period.year, Every.QUARTERLY, period.number + 1)
    chain = [Every.QUARTERLY, Every.SIX_MONTHLY, Every.NINE_MONTHLY, Every.YEARLY]
    if period.every is Every.YEARLY or period.number == 4:
        return ReportingPeriod(period.year + 1, Every.QUARTERLY, 1)
    return ReportingPeriod(period.year, chain[chain.index(period.every) + 1])


def previous_period(period: ReportingPeriod) -> ReportingPeriod:
    """The period of the report before: its wording is what a new report starts from. Before quarter I lies the year
    before, before six months quarter I."""
    if period.every is Every.AD_HOC:
        return _shifted(period, forward=False)
    if period.every is Every.QUARTERLY and period.number > 1:
        return ReportingPeriod(period.year, Every.QUARTERLY, period.number - 1)
    before = {
        Every.QUARTERLY: ReportingPeriod(period.year - 1, Every.YEARLY),
        Every.SIX_MONTHLY: ReportingPeriod(period.year, Every.QUARTERLY, 1),
        Every.NINE_MONTHLY: ReportingPeriod(period.year, Every.SIX_MONTHLY),
        Every.YEARLY: ReportingPeriod(period.year, Every.NINE_MONTHLY),
    }
    return before[period.every]


def same_period_last_year(period: ReportingPeriod) -> ReportingPeriod:
    """What "cùng kỳ năm trước" means for ``period``."""
    if period.every is not Every.AD_HOC:
        return ReportingPeriod(period.year - 1, period.every, period.number)
    days = [day_of_month(day.year - 1, day.month, day.day) for day in (period.first_day, period.last_day)]
    return ad_hoc_period(*days)


def _shifted(period: ReportingPeriod, forward: bool) -> ReportingPeriod:
    length = period.last_day - period.first_day
    if forward:
        start = period.last_day + _ONE_DAY
        return ad_hoc_period(start, start + length)
    end = period.first_day - _ONE_DAY
    return ad_hoc_period(end - length, end)
