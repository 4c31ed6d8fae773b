"""Use cases of accounts: turn them on, look after them, sign in, come back with the recovery code."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.access import Actor, Right, Role
from app.domain.account import (
    RECOVERY_LENGTH,
    RECOVERY_LETTERS,
    SHORTEST_PASSWORD,
    Account,
    Tries,
    after_wrong,
    grouped,
    is_active_admin,
    locked_until,
    plain_code,
    seen_at,
)
from app.domain.errors import Refused
from app.domain.staff import Person
from app.domain.text import clean_line, nfc
from app.domain.unit import Unit
from app.ports import Work
from app.services.access import needs
from app.texts import text

_SIGN_IN, _ACCOUNT = "sign_in", "account"


@dataclass(frozen=True, slots=True)
class AccountBoard:
    """What the screen of accounts shows: the accounts as entered, the staff whose names may become accounts, and the
    units whose rows an account can be limited to."""

    accounts: tuple[Account, ...]
    people: tuple[Person, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class SignIn:
    """What came of a try: whoever has signed in; or ``refusal``, why not. A wrong try is answered, not raised, since
    it is to be stored; a lock is over at ``locked_until``."""

    actor: Actor | None = None
    refusal: Refused | None = None
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recovery:
    """As ``SignIn``, with the new recovery code to be shown once ("" where the old one was wrong)."""

    actor: Actor | None = None
    code: str = ""
    refusal: Refused | None = None
    locked_until: datetime | None = None


@needs(Right.MANAGE)
def allow_restore(work: Work) -> None:
    """Nothing; raises Refused for those who may not put a backup in place of the data."""


@needs(Right.ACCOUNTS)
def account_board(work: Work) -> AccountBoard:
    """The accounts and what they can be made of."""
    return AccountBoard(tuple(work.accounts()), tuple(work.staff()), tuple(work.units()))


@needs(Right.ACCOUNTS)
def turn_on(work: Work, name: str, password: str) -> str:
    """Make the first account, an administrator's; answers the recovery code, to be shown and printed once. Raises
    Refused where there are accounts already, for an empty name and a password that is too short."""
    if work.accounts():
        raise Refused("access.on_already")
    _add(work, name, Role.ADMIN, None, password, "access.log_turned_on")
    return _new_recovery(work)


@needs(Right.ACCOUNTS)
def turn_off(work: Work) -> None:
    """Remove all accounts: everything is open again to whoever sits at this PC."""
    work.log_access(_ACCOUNT, text("access.log_turned_off"), work.actor.name)
    work.remove_accounts()


@needs(Right.ACCOUNTS)
def new_recovery_code(work: Work) -> str:
    """Another recovery code in place of the one before; answers it, to be shown once. Raises Refused where there are
    no accounts."""
    _must_be_on(work)
    work.log_access(_ACCOUNT, text("access.log_new_code"), work.actor.name)
    return _new_recovery(work)


@needs(Right.ACCOUNTS)
def add_account(work: Work, name: str, role: Role, units: frozenset[int] | None, password: str) -> int:
    """Make another account; answers its id. ``units`` None is all rows; the roles that are not for entering have no
    units. Raises Refused where there are no accounts yet, for an empty or taken name, no unit at all, and a password
    that is too short."""
    _must_be_on(work)
    return _add(work, name, role, units, password, "access.log_added")


@needs(Right.ACCOUNTS)
def change_account(work: Work, account_id: int, role: Role, units: frozenset[int] | None, is_on: bool = True) -> None:
    """Give an account another role and other units, or turn it off or on. Its name stays: it stands in the log.
    Raises Refused where no administrator would be left."""
    before = _account(work, account_id)
    after = replace(before, role=role, units=_units(role, units), is_on=is_on)
    _must_leave_admin(work, account_id, after)
    work.save_account(after)
    if after != before:
        work.log_access(_ACCOUNT, text("access.log_changed"), after.name, _told(before), _told(after))


@needs(Right.ACCOUNTS)
def set_password(work: Work, account_id: int, password: str) -> None:
    """Set the password of an account, which also ends its lock. Raises Refused for one that is too short."""
    account = _account(work, account_id)
    _keep(work, account, password)
    work.log_access(_ACCOUNT, text("access.log_password_set"), account.name)


@needs(Right.ACCOUNTS)
def remove_account(work: Work, account_id: int) -> None:
    """Remove an account. Raises Refused where no administrator would be left."""
    account = _account(work, account_id)
    _must_leave_admin(work, account_id, None)
    work.log_access(_ACCOUNT, text("access.log_removed"), account.name, _told(account))
    work.remove_account(account_id)


@needs(Right.READ)
def change_own_password(work: Work, old: str, new: str) -> None:
    """Set the password of whoever works. Raises Refused where ``old`` is not the present one, where ``new`` is too
    short, and where there are no accounts."""
    _must_be_on(work)
    account = next(one for one in work.accounts() if one.name == work.actor.name)
    if not work.is_password(account.id or 0, nfc(old)):
        raise Refused("access.wrong_old_password")
    _keep(work, account, new)
    work.log_access(_ACCOUNT, text("access.log_password_changed"), account.name)


@needs(Right.SIGN_IN)
def sign_in(work: Work, name: str, password: str, now: datetime) -> SignIn:
    """Look whether the password is that of the account ``name``. The answer's actor is to be given to
    ``Storage.act_as``. Wrong tries are counted: after five in a row the account is locked for a while."""
    account = next((one for one in work.accounts() if one.name == clean_line(name)), None)
    if account is None or account.id is None:
        work.log_access(_SIGN_IN, text("access.log_wrong"), "")
        return SignIn(refusal=Refused("access.wrong"))
    until = locked_until(account.tries, now)
    if until is not None:
        work.save_tries(account.id, seen_at(account.tries, now))
        return SignIn(refusal=_locked(until), locked_until=until)
    if not work.is_password(account.id, nfc(password)):
        return _wrong(work, account, now)
    if not account.is_on:
        return SignIn(refusal=Refused("access.account_off", name=account.name))
    work.save_tries(account.id, Tries())
    work.log_signed_in(text("access.log_signed_in"), account.name)
    return SignIn(account.actor)


def _wrong(work: Work, account: Account, now: datetime) -> SignIn:
    tries = after_wrong(account.tries, now)
    work.save_tries(account.id or 0, tries)
    work.log_access(_SIGN_IN, text("access.log_wrong"), account.name)
    until = locked_until(tries, now)
    return SignIn(refusal=_locked(until) if until else Refused("access.wrong"), locked_until=until)


def _locked(until: datetime) -> Refused:
    return Refused("access.locked", until=f"{until:%H:%M}")


@needs(Right.SIGN_IN)
def recover(work: Work, code: str, new_password: str, now: datetime) -> Recovery:
    """Set a new password for the first administrator by the recovery code, which then holds no more; the answer tells
    the new one and who has signed in by this. Wrong codes are counted and lock as wrong passwords do. Raises Refused
    where there are no accounts and for a password that is too short."""
    _must_be_on(work)
    _must_be_long(new_password)
    tries = work.recovery_tries()
    until = locked_until(tries, now)
    if until is not None:
        work.save_recovery_tries(seen_at(tries, now))
        return Recovery(refusal=_locked(until), locked_until=until)
    if not work.is_recovery(plain_code(code)):
        return _wrong_code(work, after_wrong(tries, now), now)
    admins = [one for one in work.accounts() if is_active_admin(one)]
    _keep(work, admins[0], new_password)
    work.log_signed_in(text("access.log_recovered"), admins[0].name)
    return Recovery(admins[0].actor, _new_recovery(work))


def _wrong_code(work: Work, tries: Tries, now: datetime) -> Recovery:
    work.save_recovery_tries(tries)
    work.log_access(_SIGN_IN, text("access.log_wrong_code"), "")
    until = locked_until(tries, now)
    return Recovery(refusal=_locked(until) if until else Refused("access.wrong_code"), locked_until=until)


def _new_recovery(work: Work) -> str:
    code = "".join(secrets.choice(RECOVERY_LETTERS) for _ in range(RECOVERY_LENGTH))
    work.keep_recovery(code)
    return grouped(code)


def _add(work: Work, name: str, role: Role, units: frozenset[int] | None, password: str, step: str) -> int:
    account = Account(clean_line(name), role, _units(role, units))
    if not account.name:
        raise Refused("access.no_name")
    if any(one.name.casefold() == account.name.casefold() for one in work.accounts()):
        raise Refused("access.taken", name=account.name)
    _must_be_long(password)
    account_id = work.save_account(account)
    work.keep_password(account_id, nfc(password))
    work.log_access(_ACCOUNT, text(step), account.name, None, _told(account))
    return account_id


def _keep(work: Work, account: Account, password: str) -> None:
    _must_be_long(password)
    work.keep_password(account.id or 0, nfc(password))
    work.save_tries(account.id or 0, Tries())


def _account(work: Work, account_id: int) -> Account:
    found = next((one for one in work.accounts() if one.id == account_id), None)
    if found is None:
        raise Refused("access.no_account")
    return found


def _units(role: Role, units: frozenset[int] | None) -> frozenset[int] | None:
    if role is not Role.ENTRY:
        return None
    if units is not None and not units:
        raise Refused("access.no_units")
    return units


def _must_be_on(work: Work) -> None:
    if not work.accounts():
        raise Refused("access.not_on")


def _must_be_long(password: str) -> None:
    if len(nfc(password)) < SHORTEST_PASSWORD:
        raise Refused("access.short_password", count=SHORTEST_PASSWORD)


def _must_leave_admin(work: Work, account_id: int, after: Account | None) -> None:
    others = [one for one in work.accounts() if one.id != account_id]
    if not any(is_active_admin(one) for one in (*others, *([after] if after else []))):
        raise Refused("access.last_admin")


def _told(account: Account) -> str:
    """What the log says of an account; never a secret."""
    parts = [text(f"access.role_{account.role}")]
    if account.units is not None:
        parts.append(text("access.log_units", count=len(account.units)))
    return ", ".join([*parts, *([] if account.is_on else [text("access.log_off")])])
