"""Asks for one name."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog
from ui.theme import measured, px

_WIDTH = 440


class AskName(FramedDialog):
    """``named`` tells the name, without blanks around it; an empty one is not taken."""

    named = Signal(str)

    def __init__(self, title: str, label: str, do: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, do, text("new_plan.cancel"), parent)
        words = QLabel(label, wordWrap=True)
        self.field = QLineEdit(name)
        self.field.selectAll()
        self.field.setAccessibleName(label)
        self.body.addWidget(words)
        self.body.addWidget(self.field)
        self.field.textChanged.connect(self._check)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self._check()

    @Slot()
    def _check(self) -> None:
        self.do.setEnabled(bool(self.field.text().strip()))

    @Slot()
    def _tell(self) -> None:
        self.named.emit(self.field.text().strip())
        self.accept()
