"""A proof without a file: its number, day and content."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.proof import Proof
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import measured, px
from ui.widgets.day_field import DayField

_WIDTH = 440


class ProofNumber(FramedDialog):
    """``agreed`` tells the new ``Proof``."""

    agreed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(text("row_proofs.title"), text("row_proofs.do"), text("window.button_cancel"), parent)
        self._today = today
        self.number, self.title, self.day = QLineEdit(), QLineEdit(), DayField(today)
        fields = (("number", self.number), ("day", self.day), ("title_of", self.title))
        for key, field in fields:
            self.body.addWidget(named(text(f"row_proofs.{key}"), field))
            self.body.addWidget(field)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.number.setFocus()

    @Slot()
    def _tell(self) -> None:
        number, title = self.number.text().strip(), self.title.text().strip()
        if self.day.is_wrong:
            self.show_refusal(text("marking.document_day_wrong"))
            self.day.setFocus()
        elif not (number or title):
            self.show_refusal(text("row_proofs.nothing"))
            self.number.setFocus()
        else:
            self.agreed.emit(Proof(None, number, self.day.day, title, None, self._today))
            self.accept()
