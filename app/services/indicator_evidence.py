"""Use cases of what stands behind an indicator's value in a period: a note, and the documents that prove it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.access import Right
from app.domain.proof import Proof, ValueProof
from app.domain.text import clean_line
from app.ports import Work
from app.services.access import needs
from app.services.proofs import add_proof

ValuePlace = tuple[int, str]
"""An indicator's id and the code of a period."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The note on a value and its proofs, in the order they were said."""

    note: str = ""
    proofs: tuple[Proof, ...] = ()


NO_EVIDENCE = Evidence()


@needs(Right.READ)
def evidence_of(work: Work, plan_id: int) -> dict[ValuePlace, Evidence]:
    """What stands behind the values of a plan's indicators."""
    notes, uses = work.value_notes(plan_id), work.value_proofs(plan_id)
    known = {proof.id: proof for proof in work.proofs()} if uses else {}
    proofs: dict[ValuePlace, tuple[Proof, ...]] = {}
    for use in uses:
        place = use.indicator_id, use.period
        proofs[place] = (*proofs.get(place, ()), known[use.proof_id])
    return {place: Evidence(notes.get(place, ""), proofs.get(place, ())) for place in {**notes, **proofs}}


@needs(Right.ENTER)
def note_value(work: Work, place: ValuePlace, words: str) -> None:
    """Write the note on a value; without words it goes away. Raises Refused for an indicator that is gone."""
    work.get_indicator(place[0])
    work.save_value_note(*place, clean_line(words))


@needs(Right.ENTER)
def prove_value(work: Work, place: ValuePlace, proofs: Sequence[Proof]) -> None:
    """Say that ``proofs`` show a value; those not stored yet are stored, or found again where they are there already.
    Raises Refused for an indicator that is gone or a proof that says nothing."""
    work.get_indicator(place[0])
    for proof in proofs:
        proof_id = proof.id if proof.id is not None else add_proof(work, proof, [])
        work.use_value_proof(ValueProof(proof_id, *place))


@needs(Right.ENTER)
def drop_value_proof(work: Work, place: ValuePlace, proof_id: int) -> None:
    """Take that back. The proof stays in the register."""
    work.drop_value_proof(ValueProof(proof_id, *place))
