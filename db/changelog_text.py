"""What the log's lines are found by: their words without marks, kept beside them and written with them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from app.domain.text import fold
from db.tables import log, log_text

_BATCH = 2_000


def index(connection: Connection, lines: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Write the words of lines, each with its id."""
    values = [{"log_id": number, "folded": _folded(line)} for number, line in lines]
    if values:
        connection.execute(insert(log_text), values)


def index_all(connection: Connection) -> None:
    """Write the words of every line of a log that has none yet."""
    found = connection.execute(select(log).order_by(log.c.id))
    for part in found.mappings().partitions(_BATCH):
        index(connection, [(line["id"], dict(line)) for line in part])


def _folded(line: Mapping[str, Any]) -> str:
    said = (line["step"], line["part"], *_words(line["old"]), *_words(line["new"]))
    return fold("\n".join(dict.fromkeys(said)))


def _words(stored: str | None) -> Iterator[str]:
    """What a person reads of the text ``stored``: itself, or the values in it where it holds several."""
    if not stored:
        return
    if stored.startswith(("{", "[")):
        try:
            yield from _values(json.loads(stored))
            return
        except (ValueError, RecursionError):
            pass  # a cell may begin like that
    yield stored


def _values(found: object) -> Iterator[str]:
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from _values(one)
    elif isinstance(found, str):
        yield from _words(found)
