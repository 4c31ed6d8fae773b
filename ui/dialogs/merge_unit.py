"""Asks which unit another one becomes part of, and from which day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.unit import Unit
from app.texts import text
from ui.dialogs.choose_one import ChooseOne
from ui.dialogs.frame import named
from ui.widgets.day_field import DayField


class MergeUnit(ChooseOne):
    """``agreed`` tells the other unit's id and the day, None for always."""

    agreed = Signal(int, object)

    def __init__(self, unit: Unit, others: Sequence[Unit], today: date, parent: QWidget | None = None) -> None:
        title = text("directory_page.merge_title")
        words = text("directory_page.merge_words", unit=unit.name)
        choices: list[tuple[str, object]] = [(one.name, one.id) for one in others]
        super().__init__(title, words, text("directory_page.merge_do"), choices, parent=parent)
        self.since = DayField(today)
        self.body.addWidget(named(text("directory_page.merge_since"), self.since))
        self.body.addWidget(self.since)

    @Slot()
    def take(self) -> None:
        """Tell what was chosen; the dialog stays while the day is wrong."""
        if self.since.is_wrong:
            self.show_refusal(text("directory_page.day_wrong"))
            self.since.setFocus()
        elif isinstance(self.value, int):
            self.agreed.emit(self.value, self.since.day)
            self.accept()
