"""Accounts beside undo, backups and drafts."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from app.domain.access import NOBODY, Role
from app.domain.errors import Refused
from app.ports import Draft
from app.services import accounts, plans
from app.services.account_state import accounts_state, whoever_works
from db.accounts import has_accounts
from db.backup import back_up
from db.passwords import Passwords
from db.restore import restore
from db.storage import FILE_NAME, open_storage
from tests.app.services.guarded import CHEAP, NOW, PASSWORD, PLAN, Register, make_register, turn_on

DRAFT = Draft(1, 1, "đang gõ", datetime(2026, 3, 20))


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register with accounts; the administrator has signed in."""
    made = make_register(tmp_path)
    turn_on(made)
    made.storage.act_as(made.actor("quản trị"))
    yield made
    made.storage.close()


def refusal(work: Callable[[], object]) -> str:
    """Why something is refused."""
    with pytest.raises(Refused) as error:
        work()
    return error.value.key


def rename(register: Register, name: str, title: str) -> None:
    """One step by the account ``name``."""
    register.storage.act_as(register.actor(name))
    register.storage.write(title, partial(plans.rename_plan, plan_id=register.plan.id or 0, title=title))


def test_accounts_are_no_step(register: Register) -> None:
    steps = register.storage.history()
    viewer = register.account_id("xem")
    register.storage.write("quyền", partial(accounts.change_account, account_id=viewer, role=Role.ENTRY, units=None))
    register.storage.write("mật khẩu", partial(accounts.set_password, account_id=viewer, password="mật khẩu khác"))
    register.storage.write("xóa", partial(accounts.remove_account, account_id=register.account_id("nhập")))
    assert register.storage.history() == steps
    before = register.storage.read(accounts.account_board).accounts
    for _ in steps.undo:
        register.storage.undo()
    for _ in steps.undo:
        register.storage.redo()
    assert register.storage.read(accounts.account_board).accounts == before


def test_a_change_of_accounts_leaves_what_can_be_redone(register: Register) -> None:
    register.storage.undo()
    redo = register.storage.history().redo
    register.storage.write("thêm", partial(accounts.set_password, account_id=1, password=PASSWORD))
    assert register.storage.history().redo == redo != ()


def test_steps_are_taken_back_by_whoever_did_them(register: Register) -> None:
    rename(register, "nhập", "Tên một")
    register.storage.act_as(register.actor("đơn vị"))
    assert refusal(register.storage.undo) == "access.step_of_other"
    register.storage.act_as(register.actor("nhập"))
    assert register.storage.undo().result == "Tên một"
    register.storage.act_as(register.actor("đơn vị"))
    assert refusal(register.storage.redo) == "access.step_of_other"
    register.storage.act_as(register.actor("quản trị"))
    assert register.storage.redo().result == "Tên một"
    assert register.storage.undo().result == "Tên một"
    register.storage.act_as(register.actor("nhập"))
    assert refusal(register.storage.undo) == "access.step_of_nobody"


@pytest.mark.parametrize(("name", "key"), [("xem", "access.view_only"), ("", "access.sign_in_first")])
def test_who_may_write_nothing_has_no_steps_and_drafts(register: Register, name: str, key: str) -> None:
    storage = register.storage
    storage.save_draft(DRAFT)
    storage.act_as(register.actor(name))
    assert (storage.history().undo, storage.drafts()) == ((), [])
    for refused in (storage.undo, storage.redo, partial(storage.save_draft, DRAFT)):
        assert refusal(refused) == key
    storage.act_as(register.actor("nhập"))
    assert storage.drafts() == [DRAFT]


def test_a_backup_brings_accounts_along(register: Register, tmp_path: Path) -> None:
    backup = tmp_path / "sao-luu.zip"
    back_up(tmp_path, backup)
    other = tmp_path / "nơi khác"
    other.mkdir()
    restore(other, backup)
    storage = open_storage(other, passwords=CHEAP)
    assert storage.read(accounts_state).are_on
    assert storage.read(whoever_works) == NOBODY
    assert storage.write("", partial(accounts.sign_in, name="xem", password=PASSWORD, now=NOW)).result.actor
    storage.close()


@pytest.mark.parametrize(
    ("column", "value"), [("role", "chủ"), ("units", "["), ("units", '["a"]'), ("last_wrong", "?")]
)
def test_a_backup_with_accounts_that_make_no_sense_is_refused(
    register: Register, tmp_path: Path, column: str, value: str
) -> None:
    backup, other = tmp_path / "sao-luu.zip", tmp_path / "nơi khác"
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as opened, opened:
        opened.execute(f"UPDATE account SET {column} = ? WHERE name = 'xem'", (value,))
    back_up(tmp_path, backup)
    other.mkdir()
    assert refusal(lambda: restore(other, backup)) == "backup.damaged"
    assert not (other / FILE_NAME).exists()


def test_accounts_of_data_put_in_meanwhile_hold_at_once(register: Register, tmp_path: Path) -> None:
    before = tmp_path / "trước.zip"
    back_up(tmp_path, before)
    register.storage.write("", accounts.turn_off)
    without = tmp_path / "không.zip"
    back_up(tmp_path, without)
    restore(tmp_path, before)
    assert register.storage.read(whoever_works).name == "quản trị"
    register.storage.act_as(NOBODY)
    assert refusal(partial(register.storage.read, lambda work: work.list_plans())) == "access.sign_in_first"
    restore(tmp_path, without)
    assert [plan.title for plan in register.storage.read(lambda work: work.list_plans())][:1] == ["Kế hoạch thử"]


def test_a_hash_by_older_rules_is_made_anew(register: Register, tmp_path: Path) -> None:
    newer = open_storage(tmp_path, passwords=Passwords(2, 16, 1))
    attempt = partial(accounts.sign_in, name="xem", password=PASSWORD, now=NOW)
    assert newer.write("", attempt).result.actor
    assert newer.write("", attempt).result.actor
    newer.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as opened:
        (stored,) = opened.execute("SELECT secret FROM account WHERE name = 'xem'").fetchone()
    assert "m=16,t=2,p=1" in stored


def test_whether_there_are_accounts_is_told_from_outside(register: Register, tmp_path: Path) -> None:
    assert has_accounts(tmp_path)
    register.storage.write("", accounts.turn_off)
    assert not has_accounts(tmp_path)
    assert not has_accounts(tmp_path / "không có")
    (tmp_path / "hỏng").mkdir()
    (tmp_path / "hỏng" / FILE_NAME).write_bytes(b"x" * 5000)
    assert not has_accounts(tmp_path / "hỏng")


def test_a_step_keeps_its_plan_when_an_account_goes(register: Register) -> None:
    register.storage.write("tạo", partial(plans.create_plan, plan=PLAN))
    assert register.storage.undo().result == "tạo"
