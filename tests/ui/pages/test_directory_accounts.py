"""Accounts as an administrator looks after them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.access import Actor, Role
from app.domain.account import Account
from app.domain.staff import Person
from app.ports import Storage
from app.services.accounts import sign_in, turn_on
from app.services.units import add_unit
from db.passwords import Passwords
from db.storage import open_storage
from ui.dialogs.account import AccountDialog
from ui.dialogs.account_code import AccountCode
from ui.dialogs.account_password import FirstPassword, SetPassword
from ui.dialogs.ask_first import AskFirst
from ui.operations import Operations
from ui.pages.directory_accounts import AccountsTab

ADMIN, PASSWORD = "Người quản trị", "mật khẩu dài"
Settled = Callable[[], None]


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """An empty register whose passwords are quick to hash."""
    opened = open_storage(tmp_path / "so", passwords=Passwords(1, 8, 1))
    yield opened
    opened.close()


@pytest.fixture
def settled(qtbot: QtBot, operations: Operations) -> Settled:
    return lambda: qtbot.waitUntil(lambda: operations.idle)


@pytest.fixture
def calm(qtbot: QtBot, operations: Operations, storage: Storage, settled: Settled) -> AccountsTab:
    """The tab without accounts, with a person and two units in the directory."""
    storage.write("", lambda work: work.save_person(Person("Người mới")))
    storage.write("", lambda work: [add_unit(work, name) for name in ("Tư pháp", "Văn phòng")])
    made = AccountsTab(operations)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.read()
    settled()
    return made


@pytest.fixture
def tab(calm: AccountsTab, storage: Storage, settled: Settled) -> AccountsTab:
    """The tab once an administrator has signed in."""
    storage.write("", lambda work: turn_on(work, ADMIN, PASSWORD))
    storage.act_as(Actor(ADMIN, Role.ADMIN))
    storage.write("", lambda work: sign_in(work, ADMIN, PASSWORD, datetime.now()))
    calm.read()
    settled()
    return calm


def rows(tab: AccountsTab) -> list[list[str]]:
    table = tab.table
    found = [[table.item(row, column) for column in range(5)] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in line] for line in found]


def accounts(storage: Storage) -> list[Account]:
    return storage.read(lambda work: work.accounts())


def fill(dialog: AccountDialog | SetPassword, password: str) -> None:
    dialog.new.password.setText(password)
    dialog.new.again.setText(password)


def press(qtbot: QtBot, dialog: AccountDialog | SetPassword | AskFirst) -> None:
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)


def test_without_accounts_one_calm_card_explains(qtbot: QtBot, calm: AccountsTab, settled: Settled) -> None:
    assert not calm.are_on and calm.turn_on.isVisible() and "mật khẩu" in calm.calm.words.text()
    calm.commands.ask_first_password()
    dialog = calm.findChild(FirstPassword)
    assert dialog is not None and dialog.name.currentText() == "Người mới"
    fill(dialog, "ngắn")
    press(qtbot, dialog)
    settled()
    assert "ít nhất 8 ký tự" in dialog.refusal.text() and dialog.do.isEnabled()
    fill(dialog, PASSWORD)
    with qtbot.waitSignal(calm.actor_changed) as told:
        press(qtbot, dialog)
    assert told.args == [Actor("Người mới", Role.ADMIN)]
    shown = calm.findChild(AccountCode)
    assert shown is not None
    shown.noted.click()
    shown.do.click()


def test_the_list_says_role_scope_last_sign_in_and_state(tab: AccountsTab) -> None:
    ((name, role, scope, last, state),) = rows(tab)
    assert (name, role, scope, state) == (ADMIN, "Quản trị", "Toàn bộ sổ", "Đang dùng")
    assert last.startswith(f"{datetime.now():%d/%m/%Y}")


def test_an_account_is_added_for_a_unit_changed_and_removed(
    qtbot: QtBot, tab: AccountsTab, storage: Storage, settled: Settled
) -> None:
    tab.commands.add()
    dialog = tab.findChild(AccountDialog)
    assert dialog is not None and dialog.name.currentText() == "Người mới"
    dialog.own_rows.click()
    fill(dialog, PASSWORD)
    press(qtbot, dialog)
    settled()
    assert "ít nhất một đơn vị" in dialog.refusal.text()
    dialog.units.tick([1])
    press(qtbot, dialog)
    settled()
    assert rows(tab)[1][:3] == ["Người mới", "Nhập liệu", "Văn phòng"]
    tab.table.choose([1])
    tab.commands.change()
    dialog = next(one for one in tab.findChildren(AccountDialog) if one.isVisible())
    assert not dialog.name.isEnabled() and dialog.units.chosen() == (1,) and dialog.is_on.isChecked()
    dialog.role.setCurrentIndex(dialog.role.findData("view"))
    assert not dialog.units.isEnabled()
    dialog.is_on.click()
    press(qtbot, dialog)
    settled()
    assert rows(tab)[1][1:3] == ["Xem", "Chỉ xem"] and rows(tab)[1][4] == "Ngừng sử dụng"
    tab.table.choose([1])
    tab.commands.remove()
    asked = tab.findChild(AskFirst)
    assert asked is not None and "Người mới" in asked.words.text()
    press(qtbot, asked)
    settled()
    assert [one.name for one in accounts(storage)] == [ADMIN]


def test_the_last_administrator_stays(qtbot: QtBot, tab: AccountsTab, operations: Operations, settled: Settled) -> None:
    refused: list[str] = []
    operations.refused.connect(refused.append)
    tab.commands.remove()
    asked = tab.findChild(AskFirst)
    assert asked is not None
    press(qtbot, asked)
    settled()
    assert len(refused) == 1 and "ít nhất một tài khoản quản trị" in refused[0]


def test_a_password_is_set_anew(qtbot: QtBot, tab: AccountsTab, storage: Storage, settled: Settled) -> None:
    tab.commands.set_password()
    dialog = tab.findChild(SetPassword)
    assert dialog is not None
    dialog.new.password.setText("một mật khẩu")
    press(qtbot, dialog)
    assert "không giống nhau" in dialog.refusal.text()
    fill(dialog, "một mật khẩu")
    press(qtbot, dialog)
    settled()
    answer = storage.write("", lambda work: sign_in(work, ADMIN, "một mật khẩu", datetime.now())).result
    assert answer.actor is not None


def test_a_new_code_is_shown_once_and_accounts_can_be_given_up(
    qtbot: QtBot, tab: AccountsTab, storage: Storage, settled: Settled
) -> None:
    tab.commands.ask_new_code()
    asked = tab.findChild(AskFirst)
    assert asked is not None
    press(qtbot, asked)
    settled()
    shown = tab.findChild(AccountCode)
    assert shown is not None
    shown.noted.click()
    shown.do.click()
    tab.commands.ask_turn_off()
    asked = next(one for one in tab.findChildren(AskFirst) if one.isVisible())
    with qtbot.waitSignal(tab.actor_changed) as told:
        press(qtbot, asked)
    settled()
    assert told.args == [None] and not accounts(storage) and not tab.are_on


def test_who_is_no_administrator_learns_why_there_is_no_list(
    tab: AccountsTab, storage: Storage, settled: Settled
) -> None:
    storage.write("", lambda work: work.save_account(Account("Người xem", Role.VIEW)))
    storage.act_as(Actor("Người xem", Role.VIEW))
    tab.read()
    settled()
    assert not tab.are_on and not tab.turn_on.isVisible() and "chỉ được xem" in tab.calm.words.text()
