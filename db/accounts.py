"""Accounts and the recovery code, kept apart from what can be undone."""

import json
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from app.domain.access import EVERYTHING, NOBODY, Actor, Role
from app.domain.account import Account, Tries
from app.domain.errors import Refused
from db.database_copy import DATABASE
from db.ids import next_ids
from db.tables import account, recovery

_RECOVERY = 1
"""The id of the only line."""


def actor_named(connection: Connection, name: str) -> Actor:
    """Who works once ``name`` has signed in ("": nobody has): with the role of the account as it is now."""
    found = connection.exec_driver_sql(
        "SELECT name = ? AND is_on AS mine, * FROM account ORDER BY mine DESC LIMIT 1", (name,)
    ).one_or_none()
    if found is None:
        return EVERYTHING
    return _account(found).actor if found.mine else NOBODY


def accounts(connection: Connection) -> list[Account]:
    """All accounts, as entered."""
    return [_account(found) for found in connection.execute(select(account).order_by(account.c.id))]


def _account(found: Row[Any]) -> Account:
    units = None if found.units is None else frozenset(int(unit) for unit in json.loads(found.units))
    return Account(found.name, Role(found.role), units, bool(found.is_on), _tries(found), found.id)


def _tries(found: Row[Any]) -> Tries:
    return Tries(found.wrong, datetime.fromisoformat(found.last_wrong) if found.last_wrong else None)


def _tries_values(tries: Tries) -> dict[str, Any]:
    return {"wrong": tries.wrong, "last_wrong": tries.last.isoformat() if tries.last else None}


def save_account(connection: Connection, new: Account) -> int:
    """Store an account, new where the id is None; answers the id. Raises Refused for an unknown id."""
    units = None if new.units is None else json.dumps(sorted(new.units))
    values = {"name": new.name, "role": str(new.role), "units": units, "is_on": new.is_on, **_tries_values(new.tries)}
    if new.id is None:
        account_id = next_ids(connection, account, 1)[0]
        connection.execute(insert(account), [values | {"id": account_id, "secret": ""}])
        return account_id
    _update(connection, new.id, values)
    return new.id


def save_tries(connection: Connection, account_id: int, tries: Tries) -> None:
    """Store the wrong tries of an account. Raises Refused for an unknown id."""
    _update(connection, account_id, _tries_values(tries))


def keep_secret(connection: Connection, account_id: int, stored: str) -> None:
    """Set the hash of an account's password. Raises Refused for an unknown id."""
    _update(connection, account_id, {"secret": stored})


def _update(connection: Connection, account_id: int, values: dict[str, Any]) -> None:
    if not connection.execute(update(account).where(account.c.id == account_id).values(values)).rowcount:
        raise Refused("access.no_account")


def secret_of(connection: Connection, account_id: int) -> str:
    """The hash of an account's password. Raises Refused for an unknown id."""
    found = connection.execute(select(account.c.secret).where(account.c.id == account_id)).scalar()
    if found is None:
        raise Refused("access.no_account")
    return str(found)


def remove_account(connection: Connection, account_id: int) -> None:
    """Remove an account. Raises Refused for an unknown id."""
    if not connection.execute(delete(account).where(account.c.id == account_id)).rowcount:
        raise Refused("access.no_account")


def remove_all(connection: Connection) -> None:
    """Remove all accounts and the recovery code."""
    for table in (account, recovery):
        connection.execute(delete(table))


def keep_recovery(connection: Connection, stored: str) -> None:
    """Set the hash of the recovery code."""
    connection.execute(delete(recovery))
    connection.execute(insert(recovery), [{"id": _RECOVERY, "secret": stored, **_tries_values(Tries())}])


def recovery_secret(connection: Connection) -> str:
    """The hash of the recovery code; "" where there is none."""
    return str(connection.execute(select(recovery.c.secret)).scalar() or "")


def recovery_tries(connection: Connection) -> Tries:
    """Wrong tries to give the recovery code."""
    found = connection.execute(select(recovery)).one_or_none()
    return _tries(found) if found else Tries()


def save_recovery_tries(connection: Connection, tries: Tries) -> None:
    """Store them."""
    connection.execute(update(recovery).values(_tries_values(tries)))


def has_accounts(folder: Path) -> bool:
    """Whether the data in ``folder`` have accounts; False for data that are not there, of a version before there were
    any, or too broken to tell."""
    file = folder / DATABASE
    if not file.is_file():
        return False
    connection = sqlite3.connect(file)
    try:
        with suppress(sqlite3.Error):
            return connection.execute("SELECT 1 FROM account LIMIT 1").fetchone() is not None
    finally:
        connection.close()
    return False
