"""The data folder, open: the one place where transactions begin and end."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar, cast

from sqlalchemy import Connection

from app.domain.access import NOBODY, Actor, Right, may, must_have
from app.domain.staff import LogKind
from app.ports import Changes, Draft, History, Work, Written
from db import changelog, changes, schema, search, undo
from db import drafts as kept
from db.accounts_work import Session, SignedOutWork
from db.damage import WritePlans, damage_in
from db.engine import make_engine
from db.errors import machine_trouble
from db.passwords import Passwords
from db.undo import Change
from db.work import DatabaseWork

T = TypeVar("T")

FILE_NAME = "so-cchc.db"
_READERS = 4


class DatabaseStorage:
    """``app.ports.Storage`` over one SQLite file. Reads run beside each other and beside the one write."""

    def __init__(self, file: Path, passwords: Passwords | None = None) -> None:
        self._readers = make_engine(file, "BEGIN", _READERS)
        self._writer = make_engine(file, "BEGIN IMMEDIATE", 1, undo.install)
        self._writing = threading.Lock()
        self._session = Session(passwords=passwords or Passwords())

    def read(self, use_case: Callable[[Work], T]) -> T:
        """Run ``use_case`` on a steady picture of the data; it must not write."""
        with machine_trouble(), self._readers.connect() as connection:
            return use_case(self._work(connection))

    def write(self, label: str, use_case: Callable[[Work], T]) -> Written[T]:
        """Run ``use_case`` and commit it as one step that can be undone under the name ``label``. Whatever it raises,
        nothing is written."""
        with self._transaction() as connection:
            work = self._work(connection)
            step = undo.begin_step(connection, label, work.who)
            result = use_case(work)
            done = undo.end_step(connection, step)
            return Written(result, self._settle(connection, LogKind.DONE, label, work.who, done))

    def undo(self) -> Written[str]:
        """Undo the newest step; the result is its name. Raises Refused where somebody else did it and whoever works is
        no administrator."""
        with self._transaction() as connection:
            work = self._work(connection)
            label, done = undo.undo(connection, work.actor)
            return Written(label, self._settle(connection, LogKind.UNDONE, label, work.who, done))

    def redo(self) -> Written[str]:
        """Do the step undone last again; the result is its name. Refused as ``undo``."""
        with self._transaction() as connection:
            work = self._work(connection)
            label, done = undo.redo(connection, work.actor)
            return Written(label, self._settle(connection, LogKind.REDONE, label, work.who, done))

    def work_as(self, who: str) -> None:
        """From now on what is written is by ``who``."""
        self._session = replace(self._session, chosen=who)

    def act_as(self, actor: Actor) -> None:
        """From now on ``actor`` reads and writes."""
        self._session = replace(self._session, signed_in=actor.name)

    def history(self) -> History:
        """Names of what can be undone and redone; none for those who may write nothing."""
        with machine_trouble(), self._readers.connect() as connection:
            is_writer = may(self._work(connection).actor, Right.ENTER)
            return undo.history(connection) if is_writer else History()

    def save_draft(self, draft: Draft) -> None:
        """Keep text being typed. Raises Refused for those who may write nothing."""
        with self._transaction() as connection:
            must_have(self._work(connection).actor, Right.ENTER)
            kept.save_draft(connection, draft)

    def drop_draft(self, row_id: int, column_id: int | None) -> None:
        """Forget text being typed."""
        with self._transaction() as connection:
            kept.drop_draft(connection, row_id, column_id)

    def drafts(self) -> list[Draft]:
        """Text that was being typed and never committed, oldest first; none for those who may write nothing."""
        with machine_trouble(), self._readers.connect() as connection:
            is_writer = may(self._work(connection).actor, Right.ENTER)
            return kept.drafts(connection) if is_writer else []

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._readers.dispose()
        self._writer.dispose()

    def _work(self, connection: Connection) -> DatabaseWork:
        work = DatabaseWork(connection, self._session)
        signed_out = cast(DatabaseWork, SignedOutWork(connection, self._session))
        return signed_out if work.actor == NOBODY else work

    def _settle(self, connection: Connection, kind: LogKind, label: str, who: str, done: list[Change]) -> Changes:
        changelog.append(connection, kind, label, who, datetime.now(), done)
        search.index_rows(connection, changes.rows_to_index(done))
        return changes.describe(connection, done)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._writing, machine_trouble(), self._writer.begin() as connection:
            yield connection


def open_storage(
    folder: Path, write_plans: WritePlans | None = None, passwords: Passwords | None = None
) -> DatabaseStorage:
    """Open the data folder ``folder``, made where it is missing and brought up to date where it is old.

    Raises MachineTrouble where it cannot be read or written, was written by a newer program, or is damaged: then the
    newest good backup is named, and what can be read of the plans is given to ``write_plans`` with a folder for them.
    ``passwords`` says how those of accounts are hashed.
    """
    file = folder / FILE_NAME
    with machine_trouble():
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_damaged(folder, write_plans)
        _bring_up_to_date(file)
        return DatabaseStorage(file, passwords)


def _refuse_damaged(folder: Path, write_plans: WritePlans | None) -> None:
    damage = damage_in(folder)
    if damage is not None:
        # a window that opens sound data need not load what reads backups
        from db.rescue import refuse_damaged

        refuse_damaged(folder, damage, write_plans)


def _bring_up_to_date(file: Path) -> None:
    is_new = not file.exists() or file.stat().st_size == 0
    engine = make_engine(file, "BEGIN IMMEDIATE" if is_new else "BEGIN", 1)
    try:
        with engine.begin() as connection:
            version = schema.version_of(connection)
            if version is None:
                schema.create(connection)
        if version is not None and schema.needs_migration(version, file):
            # Alembic takes longer to load than the window to open
            from db.migrate import migrate

            engine.dispose()
            migrate(file, version)
    finally:
        engine.dispose()
