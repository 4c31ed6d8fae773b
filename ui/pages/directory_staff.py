"""The tab of the staff list: who can be chosen at start."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.access import Right
from app.domain.staff import Person
from app.ports import Work
from app.services.people import remove_person, save_person
from app.texts import text
from ui.dialogs.ask_first import AskFirst
from ui.dialogs.person import PersonDialog
from ui.operations import Operations
from ui.pages.directory_tab import DirectoryTab
from ui.widgets.directory_card import DirectoryCard, button
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.directory_words import person_row

_COLUMNS = ("person", "post", "person_unit", "from", "to")


@dataclass(frozen=True, slots=True)
class Staff:
    """The people, and the names of units to propose for them."""

    people: tuple[Person, ...] = ()
    units: tuple[str, ...] = ()


class StaffTab(DirectoryTab):
    """Add, change and remove people."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.listed = Staff()
        headings = [text(f"directory_page.column_{name}") for name in _COLUMNS]
        self.table = DirectoryTable(headings, (250, 230, 0, 130, 130))
        self.add = _button("person_add", "add", primary=True)
        self.change = _button("person_edit", "edit")
        self.remove = _button("person_remove", "remove")
        buttons = (self.add, self.change, self.remove)
        self._card = DirectoryCard("", self.table, buttons, text("directory_page.staff_hint"))
        self.fill_with(self._card)
        self._connect()
        operations.rights.need(Right.MANAGE, *buttons)
        self._allow()

    @property
    def person(self) -> Person | None:
        """The person whose row is selected."""
        return self.table.chosen_of(self.listed.people)

    def read(self) -> None:
        """Read the staff list."""
        self.operations.read(_staff, self._show)

    def take_focus(self) -> None:
        """The table, or the way to the first person."""
        (self.table if self.listed.people else self.add).setFocus()

    @Slot()
    def add_person(self) -> None:
        """Ask for a new person."""
        self._open(None)

    @Slot()
    def change_person(self) -> None:
        """Ask for what is different of the selected person."""
        if self.person is not None:
            self._open(self.person)

    @Slot()
    def remove_person(self) -> None:
        """Ask, then remove the selected person."""
        person = self.person
        if person is None:
            return
        title, do = text("directory_page.person_remove_title"), text("directory_page.remove_do")
        words = text("directory_page.person_remove_words", name=person.name)
        dialog = AskFirst(title, words, do, text("directory_page.cancel"), self)
        dialog.agreed.connect(partial(self._remove, person))
        dialog.open()

    def _open(self, person: Person | None) -> None:
        dialog = PersonDialog(person, self.listed.units, self.clock.today, self)
        dialog.agreed.connect(partial(self._save, dialog))
        dialog.open()

    def _save(self, dialog: PersonDialog, person: Person) -> None:
        label = text("directory_page.undo_person", name=person.name.strip())
        self.operations.write(label, partial(save_person, person=person), dialog.done_well, dialog.show_refusal)

    def _remove(self, person: Person) -> None:
        label = text("directory_page.undo_person_remove", name=person.name)
        self.operations.write(label, partial(remove_person, person_id=person.id or 0))

    def _show(self, listed: Staff) -> None:
        self.listed = listed
        self.table.show_rows([person_row(person) for person in listed.people])
        self._card.title.setText(text("directory_page.staff_title", count=len(listed.people)))
        self._allow()

    @Slot()
    def _allow(self) -> None:
        for made in (self.change, self.remove):
            made.setEnabled(self.person is not None)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_person)
        self.change.clicked.connect(self.change_person)
        self.remove.clicked.connect(self.remove_person)
        self.table.taken.connect(self.change.click)
        self.table.edit_wanted.connect(self.change.click)
        self.table.remove_wanted.connect(self.remove.click)
        self.table.selection_changed.connect(self._allow)


def _staff(work: Work) -> Staff:
    return Staff(tuple(work.staff()), tuple(unit.name for unit in work.units()))


def _button(name: str, picture: str, primary: bool = False) -> QPushButton:
    return button(text(f"directory_page.{name}"), picture, text(f"directory_page.{name}_tip"), primary)
