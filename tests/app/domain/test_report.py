"""What may be done with a report before and after its signature."""

from dataclasses import replace

import pytest

from app.domain.errors import Refused
from app.domain.official import OfficialDocument
from app.domain.report import Report, ReportState, must_be_open, must_be_signed
from app.domain.reporting_period import parse_period

DRAFT = Report(1, parse_period("2026-Q1"), "bao-cao", OfficialDocument("BC", (), "Báo cáo"), ())


@pytest.mark.parametrize("state", ReportState)
def test_a_report_is_open_until_it_is_signed(state: ReportState) -> None:
    report = replace(DRAFT, state=state)
    fits, other = (must_be_signed, must_be_open) if report.is_frozen else (must_be_open, must_be_signed)
    assert fits(report) is report
    with pytest.raises(Refused) as refused:
        other(report)
    assert refused.value.key == ("report.frozen" if report.is_frozen else "report.not_signed")
