"""Accounts from the first to none: sign in, lock, recover, look after."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from unicodedata import normalize

import pytest

from app.domain.access import EVERYTHING, NOBODY, Role
from app.domain.account import RECOVERY_LETTERS, Account
from app.domain.errors import Refused
from app.domain.staff import LogLine
from app.ports import Work
from app.services import account_state, accounts
from app.services.accounts import Recovery, SignIn
from db.storage import DatabaseStorage, open_storage
from tests.app.services.guarded import CHEAP, NOW, PASSWORD

OTHER = "mật khẩu khác"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[DatabaseStorage]:
    """An empty register without accounts."""
    opened = open_storage(tmp_path, passwords=CHEAP)
    yield opened
    opened.close()


@pytest.fixture
def code(storage: DatabaseStorage) -> str:
    """The recovery code of a register with the accounts "Quản trị" and "Xem"; the first has signed in."""
    code = storage.write("", partial(accounts.turn_on, name=" Quản  trị ", password=PASSWORD)).result
    storage.act_as(sign_in(storage, "Quản trị").actor or NOBODY)
    add(storage, "Xem", Role.VIEW)
    return code


def add(storage: DatabaseStorage, name: str, role: Role, units: frozenset[int] | None = None) -> int:
    """Another account."""
    use_case = partial(accounts.add_account, name=name, role=role, units=units, password=PASSWORD)
    return storage.write("", use_case).result


def sign_in(storage: DatabaseStorage, name: str, password: str = PASSWORD, now: datetime = NOW) -> SignIn:
    """A try to sign in."""
    return storage.write("", partial(accounts.sign_in, name=name, password=password, now=now)).result


def recover(storage: DatabaseStorage, code: str, now: datetime = NOW) -> Recovery:
    """A try to come back with the recovery code."""
    return storage.write("", partial(accounts.recover, code=code, new_password=OTHER, now=now)).result


def account(storage: DatabaseStorage, name: str) -> Account:
    """A stored account."""
    return next(one for one in storage.read(lambda work: work.accounts()) if one.name == name)


def key_of(found: SignIn | Recovery) -> str:
    """Why a try was not let through."""
    return found.refusal.key if found.refusal else ""


def refused(storage: DatabaseStorage, use_case: Callable[[Work], object]) -> str:
    """Why a use case is refused."""
    with pytest.raises(Refused) as error:
        storage.write("", use_case)
    return error.value.key


def log(storage: DatabaseStorage) -> list[LogLine]:
    """The whole log, read by whoever may."""
    storage.act_as(account(storage, "Quản trị").actor)
    return storage.read(lambda work: work.log())


def test_without_accounts_all_is_open(storage: DatabaseStorage) -> None:
    assert storage.read(account_state.accounts_state) == account_state.AccountsState(False)
    assert storage.read(account_state.whoever_works) == EVERYTHING
    assert key_of(sign_in(storage, "ai đó")) == "access.wrong"
    for use_case in (
        partial(accounts.add_account, name="a", role=Role.VIEW, units=None, password=PASSWORD),
        partial(accounts.recover, code="", new_password=PASSWORD, now=NOW),
        partial(accounts.change_own_password, old="", new=PASSWORD),
        accounts.new_recovery_code,
    ):
        assert refused(storage, use_case) == "access.not_on"


def test_the_first_account_is_an_administrator(storage: DatabaseStorage, code: str) -> None:
    assert [len(group) for group in code.split("-")] == [5] * 4
    assert set(code) <= {*RECOVERY_LETTERS, "-"}
    assert storage.read(account_state.accounts_state) == account_state.AccountsState(True, ("Quản trị", "Xem"))
    assert storage.read(account_state.whoever_works).role is Role.ADMIN
    assert refused(storage, partial(accounts.turn_on, name="a", password=PASSWORD)) == "access.on_already"


def test_a_new_opening_signs_nobody_in(storage: DatabaseStorage, code: str, tmp_path: Path) -> None:
    other = open_storage(tmp_path, passwords=CHEAP)
    assert other.read(account_state.whoever_works) == NOBODY
    storage.act_as(NOBODY)
    assert storage.read(account_state.whoever_works) == NOBODY
    other.close()


@pytest.mark.parametrize("password", ["", "ngắn", "1234567"])
def test_short_passwords_are_refused(storage: DatabaseStorage, code: str, password: str) -> None:
    viewer = account(storage, "Xem").id or 0
    for use_case in (
        partial(accounts.add_account, name="a", role=Role.VIEW, units=None, password=password),
        partial(accounts.set_password, account_id=viewer, password=password),
        partial(accounts.change_own_password, old=PASSWORD, new=password),
        partial(accounts.recover, code=code, new_password=password, now=NOW),
    ):
        assert refused(storage, use_case) == "access.short_password"


def test_letters_with_marks_count_however_they_were_typed(storage: DatabaseStorage, code: str) -> None:
    assert normalize("NFD", PASSWORD) != PASSWORD
    assert sign_in(storage, "Xem", normalize("NFD", PASSWORD)).actor is not None
    assert sign_in(storage, normalize("NFD", "Quản trị")).actor is not None


@pytest.mark.parametrize(("name", "key"), [("  ", "access.no_name"), ("XEM", "access.taken"), ("Xem ", "access.taken")])
def test_names_are_there_and_differ(storage: DatabaseStorage, code: str, name: str, key: str) -> None:
    use_case = partial(accounts.add_account, name=name, role=Role.VIEW, units=None, password=PASSWORD)
    assert refused(storage, use_case) == key


def test_wrong_tries_lock_and_are_kept(storage: DatabaseStorage, code: str, tmp_path: Path) -> None:
    for _ in range(4):
        assert key_of(sign_in(storage, "Xem", OTHER)) == "access.wrong"
    fifth = sign_in(storage, "Xem", OTHER)
    assert (key_of(fifth), fifth.locked_until) == ("access.locked", NOW + 5 * MINUTE)
    other = open_storage(tmp_path, passwords=CHEAP)
    assert key_of(sign_in(other, "Xem", now=NOW + 4 * MINUTE)) == "access.locked"
    assert account(other, "Xem").tries.wrong == 5
    assert sign_in(other, "Xem", OTHER, NOW + 5 * MINUTE).locked_until == NOW + 15 * MINUTE
    assert sign_in(other, "Xem", now=NOW + 15 * MINUTE).actor is not None
    assert account(other, "Xem").tries.wrong == 0
    assert sign_in(other, "Quản trị").actor is not None
    other.close()


def test_a_lock_outlives_a_clock_set_back_but_not_for_ever(storage: DatabaseStorage, code: str) -> None:
    for _ in range(5):
        sign_in(storage, "Xem", OTHER)
    back = NOW - timedelta(days=300)
    assert sign_in(storage, "Xem", now=back).locked_until == back + 5 * MINUTE
    assert key_of(sign_in(storage, "Xem", now=back + 4 * MINUTE)) == "access.locked"
    assert sign_in(storage, "Xem", now=back + 5 * MINUTE).actor is not None


def test_an_unknown_name_is_answered_like_a_wrong_password(storage: DatabaseStorage, code: str) -> None:
    assert key_of(sign_in(storage, "mật khẩu gõ nhầm chỗ")) == key_of(sign_in(storage, "Xem", OTHER)) == "access.wrong"
    assert not [line for line in log(storage) if "nhầm" in str(line)]


def test_the_recovery_code_works_once(storage: DatabaseStorage, code: str) -> None:
    storage.act_as(NOBODY)
    found = recover(storage, code.lower().replace("-", " "))
    assert found.actor is not None
    assert found.actor.name == "Quản trị"
    assert found.code not in ("", code)
    assert sign_in(storage, "Quản trị", OTHER).actor is not None
    assert key_of(sign_in(storage, "Quản trị")) == "access.wrong"
    assert key_of(recover(storage, code)) == "access.wrong_code"
    assert recover(storage, found.code).actor is not None


def test_wrong_codes_lock_too(storage: DatabaseStorage, code: str) -> None:
    found = [recover(storage, "BCFGH-BCFGH-BCFGH-BCFGH") for _ in range(5)]
    assert [key_of(one) for one in found] == ["access.wrong_code"] * 4 + ["access.locked"]
    assert key_of(recover(storage, code)) == "access.locked"
    assert recover(storage, code, NOW + 5 * MINUTE).actor is not None


def test_recovery_ends_the_lock_of_the_administrator(storage: DatabaseStorage, code: str) -> None:
    for _ in range(5):
        sign_in(storage, "Quản trị", OTHER)
    recover(storage, code)
    assert sign_in(storage, "Quản trị", OTHER).actor is not None


def test_another_code_can_be_printed(storage: DatabaseStorage, code: str) -> None:
    new = storage.write("", accounts.new_recovery_code).result
    assert key_of(recover(storage, code)) == "access.wrong_code"
    assert recover(storage, new).actor is not None


def test_an_administrator_is_always_left(storage: DatabaseStorage, code: str) -> None:
    admin = account(storage, "Quản trị").id or 0
    for use_case in (
        partial(accounts.remove_account, account_id=admin),
        partial(accounts.change_account, account_id=admin, role=Role.VIEW, units=None),
        partial(accounts.change_account, account_id=admin, role=Role.ADMIN, units=None, is_on=False),
    ):
        assert refused(storage, use_case) == "access.last_admin"
    add(storage, "Quản trị hai", Role.ADMIN)
    storage.write("", partial(accounts.remove_account, account_id=admin))
    assert storage.read(account_state.whoever_works) == NOBODY


def test_a_change_of_rights_holds_at_once(storage: DatabaseStorage, code: str) -> None:
    viewer = account(storage, "Xem")
    other_window = sign_in(storage, "Xem").actor or NOBODY
    change = partial(accounts.change_account, account_id=viewer.id or 0)
    storage.write("", partial(change, role=Role.ENTRY, units=frozenset({4, 2})))
    storage.act_as(other_window)
    now = storage.read(account_state.whoever_works)
    assert (now.role, now.units) == (Role.ENTRY, frozenset({2, 4}))
    storage.act_as(account(storage, "Quản trị").actor)
    storage.write("", partial(change, role=Role.VIEW, units=None, is_on=False))
    storage.act_as(other_window)
    assert storage.read(account_state.whoever_works) == NOBODY
    assert key_of(sign_in(storage, "Xem")) == "access.account_off"
    assert storage.read(account_state.accounts_state).names == ("Quản trị",)


def test_entering_for_units_needs_one(storage: DatabaseStorage, code: str) -> None:
    use_case = partial(accounts.add_account, name="a", role=Role.ENTRY, units=frozenset(), password=PASSWORD)
    assert refused(storage, use_case) == "access.no_units"
    add(storage, "b", Role.ADMIN, frozenset())
    assert account(storage, "b").units is None


def test_passwords_are_changed_by_their_owner_and_by_the_administrator(storage: DatabaseStorage, code: str) -> None:
    storage.act_as(account(storage, "Xem").actor)
    change = partial(accounts.change_own_password, new=OTHER)
    assert refused(storage, partial(change, old="không phải")) == "access.wrong_old_password"
    storage.write("", partial(change, old=PASSWORD))
    assert sign_in(storage, "Xem", OTHER).actor is not None
    storage.act_as(account(storage, "Quản trị").actor)
    viewer = account(storage, "Xem").id or 0
    storage.write("", partial(accounts.set_password, account_id=viewer, password=PASSWORD))
    assert sign_in(storage, "Xem").actor is not None
    assert refused(storage, partial(accounts.set_password, account_id=99, password=PASSWORD)) == "access.no_account"


def test_turning_off_opens_everything(storage: DatabaseStorage, code: str) -> None:
    storage.write("", accounts.turn_off)
    assert storage.read(account_state.whoever_works) == EVERYTHING
    assert not storage.read(account_state.accounts_state).are_on
    assert storage.write("", partial(accounts.turn_on, name="Lại", password=PASSWORD)).result != code


def test_the_log_tells_all_of_it_and_no_secret(storage: DatabaseStorage, code: str) -> None:
    sign_in(storage, "Xem", OTHER)
    viewer = account(storage, "Xem").id or 0
    storage.write("", partial(accounts.change_account, account_id=viewer, role=Role.ENTRY, units=frozenset({1})))
    storage.write("", partial(accounts.set_password, account_id=viewer, password=OTHER))
    recover(storage, code)
    storage.write("", partial(accounts.remove_account, account_id=viewer))
    lines = list(reversed(log(storage)))
    assert [(line.what, line.part, line.step) for line in lines] == [
        ("account", "Quản trị", "Bật tài khoản người dùng"),
        ("sign_in", "Quản trị", "Đăng nhập"),
        ("account", "Xem", "Thêm tài khoản"),
        ("sign_in", "Xem", "Nhập sai tên hoặc mật khẩu"),
        ("account", "Xem", "Đổi quyền của tài khoản"),
        ("account", "Xem", "Đặt lại mật khẩu"),
        ("sign_in", "Quản trị", "Đặt lại mật khẩu bằng mã khôi phục"),
        ("account", "Xem", "Xóa tài khoản"),
    ]
    assert [line.who for line in lines] == ["", *["Quản trị"] * 7]
    assert (lines[4].old, lines[4].new) == ("Xem", "Nhập liệu, 1 đơn vị")
    told = str(lines)
    assert not [secret for secret in (PASSWORD, OTHER, code, code.replace("-", ""), "argon2") if secret in told]


def test_the_board_is_what_accounts_are_made_of(storage: DatabaseStorage, code: str) -> None:
    board = storage.read(accounts.account_board)
    assert [one.name for one in board.accounts] == ["Quản trị", "Xem"]
    assert (board.people, board.units) == ((), ())
