"""Asks to whom and when a signed report was sent."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import measured, px
from ui.widgets.day_field import DayField

_WIDTH = 420


class SendReport(FramedDialog):
    """``agreed`` tells receiver, day and what shows that it arrived."""

    agreed = Signal(str, object, str)

    def __init__(self, today: date, receiver: str = "", parent: QWidget | None = None) -> None:
        """``receiver`` is offered first."""
        super().__init__(
            text("reports_page.send_title"), text("reports_page.send_do"), text("reports_page.cancel"), parent
        )
        self.receiver = QLineEdit(receiver)
        self.day = DayField(today, today)
        self.receipt = QLineEdit()
        for name, field in (("to", self.receiver), ("day", self.day), ("receipt", self.receipt)):
            self.body.addWidget(named(text(f"reports_page.send_{name}"), field))
            self.body.addWidget(field)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.receiver.setFocus()

    @Slot()
    def _tell(self) -> None:
        if self.day.day is None:
            self.show_refusal(text("reports_page.no_day"))
        elif not self.receiver.text().strip():
            self.show_refusal(text("reports_page.no_receiver"))
        else:
            self.agreed.emit(self.receiver.text().strip(), self.day.day, self.receipt.text().strip())
            self.accept()
