"""Slow hashes of passwords."""

import pytest

from db.passwords import Passwords

CHEAP = Passwords(1, 8, 1)


def test_a_hash_fits_its_secret_only() -> None:
    stored = CHEAP.hash_of("mật khẩu thử")
    assert CHEAP.is_hash_of(stored, "mật khẩu thử")
    assert not CHEAP.is_hash_of(stored, "mật khẩu thư")
    assert CHEAP.hash_of("mật khẩu thử") != stored
    assert "mật" not in stored


def test_the_hash_tells_with_what_it_was_made() -> None:
    stored = CHEAP.hash_of("mật khẩu thử")
    dearer = Passwords(2, 16, 1)
    assert dearer.is_hash_of(stored, "mật khẩu thử")
    assert dearer.is_outdated(stored)
    assert not CHEAP.is_outdated(stored)


def test_the_usual_parameters_are_those_recommended() -> None:
    assert Passwords().hash_of("mật khẩu thử").startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "mật khẩu thử",
        "$argon2id$v=19$m=8,t=1,p=1$",
        "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub+b0dWRWJTmaaJObG",
        "$argon2id$v=19$m=8,t=100000000,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub+b0dWRWJTmaaJObG",
    ],
)
def test_what_is_no_bearable_hash_fits_nothing(stored: str) -> None:
    assert not CHEAP.is_hash_of(stored, "mật khẩu thử")
