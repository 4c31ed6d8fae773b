"""Following a plan in the real window: look, filter, mark five at once, undo, redo, go to the row."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.exchange.samples import sample_plan
from app.ports import Storage
from tests.end_to_end.hands import CTRL, SHIFT, focused, key, settle, type_words
from tests.windows import bring_forward
from ui.dialogs.mark_done import MarkDone
from ui.main_window import MainWindow
from ui.pages.home_page import HomePage
from ui.pages.tracking_page import TrackingPage

TODAY = date(2026, 6, 17)


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, tmp_path: Path) -> Iterator[MainWindow]:
    """The window in front, the plan open."""
    made = MainWindow(storage, tmp_path, TODAY)
    qtbot.addWidget(made)
    made.show_page("plan")
    bring_forward(qtbot, made)
    settle(qtbot, made)
    yield made
    settle(qtbot, made)
    made.close()


def late_on_home(qtbot: QtBot, window: MainWindow) -> int:
    """How many late milestones the overview counts."""
    window.show_page("home")
    settle(qtbot, window)
    return int(cast(HomePage, window.page("home")).frame.late.number.text())


def test_from_the_overview_to_five_marks_and_back(qtbot: QtBot, window: MainWindow, storage: Storage) -> None:
    late = late_on_home(qtbot, window)
    assert late >= 5
    home = cast(HomePage, window.page("home"))
    qtbot.mouseClick(home.frame.late.number, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    page = cast(TrackingPage, window.current_page)
    assert page.table.lines.rowCount() == late

    page.table.setFocus()
    page.table.setCurrentIndex(page.table.lines.index(0, 0))
    for _ in range(4):
        key(Qt.Key.Key_Down, SHIFT)
    assert len(page.table.selected) == 5
    key(Qt.Key.Key_Return, CTRL)
    dialog = page.findChild(MarkDone)
    assert dialog is not None
    qtbot.waitUntil(dialog.document.hasFocus)
    type_words("27/BC-UBND")
    key(Qt.Key.Key_Return)
    settle(qtbot, window)
    plan_id = window.plan_page.plan_id
    assert plan_id is not None
    found = storage.read(lambda work: work.marks(plan_id))
    assert len(found) == 5 and {mark.document for mark in found} == {"27/BC-UBND"}
    assert page.table.lines.rowCount() == late - 5
    assert late_on_home(qtbot, window) == late - 5

    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert home.frame.late.number.text() == str(late)
    window.actions_["redo"].trigger()
    settle(qtbot, window)
    assert home.frame.late.number.text() == str(late - 5)

    bring_forward(qtbot, window)  # without a window manager the dialog gives the keys back to nobody
    window.show_page("tracking")
    settle(qtbot, window)
    page.table.setCurrentIndex(page.table.lines.index(0, 0))
    line = page.table.lines.shown[0]
    key(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.current_page is window.plan_page
    assert window.plan_page.tabs.appendix_id == line.appendix_id
    place = window.plan_page.table.place
    assert place is not None
    assert window.plan_page.table.appendix_model.appendix.rows[place[0]].id == line.row_id
    assert window.plan_page.table.isAncestorOf(focused()) or focused() is window.plan_page.table


def test_a_plan_chosen_to_follow_is_the_plan_that_is_open(qtbot: QtBot, window: MainWindow, storage: Storage) -> None:
    first = window.plan_page.plan_id
    second = storage.write("nhập", lambda work: work.add_plan(sample_plan())).result
    window.show_page("tracking")
    settle(qtbot, window)
    page = cast(TrackingPage, window.current_page)
    assert first != second and page.chooser.count() == 2
    page.chooser.activated.emit(1)
    settle(qtbot, window)
    assert page.listed is not None and page.listed.plan is not None and page.listed.plan.id == second
    window.show_page("plan")
    assert window.plan_page.plan_id == second


def test_calendar_and_timeline_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("tracking")
    settle(qtbot, window)
    page = cast(TrackingPage, window.current_page)
    key(Qt.Key.Key_F, CTRL)
    assert focused() is page.filters.words
    type_words("bao cao")
    qtbot.waitUntil(lambda: page.filters.clear.isEnabled() and page.table.lines.filter.words == "bao cao")
    found = page.table.lines.rowCount()

    key(Qt.Key.Key_2, CTRL)
    grid = page.views.calendar.grid
    assert focused() is grid and grid.day == TODAY
    key(Qt.Key.Key_PageUp)
    assert page.views.calendar.month.text() == "Tháng 5 năm 2026"
    day = next(line.due for line in page.table.lines.shown if line.due and line.due.month == 5)
    while grid.day != day:
        key(Qt.Key.Key_Right if grid.day < day else Qt.Key.Key_Left)
    key(Qt.Key.Key_Return)
    assert focused() is page.views.calendar.day_lines and page.selected[0].due == day

    key(Qt.Key.Key_3, CTRL)
    timeline = page.views.along.timeline
    assert focused() is timeline and sum(len(row) for row in timeline.rows) == found
    key(Qt.Key.Key_Escape)
    assert sum(len(row) for row in timeline.rows) > found
    key(Qt.Key.Key_Down)
    [line] = page.selected
    key(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.current_page is window.plan_page
    assert window.plan_page.tabs.appendix_id == line.appendix_id


def test_the_overview_leads_to_the_questions_of_the_period(qtbot: QtBot, window: MainWindow, storage: Storage) -> None:
    window.show_page("home")
    settle(qtbot, window)
    home = cast(HomePage, window.page("home"))
    asked = int(home.frame.to_ask.number.text())
    assert asked > 1
    qtbot.mouseClick(home.frame.to_ask.number, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    page = cast(TrackingPage, window.current_page)
    assert page.table.lines.rowCount() == asked
    page.table.selectAll()
    qtbot.mouseClick(page.foot.answer_yes, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: page.table.lines.rowCount() == 0)
    window.show_page("home")
    settle(qtbot, window)
    assert home.frame.to_ask.number.text() == "0"
