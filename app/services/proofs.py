"""Use cases of proofs: which document shows what."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.access import Right, owns_all
from app.domain.errors import Refused
from app.domain.proof import Proof, ProofUse
from app.domain.text import clean_line
from app.ports import Work
from app.services.access import needs, own_rows
from app.services.tracking import Place, rows_at


@needs(Right.ENTER)
def add_proof(work: Work, proof: Proof, places: Sequence[Place]) -> int:
    """Store ``proof`` and say what it shows; answers its id. One that is there already (same file, or without a file
    the same number and day) is used again. Raises Refused where it says nothing at all."""
    own_rows(work, rows_at(places))
    clean = replace(proof, number=clean_line(proof.number), title=clean_line(proof.title))
    if not (clean.number or clean.title or clean.file):
        raise Refused("proofs.empty")
    same = next((one for one in work.proofs() if _is_same(one, clean)), None)
    proof_id = same.id if same is not None and same.id is not None else work.save_proof(clean)
    use_for(work, proof_id, places)
    return proof_id


def _is_same(one: Proof, other: Proof) -> bool:
    if one.file is None or other.file is None:
        return one.file is other.file and bool(one.number) and (one.number, one.day) == (other.number, other.day)
    return one.file.sha256 == other.file.sha256


@needs(Right.ENTER)
def use_for(work: Work, proof_id: int, places: Sequence[Place]) -> None:
    """Say that a proof shows what is at ``places``."""
    own_rows(work, rows_at(places))
    for row_id, key in places:
        work.use_proof(ProofUse(proof_id, row_id, key))


@needs(Right.ENTER)
def drop_from(work: Work, proof_id: int, places: Sequence[Place]) -> None:
    """Take that back. The proof stays in the register."""
    own_rows(work, rows_at(places))
    for row_id, key in places:
        work.drop_proof(ProofUse(proof_id, row_id, key))


@needs(Right.ENTER)
def change_proof(work: Work, proof: Proof) -> None:
    """Store another number, day or title of a proof; it changes for every row that the proof is used for."""
    if not owns_all(work.actor):
        plans = [plan.id for plan in work.list_plans()]
        own_rows(work, {use.row_id for id_ in plans for use in work.proof_uses(id_) if use.proof_id == proof.id})
    work.save_proof(replace(proof, number=clean_line(proof.number), title=clean_line(proof.title)))
