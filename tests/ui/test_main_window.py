"""The window's frame: pages, menus, title, news."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.staff import Person
from app.ports import Storage
from ui.actions import MENUS
from ui.main_window import MainWindow
from ui.pages import PAGES


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


def test_without_any_plan_the_list_is_shown(window: MainWindow, qtbot: QtBot, plan_id: int) -> None:
    window.operations.write("xóa", lambda work: work.remove_plan(plan_id))
    qtbot.waitUntil(lambda: window.current_page is window.page("plans"))
    window.operations.undo()
    qtbot.waitUntil(lambda: window.operations.idle)
    window.show_page("plan")
    assert window.current_page is window.plan_page


def test_the_only_person_works_from_the_start(qtbot: QtBot, storage: Storage, window: MainWindow) -> None:
    storage.write("ghi", lambda work: work.save_person(Person("Cán bộ A")))
    window.started.emit()
    qtbot.waitUntil(lambda: "Cán bộ A" in window.side_bar.worker.text())
