"""What was noted of the rows' milestones, products, events: one line for each thing."""

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from app.domain.mark import Mark
from db.tables import appendix, mark, row

_FIELDS = [mark.c[field.name] for field in fields(Mark)]
_DAYS = ("done", "document_day", "cancelled", "begun", "due")


def marks(connection: Connection, plan_id: int) -> list[Mark]:
    """The marks of all rows of a plan."""
    joined = mark.join(row).join(appendix)
    query = select(*_FIELDS).select_from(joined).where(appendix.c.plan_id == plan_id).order_by(mark.c.id)
    return [_mark(found) for found in connection.execute(query)]


def _mark(found: Row[Any]) -> Mark:
    values = dict(found._mapping)
    return Mark(**values | {name: date.fromisoformat(values[name]) for name in _DAYS if values[name]})


def save_mark(connection: Connection, new: Mark) -> None:
    """Keep ``new`` in place of an earlier mark of the same thing."""
    place = (mark.c.row_id == new.row_id) & (mark.c.occurrence == new.occurrence)
    values = {column.name: getattr(new, column.name) for column in _FIELDS}
    values |= {name: values[name].isoformat() for name in _DAYS if values[name]}
    # an update first: "on conflict" would not tell the undo log which row it replaced
    if connection.execute(update(mark).where(place).values(values)).rowcount == 0:
        connection.execute(insert(mark).values(values))


def remove_mark(connection: Connection, row_id: int, occurrence: str) -> None:
    """Forget the mark of one thing, if there is one."""
    connection.execute(delete(mark).where((mark.c.row_id == row_id) & (mark.c.occurrence == occurrence)))
