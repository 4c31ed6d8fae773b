"""Proofs in the database: in order, with their uses, gone and back with their rows."""

from datetime import date
from functools import partial

import pytest

from app.domain.editing import delete_rows
from app.domain.errors import Refused
from app.domain.proof import Proof, ProofFile, ProofUse
from app.ports import Work
from app.services.rows import change_appendix
from db.storage import DatabaseStorage
from tests.app.domain.samples import item, plan, table

DAY = date(2026, 3, 18)
FIRST = Proof(None, "12/BC-UBND", DAY, "Báo cáo", ProofFile("a" * 64, "Báo cáo.pdf", 12), DAY)
SECOND = Proof(None, "", None, "Ảnh", None, DAY)


def test_what_was_stored_is_read_the_newest_first(storage: DatabaseStorage) -> None:
    ids = storage.write("thêm", lambda work: [work.save_proof(FIRST), work.save_proof(SECOND)]).result
    found = storage.read(lambda work: work.proofs())
    assert [proof.id for proof in found] == ids[::-1]
    assert [(proof.title, proof.day, proof.file) for proof in found] == [
        (proof.title, proof.day, proof.file) for proof in (SECOND, FIRST)
    ]


def test_uses_share_the_fate_of_row_and_proof(storage: DatabaseStorage) -> None:
    plan_id = storage.write(
        "nhập", lambda work: work.add_plan(plan(table(item("1", "A", ""), item("2", "B", ""))))
    ).result
    part = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    proof_id = storage.write("thêm", lambda work: work.save_proof(FIRST)).result
    uses = [ProofUse(proof_id, row.id or 0, "") for row in part.rows]
    told = storage.write("dùng", partial(_use, uses=[*uses, *uses])).changes
    assert told.rows == {use.row_id for use in uses} and told.cells_only

    def read() -> list[ProofUse]:
        return storage.read(lambda work: work.proof_uses(plan_id))

    assert read() == uses
    storage.write("xóa dòng", lambda work: change_appendix(work, part.id or 0, lambda a: delete_rows(a, [0])))
    assert read() == uses[1:]
    storage.undo()
    assert read() == uses
    storage.write("xóa", lambda work: work.remove_proof(proof_id))
    assert read() == [] and storage.read(lambda work: work.proofs()) == []
    storage.undo()
    assert read() == uses
    storage.write("xóa kế hoạch", lambda work: work.remove_plan(plan_id))
    assert len(storage.read(lambda work: work.proofs())) == 1
    storage.undo()
    assert read() == uses


def _use(work: Work, uses: list[ProofUse]) -> None:
    for use in uses:
        work.use_proof(use)


def test_unknown_proofs_are_refused(storage: DatabaseStorage) -> None:
    lost = Proof(9, "", None, "Ảnh", None, DAY)
    for use_case in (lambda work: work.save_proof(lost), lambda work: work.remove_proof(9)):
        with pytest.raises(Refused) as error:
            storage.write("thử", use_case)
        assert error.value.key == "storage.no_proof"
