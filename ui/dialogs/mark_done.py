"""Asks when milestones were met, and by which document."""

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, named

_WIDTH = 440


class MarkDone(FramedDialog):
    """``agreed`` tells the day, the document's number and symbol, and the note."""

    agreed = Signal(object, str, str)

    def __init__(self, count: int, today: date, parent: QWidget | None = None) -> None:
        """``count`` milestones are asked about; none can be met after ``today``."""
        super().__init__(
            text("tracking_page.dialog_title"), text("tracking_page.dialog_do"), text("window.button_cancel"), parent
        )
        one = text("tracking_page.dialog_one")
        words = one if count == 1 else text("tracking_page.dialog_count", count=count)
        self.body.addWidget(QLabel(words, wordWrap=True))
        last = QDate(today.year, today.month, today.day)
        self.day = QDateEdit(last)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setCalendarPopup(True)
        self.day.setMaximumDate(last)
        self.document = QLineEdit()
        self.note = QLineEdit()
        for key, field in (("day", self.day), ("document", self.document), ("note", self.note)):
            self.body.addWidget(named(text(f"tracking_page.dialog_{key}"), field))
            self.body.addWidget(field)
        self.do.clicked.connect(self._tell)
        self.setMinimumWidth(_WIDTH)
        self.document.setFocus()

    @Slot()
    def _tell(self) -> None:
        day = cast(date, self.day.date().toPython())
        self.agreed.emit(day, self.document.text().strip(), self.note.text().strip())
        self.accept()
