"""States of the accounts: none yet, the list, the windows that ask. They change who works: taken last."""

from functools import partial
from typing import TYPE_CHECKING

from build_spec.screenshots_lists import directory
from build_spec.screenshots_window import settle

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.directory_accounts import AccountsTab

_TAB = 5
_ADMIN, _PASSWORD = "Người thứ nhất", "mật khẩu mẫu"


def tab(window: "MainWindow") -> "AccountsTab":
    """The tab of accounts."""
    return directory(window, _TAB).accounts


def code(window: "MainWindow") -> None:
    """The recovery code, shown once."""
    from ui.dialogs.account_code import AccountCode

    dialog = AccountCode("BCFGH-KMNPQ-RSTVX-ZBCFG", _ADMIN, window)
    dialog.noted.setChecked(True)  # else it cannot be closed
    dialog.open()


def code_print(window: "MainWindow") -> None:
    """The sheet with the code."""
    from ui.dialogs.account_code import AccountCode

    dialog = AccountCode("BCFGH-KMNPQ-RSTVX-ZBCFG", _ADMIN, window)
    dialog.noted.setChecked(True)
    dialog.open()
    dialog.print.click()
    settle(window)


def accounts(window: "MainWindow") -> None:
    """Three accounts; the first time they are made."""
    from app.domain.access import Actor, Role
    from app.services.accounts import add_account, turn_on

    operations = window.operations
    if window.sign_in.actor is None:
        operations.write("", partial(turn_on, name=_ADMIN, password=_PASSWORD))
        window.sign_in.adopt(Actor(_ADMIN, Role.ADMIN))
        settle(window)
        units = frozenset({operations.read_now(lambda work: work.units())[0].id or 0})
        for name, role, own in (("Người thứ hai", Role.ENTRY, units), ("Người thứ ba", Role.VIEW, None)):
            operations.write("", partial(add_account, name=name, role=role, units=own, password=_PASSWORD))
    settle(window)
    directory(window, _TAB).enter()
    settle(window)


def change(window: "MainWindow") -> None:
    """An account with units of its own."""
    accounts(window)
    made = tab(window)
    made.table.choose([1])
    made.commands.change()


def own_password(window: "MainWindow") -> None:
    """Whoever has signed in sets another password."""
    accounts(window)
    window.sign_in.change_password()


def worker_menu(window: "MainWindow") -> None:
    """What can be done about who has signed in."""
    accounts(window)
    window.sign_in.open_menu()


def recovery(window: "MainWindow") -> None:
    """The way back in."""
    from ui.dialogs.account_recovery import AccountRecovery

    AccountRecovery(window.operations, window.clock, window).open()


def locked(window: "MainWindow") -> None:
    """The lock, after a wrong try."""
    accounts(window)
    window.sign_in.lock()
    dialog = window.sign_in.dialog
    assert dialog is not None
    dialog.password.setText("sai")
    dialog.do.click()
    settle(window)
