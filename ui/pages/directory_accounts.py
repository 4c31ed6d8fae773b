"""The tab of accounts: who may sign in and what each may do; a calm card as long as nobody needs to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.domain.access import Actor, Right, Role
from app.domain.account import Account
from app.domain.text import clean_line
from app.ports import Work
from app.services.accounts import (
    AccountBoard,
    account_board,
    add_account,
    change_account,
    new_recovery_code,
    remove_account,
    set_password,
    turn_off,
    turn_on,
)
from app.services.log import last_sign_ins
from app.texts import text
from ui.dialogs.account_words import account_row, unit_names
from ui.dialogs.ask_first import AskFirst
from ui.operations import Operations
from ui.pages.directory_tab import DirectoryTab
from ui.theme import GAP, measured, px
from ui.widgets.directory_card import DirectoryCard, button
from ui.widgets.directory_table import DirectoryTable

if TYPE_CHECKING:
    from ui.dialogs.account import AccountEntry
    from ui.dialogs.account_password import SetPassword

_COLUMNS = ("name", "role", "scope", "last", "state")
_TEXT_WIDTH = 560
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Accounts:
    """What the tab shows."""

    board: AccountBoard = AccountBoard((), (), ())
    last: tuple[tuple[str, datetime], ...] = ()


class AccountsTab(DirectoryTab):
    """``actor_changed`` tells who works from now on: the administrator whose account was the first, None once there
    are no accounts any more."""

    actor_changed = Signal(object)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.listed = Accounts()
        self.turn_on = button(text("accounts_page.turn_on"), primary=True)
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.table = DirectoryTable(
            [text(f"accounts_page.column_{name}") for name in _COLUMNS], (210, 110, 0, 170, 150)
        )
        self.add, self.change = _button("add", "add", primary=True), _button("change", "edit")
        self.password, self.remove = _button("set_password"), _button("remove", "remove")
        self.code, self.turn_off = _button("new_code"), _button("turn_off")
        self._card = DirectoryCard("", self.table, (self.add, self.change, self.password, self.remove))
        for made in (self.code, self.turn_off):
            self._card.line.addWidget(made)
        self._card.hint.setText(text("accounts_page.hint"))
        self._card.hint.show()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._calm_card())
        self._stack.addWidget(self._card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        buttons = (self.add, self.change, self.password, self.remove, self.code, self.turn_off, self.turn_on)
        operations.rights.need(Right.ACCOUNTS, *buttons)
        self._allow()

    @property
    def account(self) -> Account | None:
        """The account whose row is selected."""
        chosen, accounts = self.table.chosen, self.listed.board.accounts
        return accounts[chosen[0]] if chosen and chosen[0] < len(accounts) else None

    @property
    def are_on(self) -> bool:
        """Whether the list of accounts is shown."""
        return self._stack.currentIndex() == 1

    def read(self) -> None:
        """Read the accounts."""
        self.operations.read(_accounts, self._show, self._refused)

    def take_focus(self) -> None:
        """The table, or the way to the first account."""
        (self.table if self.are_on else self.turn_on).setFocus()

    @Slot()
    def ask_first_password(self) -> None:
        """Ask for the administrator's name and password, then turn accounts on."""
        from ui.dialogs.account_password import FirstPassword

        dialog = FirstPassword(self._people(), self)
        dialog.agreed.connect(partial(self._turn_on, dialog))
        dialog.open()

    def _turn_on(self, dialog: "SetPassword", password: str) -> None:
        name = clean_line(dialog.name.currentText())  # type: ignore[attr-defined]
        use_case = partial(turn_on, name=name, password=password)
        self.operations.write("", use_case, partial(self._turned_on, dialog, name), dialog.show_refusal)

    def _turned_on(self, dialog: "SetPassword", name: str, code: str) -> None:
        dialog.accept()
        self.actor_changed.emit(Actor(name, Role.ADMIN))
        self._show_code(name, code)

    def _show_code(self, name: str, code: str) -> None:
        from ui.dialogs.account_code import AccountCode

        AccountCode(code, name, self).open()

    @Slot()
    def ask_turn_off(self) -> None:
        """Ask, then open everything to whoever sits here."""
        self._ask("turn_off", self._turn_off)

    def _turn_off(self) -> None:
        self.operations.write("", turn_off, self._turned_off)

    def _turned_off(self, _result: None) -> None:
        self.actor_changed.emit(None)
        self.read()

    @Slot()
    def add_account(self) -> None:
        """Ask for another account."""
        self._open(None)

    @Slot()
    def change_account(self) -> None:
        """Ask for what is different of the selected account."""
        if self.account is not None:
            self._open(self.account)

    def _open(self, account: Account | None) -> None:
        from ui.dialogs.account import AccountDialog

        dialog = AccountDialog(account, self._people(), unit_names(self.listed.board.units), self)
        dialog.agreed.connect(partial(self._save, dialog.done_well, dialog.show_refusal, account))
        dialog.open()

    def _save(
        self,
        done: Callable[[object], None],
        refuse: Callable[[str], None],
        account: Account | None,
        entry: "AccountEntry",
    ) -> None:
        if account is None:
            made = partial(add_account, name=entry.name, role=entry.role, units=entry.units, password=entry.password)
            self._write(made, done, refuse)
        else:
            changed = partial(
                change_account, account_id=account.id or 0, role=entry.role, units=entry.units, is_on=entry.is_on
            )
            self._write(changed, done, refuse)

    @Slot()
    def set_password(self) -> None:
        """Ask for another password of the selected account."""
        from ui.dialogs.account_password import SetPassword

        account = self.account
        if account is not None:
            words = text("accounts_page.set_password_words", name=account.name)
            dialog = SetPassword(text("accounts_page.set_password_title"), words, self)
            dialog.agreed.connect(partial(self._set_password, dialog, account.id or 0))
            dialog.open()

    def _set_password(self, dialog: "SetPassword", account_id: int, password: str) -> None:
        use_case = partial(set_password, account_id=account_id, password=password)
        self._write(use_case, dialog.done_well, dialog.show_refusal)

    @Slot()
    def remove_account(self) -> None:
        """Ask, then remove the selected account."""
        if self.account is not None:
            self._ask("remove", partial(self._remove, self.account.id or 0), self.account.name)

    def _remove(self, account_id: int) -> None:
        self._write(partial(remove_account, account_id=account_id))

    @Slot()
    def ask_new_code(self) -> None:
        """Ask, then make another recovery code: the one before holds no more."""
        self._ask("new_code", self._new_code)

    def _new_code(self) -> None:
        admin = next((one.name for one in self.listed.board.accounts if one.role is Role.ADMIN and one.is_on), "")
        self.operations.write("", new_recovery_code, partial(self._show_code, admin))

    def _ask(self, name: str, then: Callable[[], None], who: str = "") -> None:
        title, do = text(f"accounts_page.{name}_title"), text(f"accounts_page.{name}_do")
        words = text(f"accounts_page.{name}_words", name=who)
        dialog = AskFirst(title, words, do, text("accounts_page.cancel"), self)
        dialog.agreed.connect(then)
        dialog.open()

    def _write(
        self,
        use_case: Callable[[Work], Any],
        done: Callable[[object], None] | None = None,
        refuse: Callable[[str], None] | None = None,
    ) -> None:
        self.operations.write("", use_case, partial(self._written, done), refuse)

    def _written(self, done: Callable[[object], None] | None, result: object) -> None:
        if done is not None:
            done(result)
        self.read()

    def _people(self) -> tuple[str, ...]:
        """The staff in office who have no account yet."""
        taken = {account.name.casefold() for account in self.listed.board.accounts}
        today = self.clock.today
        there = (person.name for person in self.listed.board.people if person.is_active(today))
        return tuple(name for name in there if name.casefold() not in taken)

    def _show(self, listed: Accounts) -> None:
        self.listed = listed
        board = listed.board
        units, last, now = unit_names(board.units), dict(listed.last), self.clock.now
        self.table.show_rows([account_row(account, units, last, now) for account in board.accounts])
        self._card.title.setText(text("accounts_page.title", count=len(board.accounts)))
        self._say_calmly(text("accounts_page.calm"), can_begin=True)
        self._stack.setCurrentIndex(int(bool(board.accounts)))
        self._allow()

    def _refused(self, sentence: str) -> None:
        self._say_calmly(sentence, can_begin=False)
        self._stack.setCurrentIndex(0)

    def _say_calmly(self, words: str, can_begin: bool) -> None:
        self.words.setText(words)
        self.turn_on.setVisible(can_begin)

    @Slot()
    def _allow(self) -> None:
        for made in (self.change, self.password, self.remove):
            made.setEnabled(self.account is not None)

    def _calm_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        title = QLabel(text("accounts_page.calm_title"), alignment=Qt.AlignmentFlag.AlignHCenter)
        title.setObjectName("cardTitle")
        self.words.setObjectName("quiet")
        measured(self.words, lambda label: label.setFixedWidth(px(_TEXT_WIDTH)))
        column = QVBoxLayout(card)
        column.setSpacing(GAP)
        column.addStretch(2)
        middle = QHBoxLayout()  # a label aligned by the column alone would not get the height of its lines
        middle.addStretch(1)
        middle.addWidget(self.words)
        middle.addStretch(1)
        column.addWidget(title)
        column.addLayout(middle)
        column.addWidget(self.turn_on, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return card

    def _connect(self) -> None:
        self.turn_on.clicked.connect(self.ask_first_password)
        self.add.clicked.connect(self.add_account)
        self.change.clicked.connect(self.change_account)
        self.password.clicked.connect(self.set_password)
        self.remove.clicked.connect(self.remove_account)
        self.code.clicked.connect(self.ask_new_code)
        self.turn_off.clicked.connect(self.ask_turn_off)
        self.table.taken.connect(self.change_account)
        self.table.edit_wanted.connect(self.change_account)
        self.table.remove_wanted.connect(self.remove_account)
        self.table.selection_changed.connect(self._allow)


def _accounts(work: Work) -> Accounts:
    return Accounts(account_board(work), tuple(last_sign_ins(work).items()))


def _button(name: str, picture: str | None = None, primary: bool = False) -> QPushButton:
    return button(text(f"accounts_page.{name}"), picture, text(f"accounts_page.{name}_tip"), primary)
