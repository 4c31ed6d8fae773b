"""Asks from which day on things are called off or were not carried out, and why."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import measured, px
from ui.widgets.day_field import DayField

_WIDTH = 440


class CancelMilestone(FramedDialog):
    """``agreed`` tells the day and the reason."""

    agreed = Signal(object, str)

    def __init__(self, count: int, today: date, parent: QWidget | None = None, kind: str = "cancel") -> None:
        """``count`` milestones are asked about; with ``kind`` "no" it is about work not carried out in a period."""
        title, do = text(f"marking.{kind}_title"), text(f"marking.{kind}_do")
        super().__init__(title, do, text("marking.cancel_back"), parent)
        words = text(f"marking.{kind}_one") if count == 1 else text(f"marking.{kind}_count", count=count)
        self.body.addWidget(QLabel(words, wordWrap=True))
        self.day = DayField(today, today)
        self.reason = QLineEdit()
        for key, field in (("day", self.day), ("reason", self.reason)):
            self.body.addWidget(named(text(f"marking.{kind}_{key}"), field))
            self.body.addWidget(field)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.reason.setFocus()

    @Slot()
    def _tell(self) -> None:
        day, reason = self.day.day, self.reason.text().strip()
        if day is None:
            self.show_refusal(text("marking.cancel_day_wrong"))
            self.day.setFocus()
        elif not reason:
            self.show_refusal(text("marking.reason_missing"))
            self.reason.setFocus()
        else:
            self.agreed.emit(day, reason)
            self.accept()
