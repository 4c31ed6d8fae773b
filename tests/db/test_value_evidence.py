"""Notes and proofs of an indicator's values in the storage."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.indicator import Comparator, Indicator
from app.domain.proof import Proof, ValueProof
from app.exchange.samples import sample_plan
from app.ports import Storage, Work
from app.ports.reporting import StoredIndicator
from db.storage import open_storage

MEASURE = Indicator("Tỷ lệ hồ sơ đúng hạn", Comparator.AT_LEAST, Decimal(98), "%")


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """A plan with one indicator and one proof."""

    def fill(work: Work) -> None:
        plan_id = work.add_plan(sample_plan())
        work.save_indicator(StoredIndicator(None, plan_id, 0, True, MEASURE))
        work.save_proof(Proof(None, "12/BC-UBND", date(2026, 6, 5), "", None, date(2026, 6, 5)))

    opened = open_storage(tmp_path)
    opened.write("nhập", fill)
    yield opened
    opened.close()


def test_a_note_is_written_changed_and_undone(storage: Storage) -> None:
    for words in ("lần một", "lần hai", ""):
        storage.write("ghi", lambda work, words=words: work.save_value_note(1, "2026-6M", words))  # type: ignore[misc]  # bound now
    assert storage.read(lambda work: work.value_notes(1)) == {}
    storage.undo()
    assert storage.read(lambda work: work.value_notes(1)) == {(1, "2026-6M"): "lần hai"}
    storage.undo()
    assert storage.read(lambda work: work.value_notes(1)) == {(1, "2026-6M"): "lần một"}


def test_a_proof_of_a_value_is_used_once_dropped_and_undone(storage: Storage) -> None:
    use = ValueProof(1, 1, "2026-6M")
    storage.write("ghi", lambda work: work.use_value_proof(use))
    storage.write("ghi", lambda work: work.use_value_proof(use))
    assert storage.read(lambda work: work.value_proofs(1)) == [use]
    storage.write("bỏ", lambda work: work.drop_value_proof(use))
    assert storage.read(lambda work: work.value_proofs(1)) == []
    storage.undo()
    assert storage.read(lambda work: work.value_proofs(1)) == [use]


@pytest.mark.parametrize("what", ["indicator", "plan", "proof"])
def test_evidence_goes_with_what_it_is_about_and_comes_back(storage: Storage, what: str) -> None:
    use = ValueProof(1, 1, "2026-6M")

    def fill(work: Work) -> None:
        work.save_value_note(1, "2026-6M", "ghi chú")
        work.use_value_proof(use)

    storage.write("ghi", fill)
    removals = {"indicator": Work.remove_indicator, "plan": Work.remove_plan, "proof": Work.remove_proof}
    storage.write("xóa", lambda work: getattr(work, removals[what].__name__)(1))
    assert storage.read(lambda work: work.value_proofs(1)) == []
    storage.undo()
    assert storage.read(lambda work: work.value_proofs(1)) == [use]
    assert storage.read(lambda work: work.value_notes(1)) == {(1, "2026-6M"): "ghi chú"}
