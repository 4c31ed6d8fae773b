"""Reads what can be read of a broken database, table by table, around the pages that are lost.

A table is read from its start up to the first broken page and from its end back to the last one; rows in between are
asked for one by one by their key. SQLite only.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Integer, Table

from db.tables import metadata

Line = dict[str, Any]
Tables = dict[str, list[Line]]

_MAGIC = b"SQLite format 3\x00"
_PAGE = 4096
_MOST_KEYS = 500_000
"""More rows than an office writes in a lifetime: a broken number of the newest row must not keep us for hours."""


def salvage(database: Path) -> Tables:
    """What can be read of every table of ``database``, which is written to where its first page is broken: give it a
    copy. A table of which nothing can be read is empty."""
    _mend_head(database)
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        connection.text_factory = lambda content: content.decode("utf-8", "replace")
        with suppress(sqlite3.Error):
            connection.execute("PRAGMA writable_schema = ON").close()
        return {table.name: _lines(connection, table) for table in metadata.sorted_tables}


def _mend_head(database: Path) -> None:
    """Give a file that has lost the words it begins with the ones that our databases have."""
    content = bytearray(database.read_bytes())
    if content[:16] == _MAGIC or len(content) < _PAGE:
        return
    content[:100] = bytes(100)
    content[:24] = _MAGIC + _PAGE.to_bytes(2, "big") + bytes([1, 1, 0, 64, 32, 32])
    content[24:28] = content[92:96] = (1).to_bytes(4, "big")
    content[28:32] = (len(content) // _PAGE).to_bytes(4, "big")
    # schema format 4, text in UTF-8
    content[44:48], content[56:60] = (4).to_bytes(4, "big"), (1).to_bytes(4, "big")
    database.write_bytes(content)


def _lines(connection: sqlite3.Connection, table: Table) -> list[Line]:
    keys = [column.name for column in table.primary_key]
    order = ", ".join(f'"{key}"' for key in keys)
    forward, whole = _read(connection, f'SELECT * FROM "{table.name}" ORDER BY {order}')
    if whole:
        return forward
    unordered, _ = _read(connection, f'SELECT * FROM "{table.name}" NOT INDEXED')
    back, _ = _read(connection, f'SELECT * FROM "{table.name}" ORDER BY {order.replace(",", " DESC,")} DESC')
    between = _one_by_one(connection, table) if isinstance(next(iter(table.primary_key)).type, Integer) else iter(())
    found = {tuple(line[key] for key in keys): line for line in [*forward, *unordered, *back, *between]}
    return [found[key] for key in sorted(found, key=repr if len(keys) == 1 and not _is_number(found) else None)]


def _is_number(found: dict[tuple[Any, ...], Line]) -> bool:
    return all(isinstance(part, int) for key in found for part in key)


def _read(connection: sqlite3.Connection, query: str, *values: object) -> tuple[list[Line], bool]:
    """The rows up to the first that cannot be read, and whether that was all."""
    found: list[Line] = []
    try:
        for line in connection.execute(query, values):
            found.append(dict(line))
    except (sqlite3.Error, OverflowError):
        return found, False
    return found, True


def _one_by_one(connection: sqlite3.Connection, table: Table) -> Iterator[Line]:
    key = next(iter(table.primary_key)).name
    query = f'SELECT * FROM "{table.name}" WHERE "{key}" = ?'
    for number in range(1, _highest(connection, table) + 1):
        yield from _read(connection, query, number)[0]


def _highest(connection: sqlite3.Connection, table: Table) -> int:
    """The largest key that a row of ``table`` can have, by the counters that SQLite keeps."""
    key = next(iter(table.primary_key))
    counted = next((foreign.column.table.name for foreign in key.foreign_keys), table.name)
    seen = [_read(connection, "SELECT seq AS n FROM sqlite_sequence WHERE name = ?", counted)]
    seen += [_read(connection, f'SELECT max("{key.name}") AS n FROM "{table.name}"')]
    numbers = [line["n"] for lines, _ in seen for line in lines if isinstance(line["n"], int)]
    return min(max(numbers, default=0), _MOST_KEYS)
