"""Proofs and what they prove. Their files lie beside the database: see ``db.proof_files``."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from app.domain.errors import Refused
from app.domain.proof import Proof, ProofFile, ProofUse
from db.ids import next_ids
from db.tables import appendix, proof, proof_use, row, value_proof


def proofs(connection: Connection) -> list[Proof]:
    """All proofs, the newest first."""
    return [_proof(found) for found in connection.execute(select(proof).order_by(proof.c.id.desc()))]


def _proof(found: Row[Any]) -> Proof:
    file = ProofFile(found.sha256, found.file_name, found.size) if found.sha256 else None
    day = date.fromisoformat(found.day) if found.day else None
    return Proof(found.id, found.number, day, found.title, file, date.fromisoformat(found.added_on))


def save_proof(connection: Connection, new: Proof) -> int:
    """Store a proof, new where its id is None; answers its id. Raises Refused for an unknown id."""
    values: dict[str, Any] = {
        "number": new.number,
        "day": new.day and new.day.isoformat(),
        "title": new.title,
        "file_name": new.file and new.file.name,
        "sha256": new.file and new.file.sha256,
        "size": new.file and new.file.size,
        "added_on": new.added_on.isoformat(),
    }
    if new.id is None:
        proof_id = next_ids(connection, proof, 1)[0]
        connection.execute(insert(proof), [values | {"id": proof_id}])
        return proof_id
    if not connection.execute(update(proof).where(proof.c.id == new.id).values(values)).rowcount:
        raise Refused("storage.no_proof", proof=new.id)
    return new.id


def remove_proof(connection: Connection, proof_id: int) -> None:
    """Remove a proof and its uses. Raises Refused for an unknown id."""
    for uses in (proof_use, value_proof):
        connection.execute(delete(uses).where(uses.c.proof_id == proof_id))
    if not connection.execute(delete(proof).where(proof.c.id == proof_id)).rowcount:
        raise Refused("storage.no_proof", proof=proof_id)


def proof_uses(connection: Connection, plan_id: int) -> list[ProofUse]:
    """What proves what in a plan, in the order it was said."""
    joined = proof_use.join(row).join(appendix)
    fields = (proof_use.c.proof_id, proof_use.c.row_id, proof_use.c.occurrence)
    query = select(*fields).select_from(joined).where(appendix.c.plan_id == plan_id).order_by(proof_use.c.id)
    return [ProofUse(*found) for found in connection.execute(query)]


def use_proof(connection: Connection, use: ProofUse) -> None:
    """Say that a proof proves something, once."""
    if connection.execute(select(proof_use.c.id).where(_place(use))).first() is None:
        values = {"proof_id": use.proof_id, "row_id": use.row_id, "occurrence": use.occurrence}
        connection.execute(insert(proof_use).values(values))


def drop_proof(connection: Connection, use: ProofUse) -> None:
    """Take back that a proof proves something."""
    connection.execute(delete(proof_use).where(_place(use)))


def _place(use: ProofUse) -> ColumnElement[bool]:
    of_row = (proof_use.c.row_id == use.row_id) & (proof_use.c.occurrence == use.occurrence)
    return of_row & (proof_use.c.proof_id == use.proof_id)
