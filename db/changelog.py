"""The log of all that was ever changed: lines are only added, each sealed with the one before it.

A line's ``chain`` is the SHA-256 of the line before it and of what it says itself, so that a line changed, taken out
or moved is seen by ``broken_at``. SQLite only.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, text

from app.domain.log_chain import ChainPoint
from app.domain.staff import LogKind, LogLine
from db import changelog_text
from db.changelog_lines import Told, told
from db.ids import next_ids
from db.tables import log
from db.undo import Change

_SEALED = ("at", "who", "kind", "step", "plan_id", "row_id", "what", "part", "old", "new")
_AT_ONCE = 5_000


def append(connection: Connection, kind: LogKind, step: str, who: str, at: datetime, changes: Sequence[Change]) -> None:
    """Add a line for each thing in ``changes`` that a person would call a change."""
    add(connection, kind, step, who, at, told(connection, changes))


def add(connection: Connection, kind: LogKind, step: str, who: str, at: datetime, told_lines: Iterable[Told]) -> None:
    """Add lines as they are."""
    common = {"at": at.isoformat(timespec="seconds"), "who": who, "kind": str(kind), "step": step}
    lines: list[dict[str, Any]] = [common | line._asdict() for line in told_lines]
    if not lines:
        return
    seal = connection.execute(select(log.c.chain).order_by(log.c.id.desc()).limit(1)).scalar() or ""
    for line in lines:
        seal = line["chain"] = _seal(seal, line)
    first = next_ids(connection, log, len(lines))[0]
    connection.execute(insert(log), [line | {"id": number} for number, line in enumerate(lines, first)])
    changelog_text.index(connection, enumerate(lines, first))


def _seal(before: str, line: dict[str, Any]) -> str:
    said = json.dumps([before, *(line[name] for name in _SEALED)], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def lines(connection: Connection, row_ids: Sequence[int] | None, limit: int) -> list[LogLine]:
    """The newest lines first; of ``row_ids`` only, where given."""
    query = select(log).order_by(log.c.id.desc()).limit(limit)
    if row_ids is not None:
        query = query.where(log.c.row_id.in_(row_ids))
    return [read_line(found) for found in connection.execute(query)]


def read_line(found: Row[Any]) -> LogLine:
    """The line that a row of the table holds."""
    values = {name: value for name, value in found._mapping.items() if name != "chain"}
    return LogLine(**values | {"at": datetime.fromisoformat(found.at), "kind": LogKind(found.kind)})


def broken_at(connection: Connection) -> int | None:
    """The id of the first line that was changed, moved or that a line is missing before (one past the last where
    lines are missing at the end); None for a log that is whole."""
    point = ChainPoint()
    while not point.is_end:
        point = look_on(connection, point, _AT_ONCE)
    return point.broken


def look_on(connection: Connection, point: ChainPoint, limit: int) -> ChainPoint:
    """Look through the next ``limit`` lines after ``point``; the end is reached with the first broken line."""
    query = select(log).where(log.c.id > point.line).order_by(log.c.id).limit(limit)
    seal, last, count = point.seal, point.line, point.count
    for found in connection.execute(query):
        seal, last, count = _seal(seal, dict(found._mapping)), int(found.id), count + 1
        if seal != found.chain:
            return ChainPoint(last, seal, count, last, is_end=True)
    if count - point.count == limit:
        return ChainPoint(last, seal, count)
    newest = connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'log'")).scalar()
    missing = newest is not None and newest > last
    return ChainPoint(last, seal, count, last + 1 if missing else None, is_end=True)
