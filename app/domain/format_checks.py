"""All checks of an official document before it is printed, in the order of its parts."""

from app.domain.format_check import Finding, missing_parts, number_and_day, recipients
from app.domain.format_check_period import other_periods
from app.domain.format_check_signature import signature
from app.domain.format_check_totals import table_sums, totals
from app.domain.format_check_words import appendices, blanks, dates
from app.domain.official import OfficialDocument
from app.domain.reporting_period import ReportingPeriod

_CHECKS = (missing_parts, number_and_day, dates, blanks, totals, table_sums, appendices, recipients, signature)


def check_format(document: OfficialDocument, period: ReportingPeriod | None = None) -> tuple[Finding, ...]:
    """Everything missing or wrong in ``document``; with ``period`` also the words that belong to another one. An empty
    tuple means that nothing was found, not that a reader can be spared."""
    found = [finding for check in _CHECKS for finding in check(document)]
    return (*found, *(other_periods(document, period) if period else ()))
