"""Appendices added, named, moved and deleted from their tabs, over real storage."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.ports import Storage
from tests.windows import bring_forward
from ui.actions import Actions
from ui.dialogs.appendix_name import AppendixName
from ui.operations import Operations
from ui.pages.plan_page import PlanPage


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, plan_id: int) -> Iterator[PlanPage]:
    """The plan page with its commands in a window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    made = PlanPage(operations)
    made.use_actions(actions)
    actions["undo"].triggered.connect(operations.undo)
    operations.history_changed.connect(actions.show_history)
    operations.changed.connect(made.show_changes)
    window.setCentralWidget(made)
    made.open_plan(plan_id)
    bring_forward(qtbot, window)
    yield made
    qtbot.waitUntil(lambda: operations.idle)
    window.close()


def labels(storage: Storage, plan_id: int) -> list[str]:
    """Labels of the stored appendices."""
    return [one.label for one in storage.read(lambda work: work.list_appendices(plan_id))]


def shown(page: PlanPage) -> list[str]:
    """What stands on the tabs."""
    return [page.tabs.tabText(place) for place in range(page.tabs.count())]


def command(qtbot: QtBot, page: PlanPage, name: str) -> None:
    """Give a command of the menu and wait for its end."""
    actions = page.window().findChild(Actions)
    assert actions is not None
    actions[name].trigger()
    qtbot.waitUntil(lambda: page.operations.idle)


def dialog_of(page: PlanPage) -> AppendixName:
    """The dialog that is open."""
    found = page.appendices.dialog
    assert found is not None
    return found


def test_a_new_appendix_has_the_columns_of_the_one_in_front(
    qtbot: QtBot, page: PlanPage, storage: Storage, plan_id: int
) -> None:
    command(qtbot, page, "add_appendix")
    dialog = dialog_of(page)
    assert dialog.label.text() == "Phụ lục số 03"
    QTest.keyClicks(dialog.title, "Chuyen doi so")
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.operations.idle)
    assert labels(storage, plan_id) == ["Phụ lục số 01", "Phụ lục số 03", "Phụ lục số 02"]
    assert shown(page) == ["PL 01 · 3", "PL 03 · 0", "PL 02 · 0"]
    assert page.tabs.currentIndex() == 1
    appendix = page.table.appendix_model.appendix
    assert (appendix.title, len(appendix.columns)) == ("Chuyen doi so", 4)
    command(qtbot, page, "undo")
    assert labels(storage, plan_id) == ["Phụ lục số 01", "Phụ lục số 02"]
    assert page.table.appendix_model.appendix.id == page.tabs.appendix_id


def test_an_appendix_takes_another_label_and_title(
    qtbot: QtBot, page: PlanPage, storage: Storage, plan_id: int
) -> None:
    page.tabs.tabBarDoubleClicked.emit(0)
    dialog = dialog_of(page)
    dialog.label.clear()
    dialog.title.clear()
    assert not dialog.do.isEnabled()
    dialog.label.setText("  Phụ lục số 09 ")
    dialog.do.click()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert labels(storage, plan_id)[0] == "Phụ lục số 09"
    assert shown(page)[0] == "PL 09 · 3"
    assert page.table.appendix_model.appendix.title == ""
    command(qtbot, page, "undo")
    assert shown(page)[0] == "PL 01 · 3"
    assert page.table.appendix_model.appendix.title == "Cải cách thể chế"


def test_an_appendix_moves_and_stays_in_front(qtbot: QtBot, page: PlanPage, storage: Storage, plan_id: int) -> None:
    command(qtbot, page, "appendix_left")
    command(qtbot, page, "appendix_right")
    assert labels(storage, plan_id) == ["Phụ lục số 02", "Phụ lục số 01"]
    assert (shown(page), page.tabs.currentIndex()) == (["PL 02 · 0", "PL 01 · 3"], 1)
    command(qtbot, page, "appendix_left")
    assert labels(storage, plan_id) == ["Phụ lục số 01", "Phụ lục số 02"]


def test_deleting_stores_what_is_typed_and_undo_brings_all_back(
    qtbot: QtBot, page: PlanPage, storage: Storage, plan_id: int
) -> None:
    page.table.go_to(1, 1)
    page.table.edit_place("Đang gõ")
    command(qtbot, page, "delete_appendix")
    assert shown(page) == ["PL 02 · 0"]
    assert page.table.appendix_model.rowCount() == 0
    command(qtbot, page, "delete_appendix")
    assert shown(page) == []
    assert "chưa có phụ lục" in page.status
    command(qtbot, page, "undo")
    command(qtbot, page, "undo")
    assert shown(page) == ["PL 01 · 3", "PL 02 · 0"]
    kept = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    assert kept.rows[1].cells[1] == "Đang gõ"


def test_a_plan_without_appendices_gets_one_with_the_usual_columns(
    qtbot: QtBot, page: PlanPage, storage: Storage, plan_id: int
) -> None:
    command(qtbot, page, "delete_appendix")
    command(qtbot, page, "delete_appendix")
    command(qtbot, page, "add_appendix")
    dialog_of(page).do.click()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert labels(storage, plan_id) == ["Phụ lục số 01"]
    assert len(page.table.appendix_model.appendix.columns) == 6


def test_the_menu_opens_for_the_tab_under_the_pointer(qtbot: QtBot, page: PlanPage) -> None:
    page.tabs.customContextMenuRequested.emit(page.tabs.tabRect(1).center())
    assert page.tabs.currentIndex() == 1
    assert page.appendices.menu.isVisible()
    assert [action.objectName() for action in page.appendices.menu.actions() if not action.isSeparator()] == [
        *("add_appendix", "rename_appendix", "appendix_left", "appendix_right", "delete_appendix")
    ]
    page.appendices.menu.close()
    qtbot.waitUntil(lambda: page.operations.idle)
