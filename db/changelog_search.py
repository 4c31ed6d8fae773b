"""Reading the log of changes in slices, the newest lines first, filtered by the database."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from app.domain.log_filter import BACK_AND_FORTH, THINGS, LogFilter, LogTopic
from app.domain.staff import LogLine
from db.changelog import read_line
from db.tables import log, log_text


def log_slice(connection: Connection, wanted: LogFilter, before: int | None, limit: int) -> list[LogLine]:
    """The newest ``limit`` lines that ``wanted`` lets through, of those older than the line ``before``."""
    query = select(log).order_by(log.c.id.desc())
    if _asks_for_words_alone(wanted):
        found = select(log_text.c.log_id).where(*_words(wanted)).order_by(log_text.c.log_id.desc())
        older = found if before is None else found.where(log_text.c.log_id < before)
        query = query.where(log.c.id.in_(older.limit(limit)))
    else:
        query = _narrowed(query if before is None else query.where(log.c.id < before), wanted).limit(limit)
    return [read_line(line) for line in connection.execute(query)]


def log_count(connection: Connection, wanted: LogFilter) -> int:
    """How many lines ``wanted`` lets through."""
    if _asks_for_words_alone(wanted):
        query = select(func.count()).select_from(log_text).where(*_words(wanted))
    else:
        query = _narrowed(select(func.count()).select_from(log), wanted)
    return int(connection.execute(query).scalar_one())


def log_people(connection: Connection) -> list[str]:
    """Everyone who ever wrote, "" where nobody was chosen."""
    return list(connection.execute(select(log.c.who).distinct()).scalars())


def log_plans(connection: Connection) -> list[int]:
    """The ids of all plans that lines are about, removed ones included."""
    query = select(log.c.plan_id).where(log.c.plan_id.is_not(None)).distinct()
    return [int(found) for found in connection.execute(query).scalars()]


def log_newest(connection: Connection, what: str, steps: Sequence[str]) -> dict[str, datetime]:
    """When a thing of the kind ``what`` last had one of ``steps``, by the thing's name."""
    query = select(log.c.part, func.max(log.c.at)).where(log.c.what == what, log.c.step.in_(steps)).group_by(log.c.part)
    return {part: datetime.fromisoformat(at) for part, at in connection.execute(query)}


def _asks_for_words_alone(wanted: LogFilter) -> bool:
    """Then the words are looked through without their lines: half the work."""
    return bool(wanted.folded) and wanted == LogFilter(words=wanted.words)


def _words(wanted: LogFilter) -> list[ColumnElement[bool]]:
    return [log_text.c.folded.contains(word, autoescape=True, escape="\\") for word in wanted.folded]


def _narrowed(query: Select[Any], wanted: LogFilter) -> Select[Any]:
    if wanted.folded:
        query = query.join(log_text, log_text.c.log_id == log.c.id)
    return query.where(*_conditions(wanted))


def _conditions(wanted: LogFilter) -> Sequence[ColumnElement[bool]]:
    asked = _words(wanted)
    if wanted.who is not None:
        asked.append(log.c.who == wanted.who)
    if wanted.plan_id is not None:
        asked.append(log.c.plan_id == wanted.plan_id)
    if wanted.since is not None:
        asked.append(log.c.at >= wanted.since.isoformat())
    if wanted.until is not None:
        asked.append(log.c.at < (wanted.until + timedelta(days=1)).isoformat())
    if wanted.topic is LogTopic.TAKEN_BACK:
        asked.append(log.c.kind.in_(BACK_AND_FORTH))
    elif wanted.topic is not None:
        asked.append(log.c.what.in_(THINGS[wanted.topic]))
    return asked
