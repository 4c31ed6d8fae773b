"""The tab of accounts: who may sign in and what each may do; a calm card as long as nobody needs to."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.domain.access import Right
from app.domain.account import Account
from app.ports import Work
from app.services.accounts import AccountBoard, account_board
from app.services.log import last_sign_ins
from app.texts import text
from ui.dialogs.account_words import account_row, unit_names
from ui.operations import Operations
from ui.pages.directory_account_commands import AccountCommands
from ui.pages.directory_tab import DirectoryTab
from ui.widgets.calm_card import CalmCard
from ui.widgets.directory_card import DirectoryCard, button
from ui.widgets.directory_table import DirectoryTable

_COLUMNS = ("name", "role", "scope", "last", "state")


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
        self.calm = CalmCard(text("accounts_page.calm_title"), self.turn_on)
        self.table = DirectoryTable(
            [text(f"accounts_page.column_{name}") for name in _COLUMNS], (210, 110, 0, 170, 150)
        )
        self.add, self.change = _button("add", "add", primary=True), _button("change", "edit")
        self.password, self.remove = _button("set_password"), _button("remove", "remove")
        self.code, self.turn_off = _button("new_code"), _button("turn_off")
        buttons = (self.add, self.change, self.password, self.remove, self.code, self.turn_off)
        self._card = DirectoryCard("", self.table, buttons, text("accounts_page.hint"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.calm)
        self._stack.addWidget(self._card)
        self.fill_with(self._stack)
        self.commands = AccountCommands(self)
        self._connect()
        operations.rights.need(Right.ACCOUNTS, *buttons, self.turn_on)
        self._allow()

    @property
    def account(self) -> Account | None:
        """The account whose row is selected."""
        return self.table.chosen_of(self.listed.board.accounts)

    @property
    def are_on(self) -> bool:
        """Whether the list of accounts is shown."""
        return self._stack.currentIndex() == 1

    @property
    def people(self) -> tuple[str, ...]:
        """The staff in office who have no account yet."""
        taken = {account.name.casefold() for account in self.listed.board.accounts}
        today = self.clock.today
        there = (person.name for person in self.listed.board.people if person.is_active(today))
        return tuple(name for name in there if name.casefold() not in taken)

    def read(self) -> None:
        """Read the accounts."""
        self.operations.read(_accounts, self._show, self._refused)

    def take_focus(self) -> None:
        """The table, or the way to the first account."""
        (self.table if self.are_on else self.turn_on).setFocus()

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
        self.calm.words.setText(words)
        self.turn_on.setVisible(can_begin)

    @Slot()
    def _allow(self) -> None:
        for made in (self.change, self.password, self.remove):
            made.setEnabled(self.account is not None)

    def _connect(self) -> None:
        self.turn_on.clicked.connect(self.commands.ask_first_password)
        self.add.clicked.connect(self.commands.add)
        self.change.clicked.connect(self.commands.change)
        self.password.clicked.connect(self.commands.set_password)
        self.remove.clicked.connect(self.commands.remove)
        self.code.clicked.connect(self.commands.ask_new_code)
        self.turn_off.clicked.connect(self.commands.ask_turn_off)
        self.table.taken.connect(self.commands.change)
        self.table.edit_wanted.connect(self.commands.change)
        self.table.remove_wanted.connect(self.commands.remove)
        self.table.selection_changed.connect(self._allow)


def _accounts(work: Work) -> Accounts:
    return Accounts(account_board(work), tuple(last_sign_ins(work).items()))


def _button(name: str, picture: str | None = None, primary: bool = False) -> QPushButton:
    return button(text(f"accounts_page.{name}"), picture, text(f"accounts_page.{name}_tip"), primary)
