"""The window's frame: pages, menus, title, news."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.staff import Person
from app.ports import Storage
from tests.windows import bring_forward
from ui.actions import MENUS
from ui.main_window import MainWindow
from ui.pages import PAGES


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a register with one plan."""
    assert plan_id
    made = MainWindow(storage, tmp_path, date(2026, 6, 17))
    qtbot.addWidget(made)
    made.show_page("plan")
    made.show()
    qtbot.waitUntil(lambda: made.operations.idle)
    yield made
    qtbot.waitUntil(lambda: made.operations.idle)
    made.close()


def test_the_plan_in_front_names_window_and_office(window: MainWindow) -> None:
    assert window.windowTitle() == "Kế hoạch CCHC xã Mẫu năm 2026 – Sổ CCHC"


@pytest.mark.parametrize("name", [spec.name for spec in PAGES])
def test_every_page_of_the_side_bar_opens(window: MainWindow, name: str) -> None:
    window.show_page(name)
    assert window.current_page is window.page(name)
    assert window.actions_["add_row"].isEnabled() == (name == "plan")


def test_no_shortcut_is_given_twice() -> None:
    keys = [key for menu in MENUS.values() for command in menu if command for key in command.keys]
    assert len(keys) == len(set(keys))


def test_a_refusal_is_news_and_stops_nobody(qtbot: QtBot, window: MainWindow) -> None:
    for column in range(4):
        window.plan_page.editing.columns.hide(column, True)
    qtbot.waitUntil(lambda: window.operations.idle)
    assert "cột duy nhất" in window.banner.sentence


def test_ctrl_f_goes_to_the_search_box_of_the_plan(qtbot: QtBot, window: MainWindow) -> None:
    bring_forward(qtbot, window)
    window.actions_["find"].trigger()
    assert window.focusWidget() is window.plan_page.search_box


def test_without_any_plan_the_list_is_shown(window: MainWindow, qtbot: QtBot, plan_id: int) -> None:
    window.operations.write("xóa", lambda work: work.remove_plan(plan_id))
    qtbot.waitUntil(lambda: window.current_page is window.page("plans"))
    window.operations.undo()
    qtbot.waitUntil(lambda: window.operations.idle)
    window.show_page("plan")
    assert window.current_page is window.plan_page


def test_the_foot_of_the_side_bar_says_who_works_and_leads_to_the_staff_list(qtbot: QtBot, window: MainWindow) -> None:
    assert "chưa chọn" in window.side_bar.worker.text()
    qtbot.mouseClick(window.side_bar.worker, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.current_page is window.page("directory"))
    window.operations.write("ghi", lambda work: work.save_person(Person("Cán bộ A")))
    qtbot.waitUntil(lambda: "Cán bộ A" in window.side_bar.worker.text())


def test_the_only_person_works_from_the_start(qtbot: QtBot, storage: Storage, window: MainWindow) -> None:
    storage.write("ghi", lambda work: work.save_person(Person("Cán bộ A")))
    window.started.emit()
    qtbot.waitUntil(lambda: "Cán bộ A" in window.side_bar.worker.text())
