"""Accounts, and for how long one is locked after wrong tries to sign in."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.access import Actor, Role

SHORTEST_PASSWORD = 8
"""Characters."""
_TRIES = 5
_LOCKS = tuple(timedelta(minutes=minutes) for minutes in (5, 10, 20, 40, 60))
"""How long the fifth wrong try in a row locks, the sixth, and so on; the last holds for all after it."""
RECOVERY_LETTERS = "BCFGHKMNPQRSTVXZ"
"""Letters that nobody mistakes for others, and that no Vietnamese typing method joins to a letter with marks."""
_GROUPS, _GROUP = 4, 5
RECOVERY_LENGTH = _GROUPS * _GROUP


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row; ``last`` is when the newest of them was, by the clock of the PC."""

    wrong: int = 0
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """``units`` are ids of the directory whose rows an account for entering may change, None for all rows; the other
    roles have none. One that is not ``is_on`` cannot be signed in to. ``id`` is None until stored."""

    name: str
    role: Role
    units: frozenset[int] | None = None
    is_on: bool = True
    tries: Tries = Tries()
    id: int | None = None

    @property
    def actor(self) -> Actor:
        """Who works once this account is signed in to."""
        return Actor(self.name, self.role, self.units if self.role is Role.ENTRY else None)


def is_active_admin(account: Account) -> bool:
    """Whether somebody can look after the accounts by this one."""
    return account.is_on and account.role is Role.ADMIN


def locked_until(tries: Tries, now: datetime) -> datetime | None:
    """Until when no try is let through; None where one is.

    Where the clock was set back to before the last try, the lock counts from ``now``: it neither ends early nor holds
    until the clock has caught up. The caller keeps ``seen_at(tries, now)``, so that it counts from there once only.
    """
    if tries.last is None or tries.wrong < _TRIES:
        return None
    until = min(tries.last, now) + _LOCKS[min(tries.wrong - _TRIES, len(_LOCKS) - 1)]
    return until if now < until else None


def seen_at(tries: Tries, now: datetime) -> Tries:
    """``tries`` with no try later than ``now``: a later one was made before the clock was set back."""
    return replace(tries, last=min(tries.last, now)) if tries.last else tries


def after_wrong(tries: Tries, now: datetime) -> Tries:
    """``tries`` and one more."""
    return Tries(tries.wrong + 1, now)


def grouped(code: str) -> str:
    """A recovery code as it is shown and printed: groups of five letters."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def plain_code(typed: str) -> str:
    """A recovery code as typed, without what parts its groups."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())
