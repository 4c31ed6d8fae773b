"""The part of one transaction that is about accounts: ``app.ports.accounts.AccountsWork`` over an open connection."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import NoReturn

from sqlalchemy import Connection

from app.domain.access import Actor
from app.domain.account import Account, Tries
from app.domain.errors import Refused
from app.domain.staff import LogKind
from db import accounts, changelog
from db.changelog_lines import Told
from db.passwords import Passwords


@dataclass(frozen=True, slots=True)
class Session:
    """Who has signed in ("": nobody), whose name the log gets where there are no accounts, and how passwords are
    hashed."""

    signed_in: str = ""
    chosen: str = ""
    passwords: Passwords = field(default_factory=Passwords)


class AccountsDatabaseWork:
    """Carries out each wish at once; whoever made it commits or rolls back."""

    def __init__(self, connection: Connection, session: Session | None = None) -> None:
        self._connection = connection
        self._session = session or Session()

    @cached_property
    def actor(self) -> Actor:
        """Whoever works, with the role that the account has at the beginning of the transaction."""
        return accounts.actor_named(self._connection, self._session.signed_in)

    @property
    def who(self) -> str:
        """The name that the log gets."""
        return self.actor.name or self._session.chosen

    def accounts(self) -> list[Account]:
        """All accounts, as entered."""
        return accounts.accounts(self._connection)

    def save_account(self, account: Account) -> int:
        """Store a new account or another version; answers its id."""
        return accounts.save_account(self._connection, account)

    def save_tries(self, account_id: int, tries: Tries) -> None:
        """Store the wrong tries of an account."""
        accounts.save_tries(self._connection, account_id, tries)

    def remove_account(self, account_id: int) -> None:
        """Remove an account."""
        accounts.remove_account(self._connection, account_id)

    def remove_accounts(self) -> None:
        """Remove all accounts and the recovery code."""
        accounts.remove_all(self._connection)

    def keep_password(self, account_id: int, password: str) -> None:
        """Set the password of an account."""
        accounts.keep_secret(self._connection, account_id, self._session.passwords.hash_of(password))

    def is_password(self, account_id: int, password: str) -> bool:
        """Whether that is the password of the account; a hash made by older rules is made anew."""
        stored = accounts.secret_of(self._connection, account_id)
        fits = self._session.passwords.is_hash_of(stored, password)
        if fits and self._session.passwords.is_outdated(stored):
            self.keep_password(account_id, password)
        return fits

    def keep_recovery(self, code: str) -> None:
        """Set the recovery code."""
        accounts.keep_recovery(self._connection, self._session.passwords.hash_of(code))

    def is_recovery(self, code: str) -> bool:
        """Whether that is the recovery code."""
        return self._session.passwords.is_hash_of(accounts.recovery_secret(self._connection), code)

    def recovery_tries(self) -> Tries:
        """Wrong tries to give the recovery code."""
        return accounts.recovery_tries(self._connection)

    def save_recovery_tries(self, tries: Tries) -> None:
        """Store them."""
        accounts.save_recovery_tries(self._connection, tries)

    def log_access(self, what: str, step: str, name: str, old: str | None = None, new: str | None = None) -> None:
        """Add a line to the log of changes."""
        self._log(self.who, step, Told(None, None, what, name, old, new))

    def log_signed_in(self, step: str, name: str) -> None:
        """Add a line to the log of changes by ``name``."""
        self._log(name, step, Told(None, None, "sign_in", name, None, None))

    def _log(self, who: str, step: str, told: Told) -> None:
        changelog.add(self._connection, LogKind.DONE, step, who, datetime.now(), [told])


class SignedOutWork(AccountsDatabaseWork):
    """What a transaction is to somebody who has yet to sign in: whatever is not about accounts is refused, also where
    no use case has asked for the right to read it."""

    def __getattr__(self, name: str) -> NoReturn:
        raise Refused("access.sign_in_first")
