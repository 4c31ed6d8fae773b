"""A file being written: how far it is, what came of it, and the buttons that open it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.theme import HALF_GAP

_BUTTON_MARGINS = 40

Write = Callable[[Path, Progress], Path]


class FileWriter(QWidget):
    """Writes one file in the background. ``changed`` tells that it begins or ends, ``refused`` the sentence that says
    why it failed, ``moved`` the other name that is taken where a program holds the file open."""

    changed = Signal()
    refused = Signal(str)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = Background(self)
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.bar = QProgressBar(maximum=0, textVisible=False)
        self.open_file = QPushButton(text("export_dialog.open_file"))
        self.open_folder = QPushButton(text("export_dialog.open_folder"))
        self.use_other = QPushButton()
        self._path = self._other = Path()
        self._write: Write | None = None
        self._lay_out()
        self._connect()
        self._show()

    def write(self, path: Path, write: Write) -> None:
        """Run ``write`` with ``path`` on a background thread."""
        self._path, self._write = path, write
        self.refused.emit("")
        self.background.start(partial(write, path))
        self._show(text("export_dialog.working"))
        self.changed.emit()

    def say(self, sentence: str) -> None:
        """Say something while nothing has been written."""
        self._show(sentence)

    def stop(self) -> None:
        """Wait for the file being written: it is either whole or not there."""
        self.background.stop()

    @Slot(object)
    def _finished(self, path: Path) -> None:
        self._show(text("export_dialog.done", name=path.name), written=True)
        self.open_file.setFocus()
        self.changed.emit()

    @Slot(object)
    def _refused(self, error: Refused) -> None:
        self._show()
        self.refused.emit(sentence_for(error))
        if error.key == "export.target_open":
            self._offer(self._path.with_name(str(error.values["other"])))
        self.changed.emit()

    @Slot(object)
    def _failed(self, _error: Exception) -> None:
        self._show()
        self.refused.emit(text("export_dialog.failed"))
        self.changed.emit()

    def _offer(self, other: Path) -> None:
        self._other = other
        room = self.width() - _BUTTON_MARGINS - self.fontMetrics().horizontalAdvance(self._other_words(""))
        shown = self.fontMetrics().elidedText(other.name, Qt.TextElideMode.ElideMiddle, max(room, 0))
        self.use_other.setText(self._other_words(shown))
        self.use_other.setToolTip(self._other_words(other.name))
        self.use_other.show()

    def _other_words(self, name: str) -> str:
        return text("export_dialog.use_other", name=name)

    @Slot()
    def _take_other(self) -> None:
        if self._write is not None:
            self.moved.emit(self._other)
            self.write(self._other, self._write)

    @Slot()
    def _open_file(self) -> None:
        self._open(self._path)

    @Slot()
    def _open_folder(self) -> None:
        self._open(self._path.parent)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.words.setText(text("export_dialog.not_opened", path=path))

    def _show(self, words: str = "", written: bool = False) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.bar.setVisible(self.background.running)
        self.open_file.setVisible(written)
        self.open_folder.setVisible(written)
        self.use_other.hide()

    def _connect(self) -> None:
        self.background.finished.connect(self._finished)
        self.background.refused.connect(self._refused)
        self.background.failed.connect(self._failed)
        self.open_file.clicked.connect(self._open_file)
        self.open_folder.clicked.connect(self._open_folder)
        self.use_other.clicked.connect(self._take_other)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_GAP)
        self.bar.setFixedHeight(6)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        for button in (self.open_file, self.open_folder, self.use_other):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
