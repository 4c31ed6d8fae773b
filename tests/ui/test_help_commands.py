"""The help from the menu, by F1, in dialogs, and after an update."""

import importlib
import pkgutil
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

import ui
import ui.pages
from app import VERSION
from app.domain.help_page import Grid, plain_words
from app.exchange.help_files import screen_topics, topics
from app.texts import text
from tests.windows import bring_forward
from ui.dialogs.ask_first import AskFirst
from ui.dialogs.plan_info import PlanInfoDialog
from ui.help_context import DIRECTORY_TABS, dialog_topic, topic_of
from ui.help_pages import help_pages
from ui.help_shortcuts import spelled
from ui.main_window import MainWindow
from ui.pages import PAGES, PageSpec
from ui.pages.directory_page import DirectoryPage

ALONE = [one for one in vars(ui.pages).values() if isinstance(one, PageSpec)]
"""Pages without a button in the side bar."""


def shown_topic(window: MainWindow) -> str:
    assert window.help.help is not None
    assert window.help.help.isVisible()
    return window.help.help.topic


@pytest.mark.parametrize("name", sorted(spec.name for spec in {*PAGES, *ALONE}))
def test_every_page_has_a_topic_that_exists(window: MainWindow, name: str) -> None:
    assert screen_topics()["pages"][name] in topics()
    window.show_page(name)
    assert topic_of(window) == screen_topics()["pages"].get(f"{name}/units", screen_topics()["pages"][name])


def test_nothing_of_the_help_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, ui.main_window; print(*(name for name in sys.modules if name[:2] in ('ui', 'ap')))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert [name for name in said.split() if "help" in name or "guide" in name] == ["ui.help_commands"]


def test_every_dialog_has_a_topic_that_exists() -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    named = screen_topics()["dialogs"]
    lacking = [kind.__name__ for kind in all_below(QDialog) if kind.__module__.startswith("ui.")]
    assert sorted(set(lacking) - set(named)) == []
    assert set(named.values()) - {""} <= set(topics())
    assert set(screen_topics()["pages"].values()) <= set(topics())


def all_below(kind: type[QDialog]) -> list[type[QDialog]]:
    return [one for below in kind.__subclasses__() for one in (below, *all_below(below))]


def test_every_tab_of_the_directory_has_a_topic(window: MainWindow) -> None:
    window.show_page("directory")
    page = window.page("directory")
    assert isinstance(page, DirectoryPage)
    assert page.bar.count() == len(DIRECTORY_TABS)
    for place, name in enumerate(DIRECTORY_TABS):
        page.show_tab(place)
        assert topic_of(window) == screen_topics()["pages"][f"directory/{name}"]


def test_f1_opens_the_page_about_what_is_in_front(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("tracking")
    qtbot.waitUntil(lambda: window.operations.idle)
    window.actions_["help"].trigger()
    assert shown_topic(window) == "theo-doi"
    window.show_page("reports")
    window.actions_["help"].trigger()
    assert shown_topic(window) == "bao-cao"


def test_the_menu_opens_shortcuts_and_news(window: MainWindow) -> None:
    window.actions_["shortcuts"].trigger()
    assert shown_topic(window) == "phim-tat"
    window.actions_["whats_new"].trigger()
    assert shown_topic(window) == "co-gi-moi"


def test_escape_closes_and_the_size_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    window.help.show_topic("nhap")
    first = window.help.help
    assert first is not None
    first.resize(900, 600)
    bring_forward(qtbot, first)
    qtbot.keyClick(first.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not first.isVisible())
    assert window.settings.contains("help_geometry")


def test_a_dialog_has_f1_and_a_help_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    plan_id = window.plan_page.plan_id
    assert plan_id is not None
    dialog = PlanInfoDialog(window.operations, plan_id, window)
    dialog.open()
    bring_forward(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.findChild(QShortcut, "helpShortcut") is not None)
    window.help.show_here()
    from ui.help_window import HelpWindow

    own = dialog.findChild(HelpWindow)
    assert own is not None
    assert own.topic == dialog_topic(dialog) != ""
    assert window.help.help is None
    dialog.close()


def test_a_question_leads_to_the_page_behind_it(qtbot: QtBot, window: MainWindow) -> None:
    dialog = AskFirst("Hỏi", "Thực hiện?", "Có", "Hủy", window)
    qtbot.addWidget(dialog)
    window.show_page("directory")
    assert topic_of(window, dialog) == "danh-muc"


def test_the_first_start_shows_no_news(window: MainWindow) -> None:
    window.started.emit()
    assert window.help.help is None
    assert window.settings.value("version_seen") == VERSION


def test_news_are_shown_once_after_an_update(window: MainWindow) -> None:
    window.settings.setValue("version_seen", "0.0.1")
    window.started.emit()
    assert shown_topic(window) == "co-gi-moi"
    window.help.help.close() if window.help.help else None
    window.started.emit()
    assert window.help.help is not None
    assert not window.help.help.isVisible()


def test_an_update_that_tells_nothing_new_opens_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.help_commands.VERSION", "9.9.9")
    window.settings.setValue("version_seen", VERSION)
    window.started.emit()
    assert window.help.help is None
    assert window.settings.value("version_seen") == "9.9.9"


def test_who_worked_with_a_version_that_kept_nothing_is_told_all(window: MainWindow) -> None:
    window.settings.setValue("geometry", "")
    window.started.emit()
    assert shown_topic(window) == "co-gi-moi"


def test_the_page_of_shortcuts_is_that_of_the_real_commands(window: MainWindow) -> None:
    rows = {
        tuple(plain_words(cell) for cell in row)
        for block in help_pages()["phim-tat"].blocks
        if isinstance(block, Grid)
        for row in block.rows
    }
    for name in window.actions_:
        keys = [spelled(one.toString().replace("Del", "Delete")) for one in window.actions_[name].shortcuts()]
        words = text(f"window.action_{name}").replace("&", "").rstrip("…")
        if keys:
            assert (", ".join(keys), words) in rows
        else:
            assert words not in {row[1] for row in rows}
