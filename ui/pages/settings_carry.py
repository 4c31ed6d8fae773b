"""Settings to a file, and from the file of another computer."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton

from app.domain.errors import Refused
from app.domain.settings import Settings
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.computer import export_folder_of
from ui.dialogs.document_target import documents_folder
from ui.theme import HALF_GAP, look_now
from ui.widgets.settings_card import SettingsCard

if TYPE_CHECKING:
    from ui.pages.settings_page import SettingsPage


class SettingsCarry(QObject):
    """``card`` has the two buttons and says below them what came of it; ``stop`` before the page goes away."""

    def __init__(self, page: "SettingsPage") -> None:
        super().__init__(page)
        self._page = page
        self._file = Path()
        self.card = SettingsCard(text("settings.part_carry"))
        self.export, self.import_ = QPushButton(text("settings.export")), QPushButton(text("settings.import"))
        self.said = QLabel(wordWrap=True)
        self.background = Background(self)
        self._lay_out()
        self.export.clicked.connect(self._ask_target)
        self.import_.clicked.connect(self._ask_source)
        self.background.finished.connect(self._done)
        self.background.refused.connect(self._refuse)

    def stop(self) -> None:
        """Wait for a file being written or read."""
        self.background.stop()

    def export_to(self, file: Path) -> None:
        """Write what is set into ``file``."""
        self._page.finish_editing()
        self._file = file if file.suffix else file.with_suffix(".json")
        self._page.operations.when_written(self._export)

    def import_from(self, file: Path) -> None:
        """Set what ``file`` holds, all of it or nothing."""
        self._page.finish_editing()
        self._file = file
        self.background.start(partial(_read, self._now(), file))

    def _now(self) -> Settings:
        look = look_now()
        kept = self._page.rules.settings
        return replace(kept, text_size=look.text_size, high_contrast=look.high_contrast)

    def _export(self) -> None:
        self.background.start(partial(_write, self._now(), self._file))

    @Slot(object)
    def _done(self, read: Settings | None) -> None:
        if read is not None:
            self._page.use(read)
        self._say(text("settings.imported" if read else "settings.exported", name=self._file.name), "quiet")

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self._say(sentence_for(error), "refusal")

    def _say(self, words: str, look: str) -> None:
        self.said.setObjectName(look)
        self.said.setText(words)
        self.said.style().polish(self.said)
        self.said.show()

    @Slot()
    def _ask_target(self) -> None:
        place = (export_folder_of(self._page) or documents_folder()) / text("settings.file_name")
        title, kind = text("settings.export_title"), text("settings.file_filter")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, str(place), kind)
        if chosen:
            self.export_to(Path(chosen))

    @Slot()
    def _ask_source(self) -> None:
        place = str(export_folder_of(self._page) or documents_folder())
        title, kind = text("settings.import_title"), text("settings.file_filter")
        chosen, _ = QFileDialog.getOpenFileName(self._page, title, place, kind)
        if chosen:
            self.import_from(Path(chosen))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        for button in (self.export, self.import_):
            line.addWidget(button)
        line.addStretch(1)
        self.card.add_hint(text("settings.carry_hint"))
        self.card.add_whole(line)
        self.card.add_whole(self.said)
        self.said.hide()


def _write(settings: Settings, file: Path, _progress: Progress) -> None:
    from app.exchange.settings_file import write_settings

    write_settings(settings, file)


def _read(before: Settings, file: Path, _progress: Progress) -> Settings:
    from app.exchange.settings_file import read_settings_file

    return read_settings_file(file, before)
