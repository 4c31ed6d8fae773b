"""A report of 40 pages in the real window: opening it, and typing into it."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.body import BodyParagraph, Level, Run
from app.domain.reporting_period import parse_period
from app.exchange.outlines import report_kit
from app.exchange.samples import sample_plan
from app.services.report_drafts import start_report
from db.storage import open_storage
from ui.main_window import MainWindow
from ui.pages.reports_page import ReportsPage
from ui.theme import apply_theme

_PARAGRAPHS = 18
_SENTENCE = "Đơn vị đã tham mưu ban hành kế hoạch, tổ chức triển khai đến các thôn, tổ dân phố và báo cáo đúng hạn. "


def _window(folder: Path) -> tuple[MainWindow, int]:
    """A window that has come to rest with the page of reports in front, and the id of a long report."""
    application = cast(QApplication, QApplication.instance() or QApplication([]))
    apply_theme(application)
    storage, kit = open_storage(folder), report_kit()
    plan_id = storage.write("", lambda work: work.add_plan(sample_plan())).result
    period = parse_period("2026-6M")
    report_id = storage.write("", partial(start_report, plan_id=plan_id, period=period, kit=kit)).result
    report = storage.read(lambda work: work.get_report(report_id))
    words = (BodyParagraph((Run(_SENTENCE * 4),), Level.PLAIN),) * _PARAGRAPHS
    parts = tuple(part if part.level is Level.PART else replace(part, paragraphs=words) for part in report.parts)
    storage.write("", lambda work: work.save_report(replace(report, parts=parts)))
    window = MainWindow(storage, folder, date(2026, 6, 17))
    window.show()
    window.show_page("reports")
    _rest(_page_of(window))
    return window, report_id


def _page_of(window: MainWindow) -> ReportsPage:
    return cast(ReportsPage, window.page("reports"))


def _rest(page: ReportsPage) -> None:
    while not page.operations.idle:
        QTest.qWait(5)
    QTest.qWait(50)


def open_long(folder: Path) -> Callable[[], float]:
    """Seconds from the click until the report is painted."""
    window, report_id = _window(folder)

    def opened() -> float:
        page = _page_of(window)
        start = time.perf_counter()
        page.open_report(report_id)
        while page.editor.view is None:
            QApplication.processEvents()
        page.grab()
        took = time.perf_counter() - start
        page.close_report()
        _rest(page)
        return took

    return opened


def type_letter(folder: Path) -> Callable[[], object]:
    """One letter typed into the longest part, painted."""
    window, report_id = _window(folder)
    _page_of(window).open_report(report_id)
    _rest(_page_of(window))

    def typed() -> None:
        editor = _page_of(window).editor.editor
        QCoreApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ạ"))
        QApplication.processEvents()

    return typed
