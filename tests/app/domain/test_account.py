"""Accounts, and how long wrong tries lock them."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.access import Role
from app.domain.account import (
    RECOVERY_LENGTH,
    RECOVERY_LETTERS,
    Account,
    Tries,
    after_wrong,
    grouped,
    locked_until,
    plain_code,
    seen_at,
)

NOW = datetime(2026, 3, 20, 8, 30)
MINUTE = timedelta(minutes=1)
LONGEST = 60 * MINUTE


@pytest.mark.parametrize(("wrong", "minutes"), [(5, 5), (6, 10), (7, 20), (8, 40), (9, 60), (10, 60), (500, 60)])
def test_every_wrong_try_locks_for_longer(wrong: int, minutes: int) -> None:
    tries = Tries(wrong, NOW)
    assert locked_until(tries, NOW) == NOW + minutes * MINUTE
    assert locked_until(tries, NOW + minutes * MINUTE) is None
    assert locked_until(tries, NOW + minutes * MINUTE - timedelta(seconds=1)) is not None


def test_four_wrong_tries_do_not_lock() -> None:
    tries = Tries()
    for _ in range(4):
        tries = after_wrong(tries, NOW)
        assert locked_until(tries, NOW) is None
    assert locked_until(after_wrong(tries, NOW), NOW) is not None


@given(st.integers(5, 20), st.lists(st.timedeltas(timedelta(days=-4000), timedelta(0)), min_size=1, max_size=8))
def test_a_clock_set_back_neither_opens_nor_locks_for_ever(wrong: int, jumps: list[timedelta]) -> None:
    tries, now = Tries(wrong, NOW), NOW
    full = (locked_until(tries, now) or now) - now
    for jump in jumps:
        now += jump
        until = locked_until(tries, now)
        assert until is not None
        assert now < until <= now + full
        tries = seen_at(tries, now)
    assert locked_until(tries, now + LONGEST) is None


def test_time_runs_on_after_the_clock_was_set_back() -> None:
    back = NOW - timedelta(days=365)
    tries = seen_at(Tries(5, NOW), back)
    assert locked_until(tries, back + 4 * MINUTE) == back + 5 * MINUTE
    assert seen_at(tries, back + 4 * MINUTE) == tries
    assert locked_until(tries, back + 5 * MINUTE) is None


@pytest.mark.parametrize("role", list(Role))
def test_only_entering_is_limited_to_units(role: Role) -> None:
    actor = Account("tên", role, frozenset({1})).actor
    assert (actor.units is None) is (role is not Role.ENTRY)


@given(st.text(RECOVERY_LETTERS, min_size=RECOVERY_LENGTH, max_size=RECOVERY_LENGTH))
def test_a_code_is_read_as_it_is_printed(code: str) -> None:
    printed = grouped(code)
    assert [len(group) for group in printed.split("-")] == [5, 5, 5, 5]
    assert plain_code(printed) == plain_code(f"  {printed.lower().replace('-', ' ')}\n") == code
