"""The page of settings in the real window: kept at once, checked, carried to another computer."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.domain.settings import Settings
from app.ports import Storage
from app.services.accounts import turn_on
from app.services.settings import read_settings
from app.texts import text
from ui.computer import BACKUPS, EXPORTS, computer_of, export_folder_of
from ui.look import change_look
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.theme import Look, look_now
from ui.widgets.settings_folders import size_words

TODAY = date(2026, 6, 17)


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a register with one plan."""
    assert plan_id
    made = MainWindow(storage, tmp_path / "so", TODAY)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: made.operations.idle)
    made.close()
    change_look(Look())


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    """The page, in front and filled."""
    window.actions_["settings"].trigger()
    found = window.current_page
    assert isinstance(found, SettingsPage)
    qtbot.waitUntil(lambda: window.operations.idle and not found.folders.measuring.running)
    return found


def test_the_foot_of_the_side_bar_leads_here(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.side_bar.settings, Qt.MouseButton.LeftButton)
    assert isinstance(window.current_page, SettingsPage)
    assert window.focusWidget() is window.current_page.look.text_size


def test_text_and_contrast_change_at_once_and_are_kept(window: MainWindow, page: SettingsPage) -> None:
    page.look.text_size.setCurrentIndex(page.look.text_size.findData(130))
    page.look.text_size.activated.emit(page.look.text_size.currentIndex())
    page.look.contrast.click()
    assert look_now() == Look(130, True)
    assert (window.settings.value("text_size"), window.settings.value("high_contrast")) in (("130", "1"), (130, "1"))
    window.actions_["text_smaller"].trigger()
    assert page.look.text_size.currentData() == 120


def test_days_are_kept_and_every_list_reads_again(qtbot: QtBot, storage: Storage, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.operations.changed):
        page.rules.soon_days.setValue(30)
        page.finish_editing()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert storage.read(read_settings) == Settings(soon_days=30)
    assert page.settings.soon_days == 30


def test_what_is_refused_does_not_stay_on_the_screen(
    qtbot: QtBot, storage: Storage, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Refused("settings.no_settings_file")

    monkeypatch.setattr("ui.pages.settings_page.save_settings", refuse)
    page.rules.soon_days.setValue(30)
    page.finish_editing()
    qtbot.waitUntil(lambda: page.rules.soon_days.value() == 7)
    assert storage.read(read_settings) == Settings()


def test_what_a_print_begins_with_is_kept(qtbot: QtBot, storage: Storage, page: SettingsPage) -> None:
    page.rules.paper.setCurrentIndex(1)
    page.rules.states.setCurrentIndex(2)
    page.rules.ticks["whole_text"].click()
    qtbot.waitUntil(lambda: storage.read(read_settings) == Settings(paper="A3", states="never", whole_text=True))


def test_minutes_until_the_lock_are_shown_where_there_are_accounts(
    qtbot: QtBot, storage: Storage, page: SettingsPage
) -> None:
    assert page.rules.lock.isHidden()
    storage.write("", lambda work: turn_on(work, "Quản trị", "mat khau du dai 1"))
    page.rules.show_settings(Settings(lock_minutes=0), locks=True)
    assert not page.rules.lock.isHidden()
    assert page.rules.lock_minutes.text() == text("settings.lock_never")


def test_a_folder_is_taken_only_where_files_can_go(qtbot: QtBot, page: SettingsPage, tmp_path: Path) -> None:
    assert page.computer is not None
    page.folders.take(EXPORTS, tmp_path)
    qtbot.waitUntil(lambda: page.folders.exports.folder == tmp_path)
    assert export_folder_of(page.look) == tmp_path
    for name, folder in ((EXPORTS, tmp_path / "không có"), (BACKUPS, page.computer.data_folder)):
        page.folders.take(name, folder)
        with qtbot.waitSignal(page.folders.checking.refused):
            pass
        assert folder.name in page.folders.refusal.text()
    assert (page.computer.folder(EXPORTS), page.computer.folder(BACKUPS)) == (tmp_path, None)
    page.folders.take(EXPORTS, None)
    assert page.computer.folder(EXPORTS) is None


def test_a_folder_that_went_away_is_said(qtbot: QtBot, window: MainWindow, page: SettingsPage, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    window.computer.keep_folder(BACKUPS, tmp_path / "usb")
    (tmp_path / "usb").rmdir()
    page.enter()
    qtbot.waitUntil(lambda: "usb" in page.folders.refusal.text())


def test_the_data_folder_is_shown_with_its_size(page: SettingsPage) -> None:
    assert page.folders.data.text().endswith("KB)") or page.folders.data.text().endswith("MB)")
    sizes = [size_words(size) for size in (0, 1536, 5 * 1024**2, 3 * 1024**3)]
    assert sizes == ["0,0 KB", "1,5 KB", "5,0 MB", "3,0 GB"]


def test_a_file_brings_all_or_nothing(qtbot: QtBot, storage: Storage, page: SettingsPage, tmp_path: Path) -> None:
    bad = tmp_path / "sai.json"
    bad.write_text('{"format": "so-cchc-settings/1", "soon_days": 20, "text_size": 7}', encoding="utf-8")
    page.carry.import_from(bad)
    with qtbot.waitSignal(page.carry.background.refused):
        pass
    assert "text_size" in page.carry.said.text()
    assert storage.read(read_settings) == Settings()
    assert look_now() == Look()
    good = tmp_path / "dung.json"
    good.write_text('{"format": "so-cchc-settings/1", "soon_days": 20, "text_size": 140}', encoding="utf-8")
    page.carry.import_from(good)
    qtbot.waitUntil(lambda: storage.read(read_settings) == Settings(soon_days=20))
    qtbot.waitUntil(lambda: look_now() == Look(140))


def test_a_widget_outside_the_window_knows_no_computer(page: SettingsPage) -> None:
    assert computer_of(page.look) is page.computer
    assert computer_of(None) is None
