"""What use cases of accounts ask of the storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.access import Actor
    from app.domain.account import Account, Tries


class AccountsWork(Protocol):
    """The part of one transaction that is about accounts. None of it can be undone. Passwords and the recovery code
    are kept as slow hashes and never given back."""

    @property
    def actor(self) -> Actor:
        """Whoever works, with the role that the account has now; EVERYTHING where there are no accounts, NOBODY where
        nobody has signed in."""
        ...

    def accounts(self) -> list[Account]:
        """All accounts, as entered."""
        ...

    def save_account(self, account: Account) -> int:
        """Store a new account (its id is None, its password not set) or another version; answers its id."""
        ...

    def save_tries(self, account_id: int, tries: Tries) -> None:
        """Store the wrong tries of an account."""
        ...

    def remove_account(self, account_id: int) -> None:
        """Remove an account. What was written by it keeps its name."""
        ...

    def remove_accounts(self) -> None:
        """Remove all accounts and the recovery code."""
        ...

    def keep_password(self, account_id: int, password: str) -> None:
        """Set the password of an account. Takes about 50 ms."""
        ...

    def is_password(self, account_id: int, password: str) -> bool:
        """Whether that is the password of the account. Takes about 50 ms; a hash made by older rules is made anew."""
        ...

    def keep_recovery(self, code: str) -> None:
        """Set the recovery code."""
        ...

    def is_recovery(self, code: str) -> bool:
        """Whether that is the recovery code."""
        ...

    def recovery_tries(self) -> Tries:
        """Wrong tries to give the recovery code."""
        ...

    def save_recovery_tries(self, tries: Tries) -> None:
        """Store them."""
        ...

    def log_access(self, what: str, step: str, name: str, old: str | None = None, new: str | None = None) -> None:
        """Add a line to the log of changes, by whoever works: ``what`` is "account" or "sign_in", ``step`` says what
        was done, ``name`` of which account."""
        ...

    def log_signed_in(self, step: str, name: str) -> None:
        """Add a line to the log of changes, by whoever has just shown to be ``name``."""
        ...
