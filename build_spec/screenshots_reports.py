"""States of what stands around reports: ad hoc ones, evidence of indicators, loaded outlines and forms."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from build_spec.screenshots_lists import directory, reports
from build_spec.screenshots_window import settle, wait

if TYPE_CHECKING:
    from app.ports import Work
    from ui.main_window import MainWindow
    from ui.pages.directory_page import DirectoryPage

KITS_TAB = 6
"""Where the tab of forms stands in the directory."""


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
    from app.services.report_drafts import start_ad_hoc

    page = reports(window)
    assert page.board is not None
    assert page.board.plan is not None
    begin = partial(start_ad_hoc, plan_id=page.board.plan.id, outline="", kit=report_kit())
    title = "Kết quả rà soát, đơn giản hóa thủ tục hành chính"
    window.operations.write("", partial(begin, period=parse_period("2026-05-01..2026-06-15"), title=title))
    settle(window)
    page.close_report()


def signed_report(window: "MainWindow") -> None:
    """A signed report that the register has moved away from."""
    from app.domain.reporting_period import parse_period
    from app.domain.statistics_form import NOT_AVAILABLE
    from app.exchange.outlines import report_kit
    from app.services.report_drafts import latest_report, start_report
    from app.services.report_life import sign_report
    from app.services.stored_figures import enter_figures

    kit, period = report_kit(), parse_period("2026-Q1")
    page = reports(window)
    assert page.board is not None
    assert page.board.plan is not None
    plan_id = page.board.plan.id

    def sign(work: "Work") -> int:
        drafted = latest_report(work, plan_id, period)
        report_id = drafted.id if drafted else start_report(work, plan_id, period, kit)
        sign_report(work, report_id, "45", date(2026, 3, 16), kit)
        enter_figures(work, period, kit.forms, {"1/1": NOT_AVAILABLE})
        return report_id

    window.operations.write("", sign, page.open_report)
    settle(window)
    page.editor.outline.choose("I.2")


def kits(window: "MainWindow") -> "DirectoryPage":
    """Outlines and forms, one of them loaded."""
    from dataclasses import replace

    from app.domain.report_kits import KitKind
    from app.exchange.outlines import report_kit
    from app.services.kits import take_kit

    kit = report_kit()
    loaded = replace(kit.forms, title="Biểu thống kê CCHC của tỉnh", forms=kit.forms.forms[:3])
    use_case = partial(take_kit, content=loaded, kind=KitKind.FORMS, from_year=2027, shipped=kit)
    window.operations.write("", use_case)
    settle(window)
    page = directory(window, KITS_TAB)
    page.kits.table.choose([len(page.kits.lines) - 2])
    return page


def kit_preview(window: "MainWindow") -> None:
    """An outline as it is read from a file, before it is taken."""
    from app.exchange.kit_files import write_kit_file
    from app.exchange.outlines import report_kit

    page = directory(window, KITS_TAB)
    write_kit_file(report_kit().outline, window.data_folder / "de cuong.xlsx")
    page.kits.read_file(window.data_folder / "de cuong.xlsx")
    while page.kits.background.running:
        wait(20)


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
