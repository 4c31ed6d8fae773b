"""The log of all that was ever changed: lines are only added, each sealed with the one before it.

A line's ``chain`` is the SHA-256 of the line before it and of what it says itself, so that a line changed, taken out
or moved is seen by ``broken_at``. SQLite only.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, text

from app.domain.staff import LogKind, LogLine
from db.changelog_lines import told
from db.tables import log
from db.undo import Change

_SEALED = ("at", "who", "kind", "step", "plan_id", "row_id", "what", "part", "old", "new")


def append(connection: Connection, kind: LogKind, step: str, who: str, at: datetime, changes: Sequence[Change]) -> None:
    """Add a line for each thing in ``changes`` that a person would call a change."""
    common = {"at": at.isoformat(timespec="seconds"), "who": who, "kind": str(kind), "step": step}
    lines: list[dict[str, Any]] = [common | line._asdict() for line in told(connection, changes)]
    if not lines:
        return
    seal = connection.execute(select(log.c.chain).order_by(log.c.id.desc()).limit(1)).scalar() or ""
    for line in lines:
        seal = line["chain"] = _seal(seal, line)
    connection.execute(insert(log), lines)


def _seal(before: str, line: dict[str, Any]) -> str:
    said = json.dumps([before, *(line[name] for name in _SEALED)], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def lines(connection: Connection, row_ids: Sequence[int] | None, limit: int) -> list[LogLine]:
    """The newest lines first; of ``row_ids`` only, where given."""
    query = select(log).order_by(log.c.id.desc()).limit(limit)
    if row_ids is not None:
        query = query.where(log.c.row_id.in_(row_ids))
    return [_read(found) for found in connection.execute(query)]


def _read(found: Row[Any]) -> LogLine:
    values = {name: value for name, value in found._mapping.items() if name != "chain"}
    return LogLine(**values | {"at": datetime.fromisoformat(found.at), "kind": LogKind(found.kind)})


def broken_at(connection: Connection) -> int | None:
    """The id of the first line that was changed, moved or that a line is missing before (one past the last where
    lines are missing at the end); None for a log that is whole."""
    seal, last = "", 0
    for found in connection.execute(select(log).order_by(log.c.id)):
        seal = _seal(seal, dict(found._mapping))
        if seal != found.chain:
            return int(found.id)
        last = int(found.id)
    newest = connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'log'")).scalar()
    return last + 1 if newest is not None and newest > last else None
