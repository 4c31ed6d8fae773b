"""Backups before what cannot easily be taken back, and what their passwords must be."""

from collections.abc import Callable

from app.domain.errors import Refused
from app.ports.backups import Risk
from app.texts import sentence_for

LEAST_LETTERS = 8
"""A shorter password of a backup is found by trying."""


def back_up_before(risk: Risk, make: Callable[[], object]) -> None:
    """Back up by ``make`` before ``risk`` is done. Raises Refused, saying what was not done and why, where that
    cannot be: then it must not be done."""
    try:
        make()
    except Refused as error:
        raise Refused(f"backup_before.{risk}", why=sentence_for(error)) from error


def must_be_new_password(password: str, again: str) -> None:
    """Raises Refused where ``password`` is too short for a backup, or ``again`` another."""
    if len(password) < LEAST_LETTERS:
        raise Refused("backup_password.short", least=LEAST_LETTERS)
    if password != again:
        raise Refused("backup_password.different")
