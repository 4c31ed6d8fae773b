"""Asks for an appendix's label and title."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import measured, px

_WIDTH = 520


class AppendixName(FramedDialog):
    """``named`` tells label ("Phụ lục số 01") and title, without blanks around them; one of them must be there."""

    named = Signal(str, str)

    def __init__(self, caption: str, do: str, label: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(caption, do, text("window.button_cancel"), parent)
        self.label = QLineEdit(label)
        self.title = QLineEdit(title)
        for key, field in (("appendix_label", self.label), ("appendix_title", self.title)):
            self.body.addWidget(named(text(f"plan_page.{key}"), field))
            self.body.addWidget(field)
            field.textChanged.connect(self._check)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        (self.title if label else self.label).setFocus()
        self._check()

    @Slot()
    def _check(self) -> None:
        self.do.setEnabled(bool(self.label.text().strip() or self.title.text().strip()))

    @Slot()
    def _tell(self) -> None:
        self.named.emit(self.label.text().strip(), self.title.text().strip())
        self.accept()
