"""Signs in whoever gives a command, where the register has accounts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from app.cli import Parts, opened
from app.cli_password import ask_password
from app.domain.access import NOBODY, Actor
from app.domain.errors import Refused
from app.ports import Storage
from app.services.account_state import accounts_state
from app.services.accounts import allow_restore, sign_in


class SignedIn:
    """Opens data as ``opens`` does and signs in as ``name`` where they have accounts; the password is asked for once,
    however often a command opens them. Raises Refused where no name was given or the password is wrong."""

    def __init__(self, opens: Callable[[Path], Storage], name: str | None) -> None:
        self._opens, self._name = opens, name
        self._actor: Actor = NOBODY

    def __call__(self, folder: Path) -> Storage:
        """The data in ``folder``, open for whoever has signed in."""
        storage = self._opens(folder)
        try:
            if storage.read(accounts_state).are_on:
                storage.act_as(self._known(storage))
        except BaseException:
            storage.close()
            raise
        return storage

    def _known(self, storage: Storage) -> Actor:
        if self._actor == NOBODY:
            self._actor = self._signed_in(storage)
        return self._actor

    def _signed_in(self, storage: Storage) -> Actor:
        if self._name is None:
            raise Refused("access.name_on_command_line")
        use_case = partial(sign_in, name=self._name, password=ask_password("access.ask_password"), now=datetime.now())
        found = storage.write("", use_case).result
        if found.actor is None:
            raise found.refusal or Refused("access.wrong")
        return found.actor


def as_user(name: str | None, parts: Parts) -> Parts:
    """``parts`` whose data are opened for the account ``name``."""
    return replace(parts, open_storage=SignedIn(parts.open_storage, name))


def must_be_allowed_to_restore(folder: Path, parts: Parts) -> None:
    """Raises Refused where the data in ``folder`` have accounts and whoever gives the command is no administrator. Data
    too broken to be read have none: they can be put back by anybody."""
    if parts.has_accounts(folder):
        with opened(folder, parts) as storage:
            storage.read(allow_restore)
