"""Who may do what: roles and rights.

Accounts keep colleagues on one PC from changing what is not theirs by mistake and say who did what. They do not hide
the data from somebody who takes the files away: the database itself is not encrypted.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import Refused


class Role(StrEnum):
    """What a person is trusted with: quản trị, nhập liệu, xem."""

    ADMIN = "admin"
    ENTRY = "entry"
    VIEW = "view"


class Right(StrEnum):
    """What a use case asks for.

    ``SIGN_IN`` is what anybody may: see whether there are accounts, and sign in. ``ENTER`` is the daily work on rows,
    marks, proofs and figures, ``WHOLE`` what concerns a plan as a whole (appendices, columns, heading, indicators,
    reports), ``MANAGE`` which plans there are, and what all plans look at (office, calendar, units, staff,
    templates, backups brought back).
    """

    SIGN_IN = "sign_in"
    READ = "read"
    ENTER = "enter"
    WHOLE = "whole"
    MANAGE = "manage"
    ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever works: ``role`` is None where nobody has signed in, ``units`` (ids of the directory) None where all rows
    are theirs."""

    name: str
    role: Role | None
    units: frozenset[int] | None = None


EVERYTHING = Actor("", Role.ADMIN)
"""Whoever sits at a register without accounts."""
NOBODY = Actor("", None)
"""There are accounts, and nobody has signed in."""

_ANYBODY = frozenset({Right.SIGN_IN})
_RIGHTS: dict[Role | None, frozenset[Right]] = {
    None: _ANYBODY,
    Role.VIEW: _ANYBODY | {Right.READ},
    Role.ENTRY: _ANYBODY | {Right.READ, Right.ENTER, Right.WHOLE},
    Role.ADMIN: frozenset(Right),
}


def may(actor: Actor, right: Right) -> bool:
    """Whether ``actor`` has ``right``. Who enters for some units only has no say in a plan as a whole."""
    if right is Right.WHOLE and actor.role is Role.ENTRY and actor.units is not None:
        return False
    return right in _RIGHTS[actor.role]


def must_have(actor: Actor, right: Right) -> None:
    """Raises Refused, with a sentence that says who can help, where ``actor`` has not ``right``."""
    if not may(actor, right):
        raise Refused(_refusal(actor, right))


def _refusal(actor: Actor, right: Right) -> str:
    if actor.role is None:
        return "access.sign_in_first"
    if actor.role is Role.VIEW:
        return "access.view_only"
    return "access.own_rows_only" if right is Right.WHOLE else "access.admin_only"


def must_own_step(actor: Actor, step: str, who: str) -> None:
    """Raises Refused where ``actor`` may not undo or redo the step called ``step``, done by ``who``: those who enter
    take back what they did themselves, administrators everything."""
    if actor.role is not Role.ADMIN and actor.name != who:
        key = "access.step_of_other" if who else "access.step_of_nobody"
        raise Refused(key, step=step, who=who)


def owns_all(actor: Actor) -> bool:
    """Whether every row is the actor's, as far as rows go."""
    return actor.role is not Role.ENTRY or actor.units is None
