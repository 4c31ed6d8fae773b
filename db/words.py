"""What was typed before, offered again."""

from collections import Counter

from sqlalchemy import Connection, func, select

from app.domain.text import sort_key
from db.tables import cell, column


def suggestions(connection: Connection, role: str) -> list[str]:
    """Different lines in the columns of ``role`` over all plans, without list marks: the most used first, else in
    Vietnamese order."""
    query = (
        select(cell.c.text, func.count())
        .join(column, column.c.id == cell.c.column_id)
        .where(column.c.role == role, cell.c.text != "")
        .group_by(cell.c.text)
    )
    used: Counter[str] = Counter()
    for text, count in connection.execute(query):
        for line in text.split("\n"):
            used[line.removeprefix("-").strip(" ;.")] += count
    del used[""]
    return sorted(used, key=lambda line: (-used[line], sort_key(line)))
