"""The way of a report from draft to what was sent and put right, over the real storage."""

from datetime import date
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.report import ReportState
from app.ports import Storage
from app.services import report_drafts, report_life
from tests.app.services.reporting import KIT, Q1, words_of


def test_the_way_of_a_report(reported: Storage) -> None:
    report_id = reported.write("lập", partial(report_drafts.start_report, plan_id=1, period=Q1, kit=KIT)).result
    with pytest.raises(Refused):
        reported.write("lập", partial(report_drafts.start_report, plan_id=1, period=Q1, kit=KIT))
    with pytest.raises(Refused):
        reported.write("gửi", partial(report_life.send_report, report_id=report_id, sent_to="x", day=date(2026, 3, 20)))
    reported.write("trình", partial(report_life.submit_report, report_id=report_id))
    with pytest.raises(Refused):
        sign = partial(report_life.sign_report, report_id=report_id, number=" ", day=date(2026, 3, 16))
        reported.write("ký", partial(sign, kit=KIT))
    sign = partial(report_life.sign_report, report_id=report_id, number="05", day=date(2026, 3, 16), kit=KIT)
    reported.write("ký", sign)
    reported.write("gửi", partial(report_life.send_report, report_id=report_id, sent_to="Sở", day=date(2026, 3, 17)))
    (summary,) = reported.read(lambda work: work.list_reports([1]))
    assert (summary.state, summary.number, summary.signed_on) == (ReportState.SENT, "05", date(2026, 3, 16))
    amended = reported.write("đính chính", partial(report_life.amend_report, report_id=report_id)).result
    again = reported.read(lambda work: work.get_report(amended))
    assert (again.amends, again.state, again.head.number) == (report_id, ReportState.DRAFT, "")
    assert any("thay thế Báo cáo số 05/BC-UBND ngày 16/3/2026" in line for line in words_of(reported, amended))
    reported.undo()
    reported.undo()
    assert reported.read(lambda work: work.get_report(report_id)).state is ReportState.SIGNED
    reported.undo()
    assert reported.read(lambda work: work.frozen(report_id)) is None
