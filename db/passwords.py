"""Slow hashes of passwords. The parameters stand in each hash, so that they can be raised later."""

from typing import TYPE_CHECKING

from app.domain.errors import MachineTrouble

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_MOST_KIB = 256 * 1024
_MOST_ROUNDS = 64


class Passwords:
    """Argon2id; ``rounds`` over ``kib`` KiB of memory in ``lanes`` threads, by default the second recommended option of
    RFC 9106, section 4: about 50 ms on an office PC."""

    def __init__(self, rounds: int = 3, kib: int = 64 * 1024, lanes: int = 4) -> None:
        self._rounds, self._kib, self._lanes = rounds, kib, lanes

    def hash_of(self, secret: str) -> str:
        """A new hash of ``secret``. Raises MachineTrouble where the memory for it is not there."""
        from argon2.exceptions import HashingError

        try:
            return self._hasher().hash(secret)
        except HashingError as error:
            raise MachineTrouble("access.no_memory") from error

    def is_hash_of(self, stored: str, secret: str) -> bool:
        """Whether ``stored`` was made of ``secret``. What is no hash, or one that would take far more time and memory
        than any made here (in data from elsewhere), is none of anything."""
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return _is_bearable(stored) and self._hasher().verify(stored, secret)
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, stored: str) -> bool:
        """Whether ``stored`` was made with other parameters."""
        return self._hasher().check_needs_rehash(stored)

    def _hasher(self) -> "PasswordHasher":
        # loaded only where somebody signs in
        from argon2 import PasswordHasher

        return PasswordHasher(self._rounds, self._kib, self._lanes)


def _is_bearable(stored: str) -> bool:
    from argon2 import extract_parameters

    asked = extract_parameters(stored)
    return asked.memory_cost <= _MOST_KIB and asked.time_cost <= _MOST_ROUNDS
