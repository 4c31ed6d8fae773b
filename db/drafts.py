"""Text being typed, kept against a power cut. Not part of what can be undone."""

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.ports import Draft
from db.tables import draft, row

_SECTION = 0


def save_draft(connection: Connection, new: Draft) -> None:
    """Keep ``new`` in place of an earlier draft of the same cell."""
    values = {"text": new.text, "typed_at": new.typed_at.isoformat()}
    place = {"row_id": new.row_id, "column_id": new.column_id or _SECTION}
    statement = insert(draft).values(place | values)
    connection.execute(statement.on_conflict_do_update(index_elements=list(place), set_=values))


def drop_draft(connection: Connection, row_id: int, column_id: int | None) -> None:
    """Forget the draft of a cell, if there is one."""
    connection.execute(delete(draft).where(draft.c.row_id == row_id, draft.c.column_id == (column_id or _SECTION)))


def drafts(connection: Connection) -> list[Draft]:
    """The drafts of rows that still exist, oldest first."""
    query = select(draft).where(draft.c.row_id.in_(select(row.c.id))).order_by(draft.c.typed_at)
    return [
        Draft(found.row_id, found.column_id or None, found.text, datetime.fromisoformat(found.typed_at))
        for found in connection.execute(query)
    ]
