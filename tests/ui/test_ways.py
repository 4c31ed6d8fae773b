"""The ways between pages: by keys, by the foot of the side bar."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.staff import Person
from tests.windows import bring_forward
from ui.main_window import MainWindow


def test_ctrl_f_goes_to_the_search_box_of_the_plan(qtbot: QtBot, window: MainWindow) -> None:
    bring_forward(qtbot, window)
    window.actions_["find"].trigger()
    assert window.focusWidget() is window.plan_page.search_box


def test_the_foot_of_the_side_bar_says_who_works_and_leads_to_the_staff_list(qtbot: QtBot, window: MainWindow) -> None:
    assert "chưa chọn" in window.side_bar.worker.text()
    qtbot.mouseClick(window.side_bar.worker, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.current_page is window.page("directory"))
    window.operations.write("ghi", lambda work: work.save_person(Person("Cán bộ A")))
    qtbot.waitUntil(lambda: "Cán bộ A" in window.side_bar.worker.text())
