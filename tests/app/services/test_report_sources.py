"""What reports are made from, over the real storage."""

from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.reporting_period import ReportingPeriod
from app.ports import Storage
from app.services import report_printing
from tests.app.services.reporting import KIT, Q1


def test_a_period_of_another_year_is_refused(reported: Storage) -> None:
    with pytest.raises(Refused) as refused:
        reported.read(partial(report_printing.report_for, plan_id=1, period=ReportingPeriod(2025, Q1.every), kit=KIT))
    assert refused.value.key == "report.other_year"
