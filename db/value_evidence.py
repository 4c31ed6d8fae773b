"""Notes on values of indicators, and what proves them."""

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from app.domain.proof import ValueProof
from db.tables import indicator, value_note, value_proof


def notes(connection: Connection, plan_id: int) -> dict[tuple[int, str], str]:
    """The notes in a plan, by the indicator's id and the code of the period."""
    query = select(value_note).join(indicator).where(indicator.c.plan_id == plan_id)
    return {(found.indicator_id, found.period): found.text for found in connection.execute(query)}


def save_note(connection: Connection, indicator_id: int, period: str, words: str) -> None:
    """Write a note; "" takes it away."""
    place = and_(value_note.c.indicator_id == indicator_id, value_note.c.period == period)
    if not words:
        connection.execute(delete(value_note).where(place))
    # an update first: "on conflict" would not tell the undo log which row it replaced
    elif connection.execute(update(value_note).where(place).values(text=words)).rowcount == 0:
        connection.execute(insert(value_note).values(indicator_id=indicator_id, period=period, text=words))


def proofs(connection: Connection, plan_id: int) -> list[ValueProof]:
    """What proves which values in a plan, in the order it was said."""
    fields = (value_proof.c.proof_id, value_proof.c.indicator_id, value_proof.c.period)
    query = select(*fields).join(indicator).where(indicator.c.plan_id == plan_id).order_by(value_proof.c.id)
    return [ValueProof(*found) for found in connection.execute(query)]


def use_proof(connection: Connection, use: ValueProof) -> None:
    """Say that a proof proves a value, once."""
    if connection.execute(select(value_proof.c.id).where(_is(use))).first() is None:
        values = {"proof_id": use.proof_id, "indicator_id": use.indicator_id, "period": use.period}
        connection.execute(insert(value_proof).values(values))


def drop_proof(connection: Connection, use: ValueProof) -> None:
    """Take that back."""
    connection.execute(delete(value_proof).where(_is(use)))


def remove_evidence(connection: Connection, of: ColumnElement[bool]) -> None:
    """Forget notes and proofs of the indicators that ``of`` picks."""
    ids = select(indicator.c.id).where(of)
    for table in (value_note, value_proof):
        connection.execute(delete(table).where(table.c.indicator_id.in_(ids)))


def _is(use: ValueProof) -> ColumnElement[bool]:
    of_value = and_(value_proof.c.indicator_id == use.indicator_id, value_proof.c.period == use.period)
    return of_value & (value_proof.c.proof_id == use.proof_id)
