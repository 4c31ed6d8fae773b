"""What can be done to accounts, each after a dialog of its own."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from app.domain.access import Actor, Role
from app.domain.account import Account
from app.domain.text import clean_line
from app.ports import Work
from app.services.accounts import (
    add_account,
    change_account,
    new_recovery_code,
    remove_account,
    set_password,
    turn_off,
    turn_on,
)
from app.texts import text
from ui.dialogs.account_words import unit_names
from ui.dialogs.ask_first import AskFirst

if TYPE_CHECKING:
    from ui.dialogs.account import AccountEntry
    from ui.dialogs.account_password import SetPassword
    from ui.pages.directory_accounts import AccountsTab


class AccountCommands(QObject):
    """Asks, then writes and lets the tab read again; a refusal is said by the dialog or, where there is none, by the
    window."""

    def __init__(self, tab: "AccountsTab") -> None:
        super().__init__(tab)
        self._tab, self._operations = tab, tab.operations

    @Slot()
    def ask_first_password(self) -> None:
        """Ask for the administrator's name and password, then turn accounts on."""
        from ui.dialogs.account_password import FirstPassword

        dialog = FirstPassword(self._tab.people, self._tab)
        dialog.agreed.connect(partial(self._turn_on, dialog))
        dialog.open()

    def _turn_on(self, dialog: "SetPassword", password: str) -> None:
        name = clean_line(dialog.name.currentText())  # type: ignore[attr-defined]
        use_case = partial(turn_on, name=name, password=password)
        self._operations.write("", use_case, partial(self._turned_on, dialog, name), dialog.show_refusal)

    def _turned_on(self, dialog: "SetPassword", name: str, code: str) -> None:
        dialog.accept()
        self._tab.actor_changed.emit(Actor(name, Role.ADMIN))
        self._show_code(name, code)

    def _show_code(self, name: str, code: str) -> None:
        from ui.dialogs.account_code import AccountCode

        AccountCode(code, name, self._tab).open()

    @Slot()
    def ask_turn_off(self) -> None:
        """Ask, then open everything to whoever sits here."""
        self._ask("turn_off", self._turn_off)

    def _turn_off(self) -> None:
        self._operations.write("", turn_off, self._turned_off)

    def _turned_off(self, _result: None) -> None:
        self._tab.actor_changed.emit(None)
        self._tab.read()

    @Slot()
    def add(self) -> None:
        """Ask for another account."""
        self._open(None)

    @Slot()
    def change(self) -> None:
        """Ask for what is different of the selected account."""
        if self._tab.account is not None:
            self._open(self._tab.account)

    def _open(self, account: Account | None) -> None:
        from ui.dialogs.account import AccountDialog

        dialog = AccountDialog(account, self._tab.people, unit_names(self._tab.listed.board.units), self._tab)
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

        account = self._tab.account
        if account is not None:
            words = text("accounts_page.set_password_words", name=account.name)
            dialog = SetPassword(text("accounts_page.set_password_title"), words, self._tab)
            dialog.agreed.connect(partial(self._set_password, dialog, account.id or 0))
            dialog.open()

    def _set_password(self, dialog: "SetPassword", account_id: int, password: str) -> None:
        use_case = partial(set_password, account_id=account_id, password=password)
        self._write(use_case, dialog.done_well, dialog.show_refusal)

    @Slot()
    def remove(self) -> None:
        """Ask, then remove the selected account."""
        if self._tab.account is not None:
            self._ask("remove", partial(self._remove, self._tab.account.id or 0), self._tab.account.name)

    def _remove(self, account_id: int) -> None:
        self._write(partial(remove_account, account_id=account_id))

    @Slot()
    def ask_new_code(self) -> None:
        """Ask, then make another recovery code: the one before holds no more."""
        self._ask("new_code", self._new_code)

    def _new_code(self) -> None:
        admin = next((one.name for one in self._tab.listed.board.accounts if one.role is Role.ADMIN and one.is_on), "")
        self._operations.write("", new_recovery_code, partial(self._show_code, admin))

    def _ask(self, name: str, then: Callable[[], None], who: str = "") -> None:
        title, do = text(f"accounts_page.{name}_title"), text(f"accounts_page.{name}_do")
        words = text(f"accounts_page.{name}_words", name=who)
        dialog = AskFirst(title, words, do, text("accounts_page.cancel"), self._tab)
        dialog.agreed.connect(then)
        dialog.open()

    def _write(
        self,
        use_case: Callable[[Work], Any],
        done: Callable[[object], None] | None = None,
        refuse: Callable[[str], None] | None = None,
    ) -> None:
        self._operations.write("", use_case, partial(self._written, done), refuse)

    def _written(self, done: Callable[[object], None] | None, result: object) -> None:
        if done is not None:
            done(result)
        self._tab.read()
