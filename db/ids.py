"""Ids handed out before rows are written, so that many can be written at once. SQLite only."""

from sqlalchemy import Connection, Table, text


def next_ids(connection: Connection, table: Table, count: int) -> range:
    """``count`` ids of ``table`` that no row has or ever had. Call inside a write transaction."""
    query = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    last = connection.execute(query, {"name": table.name}).scalar() or 0
    return range(int(last) + 1, int(last) + 1 + count)
