"""The menu on a heading, the dialogs it opens, and a heading dragged elsewhere."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from app.domain.plan import Appendix, Role
from ui.operations import Operations
from ui.pages.column_commands import ColumnCommands
from ui.pages.plan_page import PlanPage

Stored = Callable[[], Appendix]


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, plan_id: int) -> Iterator[PlanPage]:
    """The plan page alone."""
    made = PlanPage(operations)
    qtbot.addWidget(made)
    operations.changed.connect(made.show_changes)
    made.resize(1100, 600)
    made.open_plan(plan_id)
    made.show()
    yield made
    qtbot.waitUntil(lambda: operations.idle)


@pytest.fixture
def columns(page: PlanPage) -> ColumnCommands:
    """The commands for columns of the page."""
    return page.editing.columns


def entry(columns: ColumnCommands, words: str) -> QAction:
    """An entry of the open menu or of its submenus."""
    assert columns.menu is not None
    actions = [action for menu in (columns.menu, *columns.menu.findChildren(QMenu)) for action in menu.actions()]
    return [action for action in actions if action.text() == words][-1]


def answer(columns: ColumnCommands, words: str) -> None:
    """Type into the dialog and accept it."""
    dialog = columns.dialog
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue(words)
    dialog.accept()


def headings(stored: Stored) -> list[str]:
    """The stored headings."""
    return [column.heading for column in stored().columns]


def test_the_menu_of_a_heading_renames_its_column(
    qtbot: QtBot, page: PlanPage, columns: ColumnCommands, stored: Stored
) -> None:
    header = page.table.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(2) + 5, 5))
    assert columns.menu is not None
    assert columns.menu.isVisible()
    entry(columns, "Đổi tên cột…").trigger()
    assert columns.dialog is not None
    assert columns.dialog.textValue() == "Chủ trì"
    answer(columns, "Cơ quan chủ trì")
    qtbot.waitUntil(lambda: page.operations.idle)
    assert headings(stored)[2] == "Cơ quan chủ trì"
    columns.menu.close()


def test_a_new_column_is_asked_for_and_an_empty_name_adds_none(
    qtbot: QtBot, page: PlanPage, columns: ColumnCommands, stored: Stored
) -> None:
    page.table.go_to(1, 1)
    columns.add_column()
    answer(columns, "  ")
    columns.add_column()
    answer(columns, "Ghi chú")
    qtbot.waitUntil(lambda: page.operations.idle)
    assert headings(stored) == ["TT", "Nội dung thực hiện", "Ghi chú", "Chủ trì", "Thời gian"]


def test_the_menu_says_and_changes_what_a_column_means(
    qtbot: QtBot, page: PlanPage, columns: ColumnCommands, stored: Stored
) -> None:
    page.table.go_to(1, 3)
    columns.open_menu_here()
    assert entry(columns, "Thời hạn").isChecked()
    assert not entry(columns, "Chuyển sang phải").isEnabled()
    entry(columns, "Ghi chú").trigger()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert stored().columns[3].role is Role.NOTE
    assert columns.menu is not None
    columns.menu.close()


def test_hidden_columns_stand_in_the_menu_to_be_shown_again(
    qtbot: QtBot, page: PlanPage, columns: ColumnCommands, stored: Stored
) -> None:
    columns.hide(2, True)
    qtbot.waitUntil(lambda: page.operations.idle)
    columns.open_menu(1, QPoint())
    entry(columns, "Chủ trì").trigger()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert not stored().columns[2].hidden
    assert columns.menu is not None
    columns.menu.close()


def test_a_dragged_heading_takes_its_cells_along(
    qtbot: QtBot, page: PlanPage, stored: Stored, columns: ColumnCommands
) -> None:
    page.table.horizontalHeader().moveSection(3, 1)
    qtbot.waitUntil(lambda: page.operations.idle)
    assert headings(stored) == ["TT", "Thời gian", "Nội dung thực hiện", "Chủ trì"]
    assert stored().rows[1].cells[:2] == ("1", "Quý I")
    assert page.table.horizontalHeader().visualIndex(1) == 1
    assert page.table.appendix_model.headerData(1, page.table.horizontalHeader().orientation()) == "Thời gian"
    columns.remove(1)
    qtbot.waitUntil(lambda: page.operations.idle)
    assert len(stored().columns) == 3
