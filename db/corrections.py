"""Milestones that were set by hand, kept as JSON."""

import json

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.correction import Correction
from app.domain.milestone import milestone_from_json, milestone_to_json
from db.tables import appendix, correction, row


def corrections(connection: Connection, plan_id: int) -> dict[int, Correction]:
    """The corrections of all rows of a plan, by row id."""
    joined = correction.join(row).join(appendix)
    query = select(correction).select_from(joined).where(appendix.c.plan_id == plan_id)
    return {found.row_id: _correction(found.words, found.milestones) for found in connection.execute(query)}


def _correction(words: str, milestones: str) -> Correction:
    return Correction(words, tuple(milestone_from_json(one) for one in json.loads(milestones)))


def save_correction(connection: Connection, row_id: int, new: Correction | None) -> None:
    """Set a row's milestones by hand; None forgets them."""
    place = correction.c.row_id == row_id
    if new is None:
        connection.execute(delete(correction).where(place))
        return
    milestones = json.dumps([milestone_to_json(one) for one in new.milestones], ensure_ascii=False)
    values = {"words": new.words, "milestones": milestones}
    # an update first: "on conflict" would not tell the undo log which row it replaced
    if connection.execute(update(correction).where(place).values(values)).rowcount == 0:
        connection.execute(insert(correction).values(values | {"row_id": row_id}))
