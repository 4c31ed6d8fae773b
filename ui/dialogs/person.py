"""Asks for what is to be known of one of the staff."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QWidget

from app.domain.staff import Person
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.day_field import DayField

_WIDTH = 480


class PersonDialog(FramedDialog):
    """``agreed`` tells the ``Person``. The dialog stays until whoever listens closes it or shows a refusal."""

    agreed = Signal(object)

    def __init__(self, person: Person | None, units: Sequence[str], today: date, parent: QWidget | None = None) -> None:
        """``person`` is None for a new one; ``units`` are names to propose."""
        title = text("directory_page.person_change" if person else "directory_page.person_new")
        super().__init__(title, text("directory_page.person_do"), text("directory_page.cancel"), parent)
        self._person = person or Person("")
        self.name, self.post, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        self.active_from, self.active_to = DayField(today), DayField(today)
        completer = QCompleter(list(units), self.unit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.unit.setCompleter(completer)
        self._lay_out()
        self._show()
        self.do.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        wrong = next((field for field in (self.active_from, self.active_to) if field.is_wrong), None)
        if wrong is not None:
            self.show_refusal(text("directory_page.day_wrong"))
            wrong.setFocus()
            return
        self.do.setEnabled(False)
        person = replace(
            self._person,
            name=self.name.text(),
            post=self.post.text(),
            unit=self.unit.text(),
            active_from=self.active_from.day,
            active_to=self.active_to.day,
        )
        self.agreed.emit(person)

    def done_well(self, _result: object = None) -> None:
        """The person is stored."""
        self.accept()

    def _show(self) -> None:
        self.name.setText(self._person.name)
        self.post.setText(self._person.post)
        self.unit.setText(self._person.unit)
        self.active_from.show_day(self._person.active_from)
        self.active_to.show_day(self._person.active_to)
        self.name.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        fields = {
            "name": self.name,
            "post": self.post,
            "unit": self.unit,
            "from": self.active_from,
            "to": self.active_to,
        }
        for row, (name, field) in enumerate(fields.items()):
            grid.addWidget(named(text(f"directory_page.person_{name}"), field), row, 0)
            grid.addWidget(field, row, 1)
        hint = QLabel(text("directory_page.person_hint"), wordWrap=True)
        hint.setObjectName("quiet")
        grid.addWidget(hint, len(fields), 0, 1, 2)
        self.body.addLayout(grid)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
