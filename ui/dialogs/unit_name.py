"""Asks for another name of a unit: put right everywhere, or changed from a day on."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QWidget

from app.domain.unit import Unit
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import measured, px
from ui.widgets.day_field import DayField

_WIDTH = 460


class UnitName(FramedDialog):
    """``agreed`` tells the name and the day from which it holds, None where it is put right everywhere. The dialog
    stays until whoever listens closes it or shows a refusal."""

    agreed = Signal(str, object)

    def __init__(self, unit: Unit, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            text("directory_page.rename_title"),
            text("directory_page.rename_do"),
            text("directory_page.cancel"),
            parent,
        )
        self.field = QLineEdit(unit.name)
        self.right = QRadioButton(text("directory_page.rename_right"))
        self.changed = QRadioButton(text("directory_page.rename_changed"))
        self.since = DayField(today, today)
        hint = QLabel(text("directory_page.rename_hint"), wordWrap=True)
        hint.setObjectName("quiet")
        self.body.addWidget(named(text("directory_page.rename_name"), self.field))
        for widget in (self.field, self.right, self.changed, self.since, hint):
            self.body.addWidget(widget)
        self.since.setAccessibleName(text("directory_page.rename_changed").replace("&", ""))
        self.changed.toggled.connect(self.since.setEnabled)
        self.since.setEnabled(False)
        self.right.setChecked(True)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.field.selectAll()
        self.field.setFocus()

    @Slot()
    def _tell(self) -> None:
        since = self.since.day if self.changed.isChecked() else None
        if self.changed.isChecked() and since is None:
            self.show_refusal(text("directory_page.day_wrong"))
            self.since.setFocus()
            return
        self.do.setEnabled(False)
        self.agreed.emit(self.field.text(), since)

    def done_well(self, _result: object = None) -> None:
        """The new name is stored."""
        self.accept()
