"""Asks from which day on things are called off, and why."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.widgets.day_field import DayField

_WIDTH = 440


class CancelMilestone(FramedDialog):
    """``agreed`` tells the day and the reason."""

    agreed = Signal(object, str)

    def __init__(self, count: int, today: date, parent: QWidget | None = None) -> None:
        """``count`` milestones are asked about."""
        super().__init__(text("marking.cancel_title"), text("marking.cancel_do"), text("marking.cancel_back"), parent)
        words = text("marking.cancel_one") if count == 1 else text("marking.cancel_count", count=count)
        self.body.addWidget(QLabel(words, wordWrap=True))
        self.day = DayField(today, today)
        self.reason = QLineEdit()
        for label, field in (("marking.cancel_day", self.day), ("marking.cancel_reason", self.reason)):
            self.body.addWidget(named(text(label), field))
            self.body.addWidget(field)
        self.do.clicked.connect(self._tell)
        self.setMinimumWidth(_WIDTH)
        self.reason.setFocus()

    @Slot()
    def _tell(self) -> None:
        day, reason = self.day.day, self.reason.text().strip()
        if day is None:
            self.show_refusal(text("marking.cancel_day_wrong"))
            self.day.setFocus()
        elif not reason:
            self.show_refusal(text("tracking.no_reason"))
            self.reason.setFocus()
        else:
            self.agreed.emit(day, reason)
            self.accept()
