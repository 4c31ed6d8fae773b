"""What the window says in dialogs: trouble with the machine, what the program is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from app import VERSION
from app.texts import text

if TYPE_CHECKING:
    from ui.widgets.banner import Banner


class Messages(QObject):
    """One long-lived receiver for everything that has to be said."""

    def __init__(self, window: QWidget, banner: Banner, data_folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._banner = banner
        self._folder = data_folder

    @Slot(str)
    def show_trouble(self, sentence: str) -> None:
        """The machine is in the way: say it and what to do."""
        self._say(QMessageBox.Icon.Warning, text("window.trouble_title"), sentence)

    @Slot()
    def show_about(self) -> None:
        """Version and data folder."""
        words = text("window.about_text", version=VERSION, folder=self._folder)
        self._say(QMessageBox.Icon.Information, text("window.about_title"), words)

    def _say(self, kind: QMessageBox.Icon, title: str, words: str) -> None:
        box = QMessageBox(kind, title, words, QMessageBox.StandardButton.NoButton, self._window)
        box.addButton(text("window.button_ok"), QMessageBox.ButtonRole.AcceptRole)
        box.open()
