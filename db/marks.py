"""Which occurrences of the rows' milestones were met, and when."""

from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from app.ports import Mark
from db.tables import appendix, mark, row


def marks(connection: Connection, plan_id: int) -> list[Mark]:
    """The marks of all rows of a plan."""
    joined = mark.join(row).join(appendix)
    query = select(mark).select_from(joined).where(appendix.c.plan_id == plan_id).order_by(mark.c.id)
    return [
        Mark(found.row_id, found.occurrence, date.fromisoformat(found.done), found.document, found.note)
        for found in connection.execute(query)
    ]


def save_mark(connection: Connection, new: Mark) -> None:
    """Keep ``new`` in place of an earlier mark of the same occurrence."""
    place = (mark.c.row_id == new.row_id) & (mark.c.occurrence == new.occurrence)
    values = {"done": new.done.isoformat(), "document": new.document, "note": new.note}
    # an update first: "on conflict" would not tell the undo log which row it replaced
    if connection.execute(update(mark).where(place).values(values)).rowcount == 0:
        connection.execute(insert(mark).values(values | {"row_id": new.row_id, "occurrence": new.occurrence}))


def remove_mark(connection: Connection, row_id: int, occurrence: str) -> None:
    """Forget the mark of an occurrence, if there is one."""
    connection.execute(delete(mark).where((mark.c.row_id == row_id) & (mark.c.occurrence == occurrence)))
