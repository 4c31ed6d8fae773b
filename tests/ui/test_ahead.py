"""The tracking page is there before anybody asks for it."""

from datetime import date
from pathlib import Path
from typing import cast

from pytestqt.qtbot import QtBot

from app.ports import Storage
from ui.ahead import MakeAhead
from ui.main_window import MainWindow
from ui.milestone_keeper import keeper_of
from ui.pages.tracking_page import TrackingPage


def test_list_and_page_are_made_while_nobody_waits(
    qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path
) -> None:
    window = MainWindow(storage, tmp_path, date(2026, 6, 17))
    qtbot.addWidget(window)
    window.show_page("plan")
    keeper = keeper_of(window.operations)
    keeper._pause.setInterval(1)
    assert "tracking" not in window._pages
    MakeAhead(window, plan_id)
    qtbot.waitUntil(lambda: "tracking" in window._pages)
    page = cast(TrackingPage, window.page("tracking"))
    qtbot.waitUntil(lambda: page.listed is not None)
    assert page.table.lines.rowCount() > 0 and not page.isVisible()
    kept = keeper.kept
    window.show_page("tracking")
    assert page.listed is kept and window.operations.idle
    window.close()
