"""Asks what is to be known of an account: name, role, units, and the password of a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QRadioButton, QWidget

from app.domain.access import Role
from app.domain.account import Account
from app.texts import text
from ui.dialogs.frame import FramedDialog, card_around, named
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.check_list import CheckList
from ui.widgets.sign_in_fields import NewPassword

_WIDTH = 500
_LIST_HEIGHT = 150


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """What was entered; ``password`` is "" for an account that is there already."""

    name: str
    role: Role
    units: frozenset[int] | None
    is_on: bool
    password: str


class AccountDialog(FramedDialog):
    """``agreed`` tells the ``AccountEntry``. The dialog stays until whoever listens closes it or shows a refusal."""

    agreed = Signal(object)

    def __init__(
        self, account: Account | None, people: Sequence[str], units: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        """``account`` is None for a new one; ``people`` are names to propose; ``units`` by id."""
        title = text("accounts_page.change_title" if account else "accounts_page.new_title")
        super().__init__(title, text("accounts_page.save"), text("accounts_page.cancel"), parent)
        self._units = list(units)
        self.name = QComboBox(editable=account is None)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.addItems([account.name] if account else list(people))
        self.name.setEnabled(account is None)
        self.role = QComboBox()
        for role in (Role.ENTRY, Role.VIEW, Role.ADMIN):
            self.role.addItem(text(f"accounts_page.role_{role}"), str(role))
        self.all_rows = QRadioButton(text("accounts_page.rows_all"))
        self.own_rows = QRadioButton(text("accounts_page.rows_own"))
        self.units = CheckList()
        self.units.show_names(list(units.values()))
        self.is_on = QCheckBox(text("accounts_page.is_on"))
        self.new = NewPassword()
        self._lay_out(account)
        self._show(account)
        self.do.clicked.connect(self._tell)
        self.role.currentIndexChanged.connect(self._allow)
        self.own_rows.toggled.connect(self._allow)
        self._allow()
        (self.role if account else self.name).setFocus()

    @property
    def entry(self) -> AccountEntry:
        """What the fields say."""
        role = Role(self.role.currentData())
        limited = role is Role.ENTRY and self.own_rows.isChecked()
        units = frozenset(self._units[place] for place in self.units.chosen()) if limited else None
        return AccountEntry(self.name.currentText(), role, units, self.is_on.isChecked(), self.new.typed)

    def done_well(self, _result: object = None) -> None:
        """The account is stored."""
        self.accept()

    @Slot()
    def _tell(self) -> None:
        if self.new.differs:
            self.show_refusal(self.new.differs)
            self.new.again.setFocus()
            return
        self.do.setEnabled(False)
        self.agreed.emit(self.entry)

    @Slot()
    def _allow(self) -> None:
        entering = self.role.currentData() == Role.ENTRY
        for button in (self.all_rows, self.own_rows):
            button.setEnabled(entering)
        self.units.setEnabled(entering and self.own_rows.isChecked())

    def _show(self, account: Account | None) -> None:
        self.is_on.setChecked(account is None or account.is_on)
        limited = account is not None and account.units is not None
        self.own_rows.setChecked(limited)
        self.all_rows.setChecked(not limited)
        chosen = account.units or frozenset() if account else frozenset()
        self.units.tick([place for place, id_ in enumerate(self._units) if id_ in chosen])
        if account is not None:
            self.role.setCurrentIndex(self.role.findData(str(account.role)))

    def _lay_out(self, account: Account | None) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(1, 1)
        grid.addWidget(named(text("accounts_page.name"), self.name), 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(named(text("accounts_page.role"), self.role), 1, 0)
        grid.addWidget(self.role, 1, 1)
        self.body.addLayout(grid)
        for widget in (self.all_rows, self.own_rows, card_around(self.units)):
            self.body.addWidget(widget)
        measured(self.units, lambda widget: widget.setFixedHeight(px(_LIST_HEIGHT)))
        self.units.setAccessibleName(text("accounts_page.rows_own"))
        if not self._units:
            hint = QLabel(text("accounts_page.no_units"), wordWrap=True)
            hint.setObjectName("quiet")
            self.body.addWidget(hint)
            self.own_rows.hide()
        self.body.addWidget(self.is_on if account else self.new)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
