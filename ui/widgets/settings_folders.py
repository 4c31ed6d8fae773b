"""The folders of this computer: where exported files and backups go first, and where the data lie."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from app.chosen_folder import check_backup_folder, check_folder, folder_size
from app.domain.errors import Refused
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.computer import BACKUPS, EXPORTS, Computer
from ui.theme import HALF_GAP
from ui.widgets.settings_card import SettingsCard

_KB = 1024
_UNITS = (("settings.size_gb", _KB**3), ("settings.size_mb", _KB**2), ("settings.size_kb", _KB))


class FolderLine(QWidget):
    """Shows a folder; ``chosen`` tells another one, None to go without."""

    chosen = Signal(object)

    def __init__(self, title: str, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._none = title, none
        self.folder: Path | None = None
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.choose = QPushButton(text("settings.folder_choose"))
        self.forget = QPushButton(text("settings.folder_forget"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(HALF_GAP)
        line.addWidget(self.words, 1)
        line.addWidget(self.forget)
        line.addWidget(self.choose)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._ask)
        self.forget.clicked.connect(partial(self.chosen.emit, None))

    def show_folder(self, folder: Path | None) -> None:
        """Show ``folder``, None for none."""
        self.folder = folder
        self.words.setText(_breakable(str(folder)) if folder else self._none)
        self.forget.setVisible(folder is not None)

    @Slot()
    def _ask(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self._title, str(self.folder or ""))
        if found:
            self.chosen.emit(Path(found))


class FoldersCard(SettingsCard):
    """Takes a folder only where files can be written there; ``stop`` before it goes away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(text("settings.part_folders"), parent)
        self._computer: Computer | None = None
        none = text("settings.folder_none"), text("settings.folder_none_backup")
        self.exports = FolderLine(text("settings.folder_pick_export"), none[0])
        self.backups = FolderLine(text("settings.folder_pick_backup"), none[1])
        self.data = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.open_data = QPushButton(text("settings.folder_open"))
        self.refusal = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.refusal.setObjectName("refusal")
        self.refusal.hide()
        self.checking, self.measuring = Background(self), Background(self)
        self._lay_out()
        self._connect()

    def show_computer(self, computer: Computer) -> None:
        """Show what was chosen on ``computer``; each folder is looked at, and so is how much the data take."""
        self._computer = computer
        self.exports.show_folder(computer.folder(EXPORTS))
        self.backups.show_folder(computer.folder(BACKUPS))
        data = computer.data_folder
        self.data.setText(text("settings.data_size_reading", folder=_breakable(str(data))))
        self.measuring.start(partial(_measure, data))
        kept = [folder for folder in (self.exports.folder, self.backups.folder) if folder is not None]
        self.checking.start(partial(_look_at, kept))

    def stop(self) -> None:
        """Wait for what is under way."""
        self.checking.stop()
        self.measuring.stop()

    def take(self, name: str, folder: Path | None) -> None:
        """Keep ``folder`` for ``name`` once it was found to be fit; None at once."""
        self.refusal.hide()
        if self._computer is None:
            return
        if folder is None:
            self._keep((name, None))
        else:
            self.checking.start(partial(_check, name, folder, self._computer.data_folder))

    @Slot(object)
    def _keep(self, found: tuple[str, Path | None] | None) -> None:
        if found is not None and self._computer is not None:
            name, folder = found
            self._computer.keep_folder(name, folder)
            (self.exports if name == EXPORTS else self.backups).show_folder(folder)

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self.refusal.setText(sentence_for(error))
        self.refusal.show()

    @Slot(object)
    def _show_size(self, size: int) -> None:
        if self._computer is not None:
            folder = _breakable(str(self._computer.data_folder))
            self.data.setText(text("settings.data_size", folder=folder, size=size_words(size)))

    @Slot()
    def _open(self) -> None:
        if self._computer is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._computer.data_folder)))

    def _lay_out(self) -> None:
        self.add_field(text("settings.export_folder"), self.exports, fills=True)
        self.add_field(text("settings.backup_folder"), self.backups, fills=True)
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(HALF_GAP)
        inside.addWidget(self.data, 1)
        inside.addWidget(self.open_data)
        line.setFocusProxy(self.open_data)
        self.add_field(text("settings.data_folder"), line, fills=True)
        self.add_whole(self.refusal)

    def _connect(self) -> None:
        self.exports.chosen.connect(partial(self.take, EXPORTS))
        self.backups.chosen.connect(partial(self.take, BACKUPS))
        self.open_data.clicked.connect(self._open)
        self.checking.finished.connect(self._keep)
        self.checking.refused.connect(self._refuse)
        self.measuring.finished.connect(self._show_size)


def size_words(size: int) -> str:
    """A size in bytes as people read it: "12,5 MB"."""
    key, unit = next(((key, unit) for key, unit in _UNITS if size >= unit), _UNITS[-1])
    return text(key, number=f"{size / unit:.1f}".replace(".", ","))


def _breakable(path: str) -> str:
    """A path that may go on in the next line after each folder."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def _measure(folder: Path, _progress: Progress) -> int:
    return folder_size(folder)


def _look_at(folders: list[Path], _progress: Progress) -> None:
    """Raises Refused for the first of ``folders`` that is not fit any more."""
    for folder in folders:
        check_folder(folder)


def _check(name: str, folder: Path, data_folder: Path, _progress: Progress) -> tuple[str, Path]:
    return name, check_backup_folder(folder, data_folder) if name == BACKUPS else check_folder(folder)
