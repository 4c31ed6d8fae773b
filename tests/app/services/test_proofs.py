"""Proofs: one however often it is used, each step undone."""

from datetime import date
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.proof import Proof, ProofFile, ProofUse
from app.ports import Storage
from app.services.proofs import add_proof, change_proof, drop_from, use_for
from app.services.tracking import Place
from tests.app.domain.samples import item, plan, table

DAY = date(2026, 3, 18)
FILE = ProofFile("a" * 64, "Báo cáo.pdf", 12)


def of(number: str = "", title: str = "", file: ProofFile | None = None, day: date | None = DAY) -> Proof:
    """A new proof."""
    return Proof(None, number, day, title, file, DAY)


@pytest.fixture
def places(storage: Storage) -> list[Place]:
    """Two rows of one plan, one thing each."""
    plan_id = storage.write(
        "nhập", lambda work: work.add_plan(plan(table(item("1", "A", ""), item("2", "B", ""))))
    ).result
    rows = storage.read(lambda work: work.get_plan(plan_id)).appendices[0].rows
    return [(row.id or 0, "|by|1") for row in rows]


def add(storage: Storage, proof: Proof, places: list[Place]) -> int:
    return storage.write("thêm", partial(add_proof, proof=proof, places=places)).result


def proofs(storage: Storage) -> list[Proof]:
    return storage.read(lambda work: work.proofs())


def uses(storage: Storage) -> list[ProofUse]:
    return storage.read(lambda work: work.proof_uses(1))


@pytest.mark.parametrize(
    ("first", "again", "count"),
    [
        (of("12/BC-UBND"), of(" 12/BC-UBND "), 1),
        (of("12/BC-UBND"), of("12/BC-UBND", day=date(2026, 4, 1)), 2),
        (of(title="Ảnh hội nghị"), of(title="Ảnh hội nghị"), 2),
        (of("12/BC-UBND", file=FILE), of("13/BC-UBND", file=ProofFile(FILE.sha256, "bản khác.pdf", 12)), 1),
        (of("12/BC-UBND", file=FILE), of("12/BC-UBND", file=ProofFile("b" * 64, "khác.pdf", 12)), 2),
        (of("12/BC-UBND"), of("12/BC-UBND", file=FILE), 2),
    ],
)
def test_the_same_proof_is_stored_once(
    storage: Storage, places: list[Place], first: Proof, again: Proof, count: int
) -> None:
    ids = {add(storage, first, places[:1]), add(storage, again, places[1:])}
    assert len(ids) == len(proofs(storage)) == count
    assert len(uses(storage)) == 2


def test_one_proof_serves_many_and_twice_is_once(storage: Storage, places: list[Place]) -> None:
    proof_id = add(storage, of("12/BC-UBND"), places)
    storage.write("lại", partial(use_for, proof_id=proof_id, places=places))
    assert uses(storage) == [ProofUse(proof_id, *place) for place in places]
    storage.write("bỏ", partial(drop_from, proof_id=proof_id, places=places[:1]))
    assert uses(storage) == [ProofUse(proof_id, *places[1])] and len(proofs(storage)) == 1
    storage.undo()
    assert {(use.row_id, use.occurrence) for use in uses(storage)} == set(places)
    storage.undo()
    assert proofs(storage) == [] and uses(storage) == []
    storage.redo()
    assert len(uses(storage)) == 2


@pytest.mark.parametrize("proof", [of(), of("  ", " \n")])
def test_a_proof_that_says_nothing_is_refused(storage: Storage, places: list[Place], proof: Proof) -> None:
    with pytest.raises(Refused) as error:
        add(storage, proof, places)
    assert error.value.key == "proofs.empty" and proofs(storage) == []


def test_a_proof_gets_other_words(storage: Storage, places: list[Place]) -> None:
    proof_id = add(storage, of("12/BC-UBND", file=FILE), places)
    change = partial(change_proof, proof=Proof(proof_id, " 15/BC-UBND ", None, "Báo  cáo", FILE, DAY))
    storage.write("sửa", change)
    assert proofs(storage) == [Proof(proof_id, "15/BC-UBND", None, "Báo cáo", FILE, DAY)]
    storage.undo()
    assert proofs(storage) == [Proof(proof_id, "12/BC-UBND", DAY, "", FILE, DAY)]
