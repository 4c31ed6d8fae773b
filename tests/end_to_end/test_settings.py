"""Settings through the real window: they outlive a restart, and reach another computer in a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.domain.settings import Settings
from app.services.settings import read_settings
from db.storage import open_storage
from tests.windows import bring_forward
from ui.application import prepare
from ui.look import change_look
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.theme import Look, look_now

CTRL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def _started(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    """The program on ``folder`` from its start to its end, as ``run_window`` makes it."""
    folder.mkdir(exist_ok=True)
    storage = open_storage(folder)
    prepare(folder)
    window = MainWindow(storage, folder, date(2026, 6, 17))
    window.show()
    with qtbot.waitSignal(window.started, timeout=20_000):
        window.start()
    qtbot.waitUntil(lambda: window.operations.idle)
    yield window
    qtbot.waitUntil(lambda: window.operations.idle)
    window.close()
    storage.close()


@pytest.fixture
def usual() -> Iterator[None]:
    yield
    change_look(Look())


def _page(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    window.actions_["settings"].trigger()
    page = cast(SettingsPage, window.current_page)
    qtbot.waitUntil(lambda: window.operations.idle and not page.folders.measuring.running)
    return page


def test_text_made_larger_by_keys_is_larger_after_a_restart(qtbot: QtBot, usual: None, tmp_path: Path) -> None:
    with _started(qtbot, tmp_path / "so") as window:
        bring_forward(qtbot, window)
        for _ in range(7):
            qtbot.keyClick(window, Qt.Key.Key_Equal, CTRL)
        qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
        assert look_now() == Look(140)
        assert window.font().pixelSize() == 18
    change_look(Look())
    with _started(qtbot, tmp_path / "so") as window:
        assert look_now() == Look(140)
        assert window.font().pixelSize() == 18
        qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
        assert look_now() == Look()


def test_the_keys_work_in_a_dialog_too(qtbot: QtBot, usual: None, tmp_path: Path) -> None:
    with _started(qtbot, tmp_path / "so") as window:
        bring_forward(qtbot, window)
        window.actions_["new_plan"].trigger()
        dialog = cast(QDialog, QApplication.activeModalWidget())
        bring_forward(qtbot, dialog)
        qtbot.waitUntil(lambda: dialog.findChild(QShortcut, "textKeys") is not None)
        qtbot.keyClick(dialog, Qt.Key.Key_Equal, CTRL)
        assert look_now() == Look(110)
        assert dialog.font().pixelSize() == 14
        dialog.reject()


def test_settings_go_to_another_computer_in_a_file(qtbot: QtBot, usual: None, tmp_path: Path) -> None:
    file = tmp_path / "cai-dat.json"
    with _started(qtbot, tmp_path / "mot") as window:
        page = _page(qtbot, window)
        page.look.contrast.click()
        qtbot.keyClick(window, Qt.Key.Key_Equal, CTRL)
        page.rules.soon_days.setValue(14)
        page.rules.paper.setCurrentIndex(1)
        page.carry.export_to(file)
        qtbot.waitUntil(file.is_file)
        qtbot.waitUntil(lambda: not page.carry.background.running)
    change_look(Look())
    with _started(qtbot, tmp_path / "hai") as window:
        page = _page(qtbot, window)
        page.carry.import_from(file)
        qtbot.waitUntil(lambda: look_now() == Look(110, True))
        qtbot.waitUntil(lambda: window.operations.idle)
        assert window.operations.read_now(read_settings) == Settings(soon_days=14, paper="A3")
    change_look(Look())
    with _started(qtbot, tmp_path / "hai"):
        assert look_now() == Look(110, True)
