"""States of what stands around reports: ad hoc ones, evidence of indicators, loaded outlines and forms."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from build_spec.screenshots_lists import reports
from build_spec.screenshots_window import settle

if TYPE_CHECKING:
    from app.ports import Work
    from ui.main_window import MainWindow


def ad_hoc_report(window: "MainWindow") -> None:
    """What is asked before an ad hoc report is begun."""
    page = reports(window)
    page.close_report()
    settle(window)
    page.list.ad_hoc.click()


def ad_hoc_reports(window: "MainWindow") -> None:
    """An ad hoc report among the others."""
    from app.domain.reporting_period import parse_period
    from app.exchange.outlines import report_kit
    from app.services.reports import start_ad_hoc

    page = reports(window)
    assert page.board is not None
    assert page.board.plan is not None
    begin = partial(start_ad_hoc, plan_id=page.board.plan.id, outline="", kit=report_kit())
    title = "Kết quả rà soát, đơn giản hóa thủ tục hành chính"
    window.operations.write("", partial(begin, period=parse_period("2026-05-01..2026-06-15"), title=title))
    settle(window)
    page.close_report()


def evidence(window: "MainWindow") -> None:
    """An indicator with values, one of them with a note and two proofs."""
    from ui.pages.indicators_page import IndicatorsPage

    window.operations.write("", _fill)
    window.show_page("indicators")
    settle(window)
    page = window.page("indicators")
    assert isinstance(page, IndicatorsPage)
    page.table.setCurrentCell(page.table.rowCount() - 1, 3)


def _fill(work: "Work") -> None:
    from decimal import Decimal

    from app.domain.indicator import Comparator, Indicator
    from app.domain.proof import Proof
    from app.domain.reporting_period import parse_period
    from app.services.indicator_choice import add
    from app.services.indicator_evidence import note_value, prove_value
    from app.services.indicators import enter_value

    measure = "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn"
    made = add(work, work.list_plans()[-1].id, Indicator(measure, Comparator.AT_LEAST, Decimal(98), "%"))
    for code, typed in (("2026-Q1", "97,2"), ("2026-6M", "99,1")):
        enter_value(work, made, parse_period(code), typed)
    day, place = date(2026, 6, 5), (made, "2026-6M")
    note_value(work, place, "Tăng nhờ số hóa hồ sơ ngay khi tiếp nhận")
    named = Proof(None, "12/BC-UBND", day, "Kết quả giải quyết thủ tục hành chính 6 tháng", None, day)
    prove_value(work, place, [named, Proof(None, "45/TB-UBND", None, "", None, day)])
