"""Looks whether the data are whole: every page and link of the database, the log, every file of a proof."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.domain.errors import MachineTrouble, Refused
from app.domain.proof import Fault, FaultKind, ProofFile
from app.domain.text import clean_line
from app.ports import DataSummary
from db.changelog import broken_at
from db.database_copy import DATABASE, PATIENCE
from db.engine import make_engine
from db.errors import machine_trouble
from db.proof_folder import FOLDER, faults

_NAMED = 5
"""How many files a sentence names."""
_LONGEST_NAME = 200
_FILES = "SELECT sha256, file_name, size FROM proof WHERE sha256 IS NOT NULL ORDER BY id"


def check(folder: Path) -> DataSummary:
    """What the data in ``folder`` hold, after looking at every page, every link, every line of the log and every
    file of a proof.

    Raises MachineTrouble that says what is broken, Refused where there are no data.
    """
    database = database_in(folder)
    with machine_trouble(), reading(database) as connection:
        must_be_whole(connection)
    _refuse_broken_log(database)
    found = faults(folder / FOLDER, proof_files(database))
    _refuse_faults([fault for fault in found if fault.kind is not FaultKind.STRAY])
    return replace(summary_of(database), unused_files=len(found))


def database_in(folder: Path) -> Path:
    """The database in ``folder``. Raises Refused where there is none, MachineTrouble where nothing is left in it."""
    database = folder / DATABASE
    if not database.is_file():
        raise Refused("backup.no_data", folder=folder)
    if not database.stat().st_size:
        raise MachineTrouble("backup.data_broken")
    return database


@contextmanager
def reading(database: Path) -> Iterator[sqlite3.Connection]:
    """``database``, open to be read. Raises sqlite3.Error."""
    # Not "mode=ro": a database in WAL mode may need its log taken over before it can be read.
    with closing(sqlite3.connect(database, timeout=PATIENCE)) as connection:
        yield connection


def must_be_whole(connection: sqlite3.Connection) -> None:
    """Raises MachineTrouble where a page or a link of the database is broken."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise MachineTrouble("backup.data_broken")
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = ", ".join(sorted({str(line[0]) for line in broken}))
        raise MachineTrouble("backup.links_broken", count=len(broken), tables=tables)


def summary_of(database: Path) -> DataSummary:
    """What ``database`` holds. Raises sqlite3.Error."""
    with reading(database) as connection:
        titles = tuple(str(line[0]) for line in connection.execute("SELECT title FROM plan ORDER BY year, id"))
        rows = connection.execute("SELECT count(*) FROM row WHERE kind = 'item'").fetchone()[0]
        has_proofs = _has_table(connection, "proof")
        proofs = connection.execute("SELECT count(*) FROM proof").fetchone()[0] if has_proofs else 0
        office, changed_at = _office(connection), _last_change(connection)
    return DataSummary(len(titles), rows, titles, proofs=proofs, office=office, changed_at=changed_at)


def _office(connection: sqlite3.Connection) -> str:
    """Whose data they are: what the office says of itself, else what its newest plan does."""
    found = connection.execute("SELECT issuing_body FROM plan WHERE issuing_body > '' ORDER BY year DESC, id DESC")
    of_plan = found.fetchone()
    line = connection.execute("SELECT content FROM office").fetchone() if _has_table(connection, "office") else None
    try:
        own = " ".join(json.loads(line[0])["issuing_body"]) if line else ""
    except (ValueError, KeyError, TypeError, RecursionError):
        own = ""
    # a database from elsewhere may hold anything
    return clean_line(own or (str(of_plan[0]) if of_plan else ""))[:_LONGEST_NAME]


def _last_change(connection: sqlite3.Connection) -> datetime | None:
    """When the newest line of the log was written; None where there is none that says so."""
    if not _has_table(connection, "log"):
        return None
    line = connection.execute("SELECT at FROM log ORDER BY id DESC LIMIT 1").fetchone()
    try:
        return datetime.fromisoformat(line[0]).replace(tzinfo=None) if line else None
    except (ValueError, TypeError):
        return None


def proof_files(database: Path) -> list[ProofFile]:
    """The files that the proofs in ``database`` need; none in one of a version before there were any. Raises
    sqlite3.Error."""
    with reading(database) as connection:
        lines = connection.execute(_FILES).fetchall() if _has_table(connection, "proof") else []
    # a database from elsewhere may hold anything: what is no size fits no file
    return [ProofFile(str(sha), str(name or ""), size if isinstance(size, int) else -1) for sha, name, size in lines]


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
    return found.fetchone() is not None


def _refuse_broken_log(database: Path) -> None:
    with reading(database) as connection:
        if not _has_table(connection, "log"):
            return
    engine = make_engine(database, "BEGIN", 1)
    try:
        with machine_trouble(), engine.connect() as opened:
            line = broken_at(opened)
    finally:
        engine.dispose()
    if line is not None:
        raise MachineTrouble("backup.log_broken", line=line)


def _refuse_faults(found: Sequence[Fault]) -> None:
    missing = [fault.name for fault in found if fault.kind is FaultKind.MISSING]
    changed = [fault.name for fault in found if fault.kind is not FaultKind.MISSING]
    if missing and changed:
        named = {"missing_names": _named(missing), "changed_names": _named(changed)}
        raise MachineTrouble("backup.proofs_broken", missing=len(missing), changed=len(changed), **named)
    if missing:
        raise MachineTrouble("backup.proofs_missing", count=len(missing), names=_named(missing))
    if changed:
        raise MachineTrouble("backup.proofs_changed", count=len(changed), names=_named(changed))


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
