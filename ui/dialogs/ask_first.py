"""Asks before something is done that a person may not have meant."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from ui.dialogs.frame import FramedDialog
from ui.theme import measured, px

_WIDTH = 440


class AskFirst(FramedDialog):
    """``agreed`` tells that it is to be done; Enter and Escape do nothing."""

    agreed = Signal()

    def __init__(self, title: str, words: str, do: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(title, do, cancel, parent)
        self.words = QLabel(words, wordWrap=True)
        self.body.addWidget(self.words)
        self.do.setAutoDefault(False)
        self.do.setDefault(False)
        self.cancel.setDefault(True)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.cancel.setFocus()

    @Slot()
    def _tell(self) -> None:
        self.agreed.emit()
        self.accept()
