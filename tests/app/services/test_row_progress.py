"""What is read of one row is what the whole plan says of it; marks of one thing are replaced whole."""

from datetime import date, datetime

import pytest

from app.domain.errors import Refused
from app.domain.mark import Mark
from app.domain.milestone import Milestone, MilestoneKind
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.proof import Proof, ProofFile
from app.domain.row_states import RowStatus
from app.exchange.calendars import default_calendar
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.corrections import Edited, correct_milestones
from app.services.people import add_note
from app.services.proofs import add_proof
from app.services.row_progress import (
    RowProgress,
    add_proofs,
    choose_product,
    mark_shown,
    proof_of_file,
    row_progress,
    set_result,
)
from app.services.tracking import Result, note_down, rows_of

TODAY = date(2026, 6, 17)
CALENDAR = default_calendar()


@pytest.fixture
def plan_id(storage: Storage) -> int:
    """The sample plan in the register."""
    return storage.write("", lambda work: work.add_plan(sample_plan())).result


def read(storage: Storage, plan_id: int, row_id: int) -> RowProgress:
    """The progress of a row as it lies on disk."""
    return storage.read(lambda work: row_progress(work, plan_id, row_id, CALENDAR, TODAY))


def merged_plan() -> Plan:
    """Two rows that share a deadline cell, below a section."""
    columns = (Column("Nội dung", Role.TASK), Column("Thời gian", Role.DEADLINE))
    rows = (
        Row(RowKind.SECTION, ordinal="I", text="MỤC"),
        Row(RowKind.ITEM, ("Việc một", "Quý III")),
        Row(RowKind.ITEM, ("Việc hai", None)),
    )
    return Plan(PlanInfo("Kế hoạch", 2026), (Appendix("PL", "Mẫu", columns, rows),))


def test_one_row_says_what_the_whole_plan_says(storage: Storage, plan_id: int) -> None:
    _, rows = storage.read(lambda work: rows_of(work, plan_id, CALENDAR))
    for row in rows:
        row_id = row.row_id or 0
        found = read(storage, plan_id, row_id)
        assert (found.row.task, found.row.keys, found.row.products) == (row.task, row.keys, row.products)
        assert found.row_id == row_id and (row.text is None or found.words == row.text)


def test_a_shared_deadline_is_told_with_its_words(storage: Storage) -> None:
    plan_id = storage.write("", lambda work: work.add_plan(merged_plan())).result
    row_id = storage.read(lambda work: work.get_plan(plan_id)).appendices[0].rows[2].id or 0
    found = read(storage, plan_id, row_id)
    assert found.shares_deadline and found.words == "Quý III" and found.row.keys == ()
    milestone = Milestone(MilestoneKind.BY, due=date(2026, 7, 1))
    edited = [Edited(milestone)]
    storage.write("", lambda work: correct_milestones(work, plan_id, row_id, found.words, edited, CALENDAR))
    found = read(storage, plan_id, row_id)
    assert not found.shares_deadline and found.row.task.tracked[0].occurrence.due == date(2026, 7, 1)


def test_a_section_or_an_unknown_row_is_refused(storage: Storage) -> None:
    plan_id = storage.write("", lambda work: work.add_plan(merged_plan())).result
    section = storage.read(lambda work: work.get_plan(plan_id)).appendices[0].rows[0].id or 0
    for row_id in (section, 9999):
        with pytest.raises(Refused):
            read(storage, plan_id, row_id)


def dated(storage: Storage, plan_id: int) -> tuple[int, str]:
    """The first dated thing of the plan."""
    rows = storage.read(lambda work: rows_of(work, plan_id, CALENDAR))[1]
    row = next(row for row in rows if len(row.keys) > 1)
    return row.row_id or 0, row.keys[0]


def test_marks_proofs_notes_and_state_come_along(storage: Storage, plan_id: int) -> None:
    place = dated(storage, plan_id)
    proof = Proof(None, "1/BC", None, "", None, TODAY)
    storage.write("", lambda work: mark_shown(work, plan_id, [place], Result(TODAY, "1/BC"), CALENDAR, [proof]))
    storage.write("", lambda work: add_proof(work, Proof(None, "2/BC", None, "", None, TODAY), [(place[0], "")]))
    storage.write("", lambda work: add_note(work, place[0], "Ghi chú", datetime(2026, 6, 1, 8), ""))
    found = read(storage, plan_id, place[0])
    assert [proof.number for proof in found.proofs[place[1]]] == ["1/BC"]
    assert [proof.number for proof in found.proofs[""]] == ["2/BC"]
    assert found.row.marks[place[1]].done == TODAY and found.state.status is not RowStatus.NOT_DUE
    assert [note.text for note in found.story.notes] == ["Ghi chú"] and len(found.story.log) >= 3


def test_another_result_takes_the_place_of_the_one_before(storage: Storage, plan_id: int) -> None:
    place = dated(storage, plan_id)
    before = Mark(*place, cancelled=TODAY, reason="Nhầm", note="Cũ", product="product|x|1")
    storage.write("", lambda work: note_down(work, before))
    storage.write("", lambda work: set_result(work, plan_id, place, Result(TODAY, content="Nội dung"), CALENDAR))
    [mark] = storage.read(lambda work: work.marks(plan_id))
    assert (mark.done, mark.content, mark.note, mark.reason, mark.cancelled) == (TODAY, "Nội dung", None, None, None)
    assert mark.product == "product|x|1" and mark.due is not None


def test_a_chosen_product_alone_is_kept_and_given_back_to_the_words(storage: Storage, plan_id: int) -> None:
    place = dated(storage, plan_id)
    storage.write("", lambda work: choose_product(work, plan_id, [place], "product|x|1"))
    assert [mark.product for mark in storage.read(lambda work: work.marks(plan_id))] == ["product|x|1"]
    storage.write("", lambda work: choose_product(work, plan_id, [place], None))
    assert storage.read(lambda work: work.marks(plan_id)) == []


def test_a_file_is_named_by_the_document_it_is(storage: Storage, plan_id: int) -> None:
    file = ProofFile("a" * 64, "bao-cao.pdf", 9)
    assert proof_of_file(file, TODAY) == Proof(None, "", None, "", file, TODAY)
    result = Result(TODAY, "1/BC", date(2026, 6, 1), "Báo cáo")
    named = proof_of_file(file, TODAY, result)
    assert named == Proof(None, "1/BC", date(2026, 6, 1), "Báo cáo", file, TODAY)
    place = dated(storage, plan_id)
    storage.write("", lambda work: add_proofs(work, [named, proof_of_file(file, TODAY)], [place]))
    assert len(storage.read(lambda work: work.proofs())) == 1
