"""With text half as large again every page still fits on the screen of an office's PC."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ports import Storage
from ui.look import change_look
from ui.main_window import MainWindow
from ui.pages import PAGES, SETTINGS
from ui.theme import Look, apply_theme

WIDTH, HEIGHT = 1366, 700
"""1366x768 without the task bar and the frame of the window."""


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with text of 150 %, on a register with one plan."""
    assert plan_id
    apply_theme(qapp, Look(150))
    made = MainWindow(storage, tmp_path, date(2026, 6, 17))
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: made.operations.idle)
    made.close()
    change_look(Look())


@pytest.mark.parametrize("look", [Look(150), Look(150, True)], ids=["usual", "high-contrast"])
@pytest.mark.parametrize("name", [spec.name for spec in (*PAGES, SETTINGS)])
def test_every_page_fits(qtbot: QtBot, window: MainWindow, name: str, look: Look) -> None:
    change_look(look)
    window.show_page(name)
    qtbot.waitUntil(lambda: window.operations.idle)
    least = window.minimumSizeHint()
    assert least.width() <= WIDTH, f"{name}: {least.width()}"
    assert least.height() <= HEIGHT, f"{name}: {least.height()}"
