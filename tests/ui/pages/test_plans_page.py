"""The list of plans."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.ports import Storage
from ui.dialogs.ask_name import AskName
from ui.operations import Operations
from ui.pages.plans_page import PlansPage


@pytest.fixture
def page(qtbot: QtBot, operations: Operations) -> PlansPage:
    made = PlansPage(operations)
    qtbot.addWidget(made)
    operations.changed.connect(made.show_changes)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: operations.idle)
    return made


def test_an_empty_register_says_what_to_do(page: PlansPage) -> None:
    assert page.plans == []
    assert not any(button.isEnabled() for button in page.row_buttons.values())
    assert page.new.isEnabled() and page.import_files.isEnabled()


@pytest.mark.usefixtures("plan_id")
def test_the_list_shows_plans_and_enter_opens_one(qtbot: QtBot, page: PlansPage) -> None:
    assert page.table.model().index(0, 0).data() == "Kế hoạch CCHC xã Mẫu năm 2026"
    assert page.table.model().index(0, 3).data() == "3"
    with qtbot.waitSignal(page.plan_wanted) as caught:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert caught.args == [page.plans[0].id, None, None]


@pytest.mark.usefixtures("plan_id")
def test_deleting_asks_first_and_can_be_undone(qtbot: QtBot, page: PlansPage, operations: Operations) -> None:
    page.delete_selected()
    box = page.findChild(QMessageBox)
    assert box is not None and "Kế hoạch CCHC xã Mẫu năm 2026" in box.text()
    yes = next(button for button in box.buttons() if button.text() == "Xóa")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.plans == [])
    operations.undo()
    qtbot.waitUntil(lambda: len(page.plans) == 1)


@pytest.mark.usefixtures("plan_id")
def test_a_plan_becomes_a_template(qtbot: QtBot, page: PlansPage, operations: Operations, storage: Storage) -> None:
    page.save_as_template()
    dialog = page.findChild(AskName)
    assert dialog is not None
    dialog.field.setText("Mẫu xã")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: operations.idle)
    assert [template.name for template in storage.read(lambda work: work.list_templates())] == ["Mẫu xã"]
    qtbot.waitUntil(lambda: "Mẫu xã" in page.counts.text())
