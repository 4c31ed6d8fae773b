"""Names and place of the office, stored when a field is left."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.office import Office
from app.texts import text
from ui.dialogs.frame import named
from ui.theme import GAP, HALF_GAP

_FIELDS = ("superior", "name", "unit", "place")


class OfficeNames(QFrame):
    """``edited`` tells the ``Office`` with what was typed."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._office = Office()
        self.fields = {name: QLineEdit(placeholderText=text(f"office_page.{name}_hint")) for name in _FIELDS}
        for field in self.fields.values():
            field.editingFinished.connect(self._tell)
        self._lay_out()

    def show_office(self, office: Office) -> None:
        """Show names and place; a field that is being typed into stays as it is."""
        self._office = office
        first, *rest = office.issuing_body or ("",)
        shown = (" ".join(office.superior_body), first, " ".join(rest), office.place)
        for field, words in zip(self.fields.values(), shown, strict=True):
            if not (field.hasFocus() and field.isModified()):
                field.setText(words)

    @Slot()
    def _tell(self) -> None:
        if not any(field.isModified() for field in self.fields.values()):
            return  # only walked through: a name of more lines than there are fields stays as it is
        superior, name, unit, place = (field.text().strip() for field in self.fields.values())
        changed = replace(
            self._office,
            superior_body=(superior,) if superior else (),
            issuing_body=tuple(line for line in (name, unit) if line),
            place=place,
        )
        for field in self.fields.values():
            field.setModified(False)
        if changed != self._office:
            self._office = changed
            self.edited.emit(changed)

    def _lay_out(self) -> None:
        title = QLabel(text("office_page.names_title"))
        title.setObjectName("cardTitle")
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        for row, (name, field) in enumerate(self.fields.items()):
            grid.addWidget(named(text(f"office_page.{name}"), field), row, 0)
            grid.addWidget(field, row, 1)
        hint = QLabel(text("office_page.names_hint"), wordWrap=True)
        hint.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, HALF_GAP + 2, GAP, HALF_GAP)
        column.setSpacing(HALF_GAP)
        column.addWidget(title)
        column.addLayout(grid)
        column.addWidget(hint)
        column.addStretch(1)
