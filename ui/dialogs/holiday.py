"""Asks for a day on which offices are closed."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import measured, px
from ui.widgets.day_field import DayField

_WIDTH = 400


class HolidayDialog(FramedDialog):
    """``agreed`` tells the day and its name."""

    agreed = Signal(object, str)

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        """``year`` is the one whose days are entered."""
        title, do = text("directory_page.holiday_title"), text("directory_page.holiday_do")
        super().__init__(title, do, text("directory_page.cancel"), parent)
        self._year = year
        self.day = DayField(date(year, 1, 1))
        self.name = QLineEdit()
        for label, field in (("directory_page.holiday_day", self.day), ("directory_page.holiday_name", self.name)):
            self.body.addWidget(named(text(label), field))
            self.body.addWidget(field)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.day.setFocus()

    @Slot()
    def _tell(self) -> None:
        day, name = self.day.day, self.name.text().strip()
        if day is None or day.year != self._year:
            wrong = text("directory_page.day_wrong") if day is None else text("calendar.other_year", year=self._year)
            self.show_refusal(wrong)
            self.day.setFocus()
        elif not name:
            self.show_refusal(text("directory_page.holiday_no_name"))
            self.name.setFocus()
        else:
            self.agreed.emit(day, name)
            self.accept()
