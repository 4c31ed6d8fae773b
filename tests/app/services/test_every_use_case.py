"""Every use case as every kind of person: what is allowed is what the table says, and what is refused changes
nothing."""

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

import app.services
from app.domain.errors import Refused
from app.services.access import right_of
from tests.app.services.guarded import FOREIGN, OWN, Register, make_register, try_out, turn_on
from tests.app.services.use_cases import EVERYBODY, TABLE

GUARD = "app.services.access"
"""Holds what use cases ask, and no use case."""
NO_RIGHT = {f"access.{name}" for name in ("sign_in_first", "view_only", "own_rows_only", "admin_only", "not_own_row")}
NO_ACCOUNTS = {f"access.{name}" for name in ("not_on", "on_already", "no_account")}
"""What is said where there are no accounts to look after, or there are some already."""
NAMES = {"admin": "quản trị", "entry": "nhập", "own": "đơn vị", "foreign": "đơn vị", "view": "xem", "nobody": ""}


def found_use_cases() -> dict[str, Callable[..., Any]]:
    """Every public function of the services whose first parameter is the transaction, by module and name."""
    found: dict[str, Callable[..., Any]] = {}
    for module in iter_modules(app.services.__path__, "app.services."):
        members = inspect.getmembers(import_module(module.name), inspect.isfunction)
        own = [(name, one) for name, one in members if one.__module__ == module.name != GUARD and name[0] != "_"]
        first = {name: next(iter(inspect.signature(one).parameters), "") for name, one in own}
        found |= {f"{module.name.split('.')[-1]}.{name}": one for name, one in own if first[name] == "work"}
    return found


USE_CASES = found_use_cases()


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Register, Register]]:
    """The same register without accounts and with them."""
    without, guarded = (make_register(tmp_path_factory.mktemp(name)) for name in ("open", "guarded"))
    turn_on(guarded)
    yield without, guarded
    without.storage.close()
    guarded.storage.close()


def content_of(folder: Path) -> str:
    """A digest of all files but SQLite's shared memory, which also tells who is reading."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".db-shm")
    return sha256(b"".join(path.read_bytes() for path in files if not path.name.endswith("-shm"))).hexdigest()


def is_allowed(register: Register, name: str) -> bool:
    """Whether the use case is carried out. Raises what else it refuses."""
    arguments = TABLE[name][1](register)
    before = content_of(register.folder)
    try:
        try_out(register, lambda work: USE_CASES[name](work, *arguments))
    except Refused as error:
        if error.key not in NO_RIGHT | NO_ACCOUNTS:
            raise
        assert content_of(register.folder) == before
        return error.key in NO_ACCOUNTS
    return True


def as_person(register: Register, person: str, name: str) -> bool:
    """Whether ``person`` may have the use case carried out."""
    register.storage.act_as(register.actor(NAMES[person]))
    register.place = FOREIGN if person == "foreign" else OWN
    return is_allowed(register, name)


@pytest.mark.parametrize("name", sorted(USE_CASES))
def test_who_may_have_it_done(registers: tuple[Register, Register], name: str) -> None:
    without, guarded = registers
    outcome = {person for person in NAMES if as_person(guarded, person, name)}
    if is_allowed(without, name):
        outcome.add("open")
    assert outcome == TABLE[name][0]


def test_every_use_case_asks_and_stands_in_the_table() -> None:
    assert [name for name, one in USE_CASES.items() if right_of(one) is None] == []
    assert set(TABLE) == set(USE_CASES)


def test_the_table_tells_all_kinds_of_people_apart() -> None:
    assert set(NAMES) | {"open"} == EVERYBODY
    assert len({who for who, _ in TABLE.values()}) == 6


def test_a_refusal_is_told_before_anything_is_read(registers: tuple[Register, Register]) -> None:
    register = registers[1]
    register.storage.act_as(register.actor(""))
    for use_case in (partial(USE_CASES["plans.find_plan"], name_or_id="?"), lambda work: work.list_plans()):
        with pytest.raises(Refused) as refused:
            register.storage.read(use_case)
        assert refused.value.key == "access.sign_in_first"
