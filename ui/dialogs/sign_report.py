"""Asks under which number and on which day a report was signed."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import measured, px
from ui.widgets.day_field import DayField
from ui.widgets.file_drop import FileDrop
from ui.widgets.file_field import FileField

_WIDTH = 420


class SignReport(FramedDialog):
    """``agreed`` tells number, day and the path of the scan (None: none). The dialog stays until whoever listens closes
    it or shows a refusal."""

    agreed = Signal(str, object, object)

    def __init__(self, today: date, number: str = "", parent: QWidget | None = None) -> None:
        """``number`` is offered first."""
        super().__init__(
            text("reports_page.sign_title"), text("reports_page.sign_do"), text("reports_page.cancel"), parent
        )
        self.number = QLineEdit(number)
        self.day = DayField(today, today)
        self.body.addWidget(QLabel(text("reports_page.sign_words"), wordWrap=True))
        for name, field in (("number", self.number), ("day", self.day)):
            self.body.addWidget(named(text(f"reports_page.sign_{name}"), field))
            self.body.addWidget(field)
        self.scan = FileField()
        FileDrop(self).dropped.connect(self.scan.take)
        self.body.addWidget(named(text("reports_page.sign_scan"), self.scan.choose))
        self.body.addWidget(self.scan)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.number.setFocus()

    @Slot()
    def _tell(self) -> None:
        if self.day.day is None:
            self.show_refusal(text("reports_page.no_day"))
        elif not self.number.text().strip():
            self.show_refusal(text("report.no_number"))
        else:
            self.do.setEnabled(False)
            self.agreed.emit(self.number.text().strip(), self.day.day, self.scan.path)

    def done_well(self, _result: object = None) -> None:
        """The signature is noted."""
        self.accept()
