"""The tab of the office: names, signers, recipients and numbers, stored with every edit."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.office import Office, OfficeSigner, usual_signer
from app.domain.official import Signer
from app.ports import Work
from app.services.office import save_office
from app.texts import text
from ui.dialogs.ask_first import AskFirst
from ui.dialogs.signer import SignerDialog
from ui.operations import Operations
from ui.pages.directory_tab import DirectoryTab
from ui.theme import GAP
from ui.widgets.directory_card import DirectoryCard, button
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.office_names import OfficeNames
from ui.widgets.office_preview import OfficePreview
from ui.widgets.office_types import OfficeTypes
from ui.widgets.office_words import signer_row
from ui.widgets.year_field import YearField

_COLUMNS = ("name", "signs", "from", "to")
_WIDTHS = (140, 0, 84, 84)


class OfficeTab(DirectoryTab):
    """``office`` is what is on the screen; an edit counts from there, so that none waits for another."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.office = Office()
        self.names, self.preview, self.types = OfficeNames(), OfficePreview(), OfficeTypes()
        self.signers = DirectoryTable([text(f"office_page.column_{name}") for name in _COLUMNS], _WIDTHS)
        self.add = _button("signer_add", "add")
        self.change = _button("signer_edit", "edit")
        self.up = _button("signer_up", "up")
        self.remove = _button("signer_remove", "remove")
        self.year = YearField(self.clock.today.year)
        self._year_is_own = False
        self._lay_out()
        self._connect()
        operations.rights.need(Right.MANAGE, self.add, self.change, self.up, self.remove, *self.names.fields.values())
        operations.rights.follow(Right.MANAGE, self, self.types.allow_writing)

    def read(self) -> None:
        """Read what the office says of itself."""
        if not self._year_is_own:
            self.year.show_year(self.clock.today.year)
        self.operations.read(_office, self._show)

    def take_focus(self) -> None:
        """The first field that is still empty, else the name."""
        fields = self.names.fields.values()
        next((field for field in fields if not field.text()), self.names.fields["name"]).setFocus()

    @property
    def chosen(self) -> int | None:
        """The place of the selected signer."""
        chosen = self.signers.chosen
        return chosen[0] if chosen and chosen[0] < len(self.office.signers) else None

    @Slot()
    def add_signer(self) -> None:
        """Ask for another signer, as such a body is usually signed for."""
        self._open(usual_signer("", "", self.office.issuing_body), None)

    @Slot()
    def change_signer(self) -> None:
        """Ask for what is different of the selected signer."""
        if self.chosen is not None:
            self._open(self.office.signers[self.chosen], self.chosen)

    @Slot()
    def remove_signer(self) -> None:
        """Ask, then remove the selected signer."""
        place = self.chosen
        if place is None:
            return
        words = text("office_page.remove_words", name=self.office.signers[place].name)
        title, do = text("office_page.remove_title"), text("office_page.remove_do")
        dialog = AskFirst(title, words, do, text("office_page.cancel"), self)
        dialog.agreed.connect(partial(self._remove, self.office.signers[place]))
        dialog.open()

    @Slot()
    def move_up(self) -> None:
        """Put the selected signer before the one above."""
        place = self.chosen
        if place:
            signers = list(self.office.signers)
            signers[place - 1 : place + 1] = reversed(signers[place - 1 : place + 1])
            self.signers.choose([place - 1])
            self._store_signers(signers, text("office_page.undo_signer_up", name=signers[place - 1].name))

    def _open(self, signer: OfficeSigner, place: int | None) -> None:
        dialog = SignerDialog(signer, self.clock.today, place is None, self)
        dialog.agreed.connect(partial(self._save, dialog, place))
        dialog.open()

    def _save(self, dialog: SignerDialog, place: int | None, signer: OfficeSigner) -> None:
        others = self.office.signers
        signers = (*others, signer) if place is None else (*others[:place], signer, *others[place + 1 :])
        whole = replace(self.office, signers=signers)
        label = text("office_page.undo_signer", name=signer.name)
        self.operations.write(label, partial(save_office, office=whole), dialog.done_well, dialog.show_refusal)

    def _remove(self, signer: OfficeSigner) -> None:
        label = text("office_page.undo_signer_remove", name=signer.name)
        self._store_signers([one for one in self.office.signers if one != signer], label)

    def _store_signers(self, signers: list[OfficeSigner], label: str) -> None:
        self._store(replace(self.office, signers=tuple(signers)), label)

    @Slot(object)
    def _store_names(self, office: Office) -> None:
        self._store(office, text("office_page.undo_names"))

    @Slot(object)
    def _store_types(self, office: Office) -> None:
        self._store(office, text("office_page.undo_types"))

    def _store(self, office: Office, label: str) -> None:
        self._show(office)
        self.operations.write(label, partial(save_office, office=office), None, self._refused)

    def _refused(self, sentence: str) -> None:
        self.operations.refused.emit(sentence)
        self.read()

    @Slot(str)
    def _say_wrong(self, words: str) -> None:
        self._refused(text("office_page.number_wrong", words=words))

    def _show(self, office: Office) -> None:
        self.office = office
        self.names.show_office(office)
        self.signers.show_rows([signer_row(signer) for signer in office.signers])
        self._signers_card.title.setText(text("office_page.signers_title", count=len(office.signers)))
        self._show_types()
        self._follow()

    @Slot()
    def _show_types(self) -> None:
        self.types.show_office(self.office, self.year.year)

    @Slot()
    def _take_year(self) -> None:
        self._year_is_own = True
        self._show_types()

    @Slot()
    def _follow(self) -> None:
        """Preview and buttons follow what is selected."""
        place = self.chosen
        for made in (self.change, self.remove):
            made.setEnabled(place is not None)
        self.up.setEnabled(bool(place))
        signer = self.office.signers[place].block() if place is not None else Signer()
        self.preview.show_office(self.office, self.types.kind, signer, self.clock.today.year)

    def _connect(self) -> None:
        slots: dict[QPushButton, Callable[[], None]] = {
            self.add: self.add_signer, self.change: self.change_signer, self.up: self.move_up,
            self.remove: self.remove_signer,
        }  # fmt: skip
        for made, slot in slots.items():
            made.clicked.connect(slot)
        self.signers.taken.connect(self.change.click)
        self.signers.edit_wanted.connect(self.change.click)
        self.signers.remove_wanted.connect(self.remove.click)
        self.signers.selection_changed.connect(self._follow)
        self.types.selection_changed.connect(self._follow)
        self.names.edited.connect(self._store_names)
        self.types.edited.connect(self._store_types)
        self.types.wrong.connect(self._say_wrong)
        self.year.year_changed.connect(self._take_year)

    def _lay_out(self) -> None:
        buttons = (self.add, self.change, self.up, self.remove)
        self._signers_card = DirectoryCard("", self.signers, buttons, text("office_page.signers_hint"))
        types = DirectoryCard(text("office_page.types_title"), self.types, (), text("office_page.types_hint"))
        year = QLabel(text("office_page.types_year"))
        year.setBuddy(self.year)
        types.line.insertWidget(0, year)
        types.line.insertWidget(1, self.year)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(_beside(self.names, 1, self.preview, 0))
        column.addLayout(_beside(self._signers_card, 4, types, 5), 1)


def _beside(left: QWidget, left_share: int, right: QWidget, right_share: int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GAP)
    line.addWidget(left, left_share)
    line.addWidget(right, right_share)
    return line


def _office(work: Work) -> Office:
    return work.office()


def _button(name: str, picture: str) -> QPushButton:
    return button(text(f"office_page.{name}"), picture, text(f"office_page.{name}_tip"))
