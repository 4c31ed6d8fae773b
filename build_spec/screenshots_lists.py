"""States of the pages beside the plan: tracking, figures, reports, directory."""

from datetime import date
from typing import TYPE_CHECKING

from build_spec.screenshots_window import close_dialogs, settle, wait

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.directory_page import DirectoryPage
    from ui.pages.figures_page import FiguresPage
    from ui.pages.reports_page import ReportsPage
    from ui.pages.tracking_page import TrackingPage


def figures_page(window: "MainWindow") -> "FiguresPage":
    """The page of figures."""
    from typing import cast

    return cast("FiguresPage", window.page("figures"))


def figures(window: "MainWindow") -> None:
    """A figure that is too small for its parts, one that is doubtful."""
    window.show_page("figures")
    settle(window)
    view = figures_page(window).view
    for code, words in (("4.1", "3"), ("5.1", "1,234")):
        view.row_model.type_cells({view.place_of(code, None): words})
    view.rows.go_to(*view.place_of("4.1", None))


def figures_answer(window: "MainWindow") -> None:
    """The question that stands in a row without a figure."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    view = figures_page(window).view
    view.rows.go_to(*view.place_of("5", None))
    view.rows.setFocus()
    QTest.keyClick(view.rows, Qt.Key.Key_0)


def figures_import(window: "MainWindow") -> None:
    """The figures of six months, read in nine months' forms."""
    from app.domain.reporting_period import parse_period

    page = figures_page(window)
    page.files.write(window.data_folder / "so lieu.xlsx")
    settle(window)
    wait(1500)
    close_dialogs(window)
    page.show_period(parse_period("2026-9M"))
    settle(window)
    page.files.read(window.data_folder / "so lieu.xlsx")
    while page.files.background.running:
        wait(20)


def directory(window: "MainWindow", tab: int) -> "DirectoryPage":
    """The directory page at one of its tabs."""
    from typing import cast

    window.show_page("directory")
    page = cast("DirectoryPage", window.page("directory"))
    page.show_tab(tab)
    settle(window)
    return page


def log(window: "MainWindow") -> "DirectoryPage":
    """The log of changes, filtered."""
    page = directory(window, 4)
    page.log.filters.words.setText("van ban")
    settle(window)
    return page


def log_preview(window: "MainWindow") -> None:
    """The log as it is printed."""
    log(window).log.prints.open_preview()
    settle(window)
    wait(1500)


def reports(window: "MainWindow") -> "ReportsPage":
    """The page of reports."""
    from ui.pages.reports_page import ReportsPage

    window.show_page("reports")
    settle(window)
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    return page


def report(window: "MainWindow") -> None:
    """The first report that is not signed, begun where there is none."""
    page = reports(window)
    line = next(one for one in page.list.lines if one.report is None or one.report.state == "draft")
    page.commands.open_or_start(window.plan_page.plan_id or 0, line)
    settle(window)
    page.editor.outline.choose("I.2")


def sign_report(window: "MainWindow") -> None:
    """What is asked before a report is signed."""
    report(window)
    settle(window)
    page = reports(window)
    if page.editor.view is not None:
        page.commands.take_step("sign", page.editor.view, window.today)


def tracking(window: "MainWindow") -> None:
    """All milestones, the second one chosen."""
    filter_words(window, "")
    settle(window)
    tracking_page(window).table.selectRow(1)


def filter_words(window: "MainWindow", words: str) -> None:
    """The milestones that hold ``words``."""
    from app.domain.line_filter import LineFilter

    window.ways.show_milestones(LineFilter(words=words))


def tracking_page(window: "MainWindow") -> "TrackingPage":
    """The page of tracking."""
    from typing import cast

    return cast("TrackingPage", window.page("tracking"))


def calendar(window: "MainWindow") -> None:
    """The year as a calendar."""
    tracking_page(window).views.choose(1)


def calendar_day(window: "MainWindow") -> None:
    """All that falls due on one day."""
    tracking_page(window).views.calendar.go_to(date(2026, 6, 30))
    tracking_page(window).views.calendar.day_lines.selectAll()


def timeline(window: "MainWindow") -> None:
    """The year along a line."""
    page = tracking_page(window)
    page.views.choose(2)
    page.views.along.timeline.go_to(2, 1)


def questions(window: "MainWindow") -> None:
    """What is to be asked: whether the event came."""
    from app.domain.line_filter import LineFilter
    from app.domain.milestone_lines import LineState

    window.ways.show_milestones(LineFilter(frozenset({LineState.TO_ASK})))
    settle(window)
    tracking_page(window).table.selectRow(0)


def not_carried_out(window: "MainWindow") -> None:
    """The answer "not carried out"."""
    tracking_page(window).commands.answer_no()


def cancel(window: "MainWindow") -> None:
    """Calling a milestone off."""
    tracking(window)
    tracking_page(window).commands.cancel()


def mark_done(window: "MainWindow") -> None:
    """Marking several milestones at once."""
    tracking(window)
    tracking_page(window).table.selectAll()
    tracking_page(window).mark_selected()
