"""Asks for the password of a backup that is locked."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import named
from ui.dialogs.growing import GrowingDialog
from ui.theme import measured, px

_WIDTH = 460


class BackupPassword(GrowingDialog):
    """``agreed`` tells what was typed; the dialog stays until the file has opened with it."""

    agreed = Signal(str)

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        title, do, cancel = text("backup_password.title"), text("backup_password.do"), text("backup_window.cancel")
        super().__init__(title, do, cancel, parent)
        words = QLabel(text("backup_password.words", file=file.name), wordWrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.body.addWidget(words)
        self.body.addWidget(named(text("backup_password.field"), self.password))
        self.body.addWidget(self.password)
        self.do.setEnabled(False)
        self.password.textChanged.connect(self._typed)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.password.setFocus()

    def show_refusal(self, sentence: str) -> None:
        """Say what is wrong, the password ready to be typed anew."""
        super().show_refusal(sentence)
        self.password.selectAll()
        self.password.setFocus()

    @Slot(str)
    def _typed(self, words: str) -> None:
        self.do.setEnabled(bool(words))

    @Slot()
    def _tell(self) -> None:
        self.do.setEnabled(False)
        self.agreed.emit(self.password.text())
