"""Milestones set by hand: what was noted travels with them, and new words of the cell ask first."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.mark import Mark
from app.domain.milestone import Every, Milestone, MilestoneKind
from app.domain.plan import Column, Role
from app.domain.proof import Proof
from app.domain.tracking import TrackedRow
from app.exchange.calendars import default_calendar
from app.ports import CellEdit, Storage, Work
from app.services.corrections import Edited, correct_milestones, keep_correction, read_again
from app.services.proofs import add_proof
from app.services.tracking import rows_of
from db.storage import DatabaseStorage, open_storage
from tests.app.domain.samples import item, plan, table

USUAL = default_calendar()
COLUMNS = (Column("Nhiệm vụ", Role.TASK), Column("Thời hạn", Role.DEADLINE))
WORDS = "- Kế hoạch: Quý I;\n- Báo cáo: hằng quý;\n- Trả lời: theo yêu cầu của tỉnh"
PLAN = plan(table(item("Một", WORDS), columns=COLUMNS), year=2026)


@pytest.fixture
def plan_id(storage: Storage) -> int:
    """A plan with one row of three milestones."""
    return storage.write("nhập", lambda work: work.add_plan(PLAN)).result


def row_of(storage: Storage, plan_id: int = 1) -> TrackedRow:
    return storage.read(partial(rows_of, plan_id=plan_id, calendar=USUAL))[1][0]


def correct(storage: Storage, edited: list[Edited], words: str = WORDS) -> None:
    use_case = partial(correct_milestones, plan_id=1, row_id=row_of(storage).row_id or 0, words=words)
    storage.write("sửa mốc", partial(use_case, edited=edited, calendar=USUAL))


def mark_everything(storage: Storage) -> None:
    """Note at each thing which milestone and which day it was about."""
    row = row_of(storage)
    for key, one in zip(row.keys, row.task.tracked, strict=True):
        note = f"{one.occurrence.milestone} {one.occurrence.period}"
        mark = Mark(row.row_id or 0, key, done=one.occurrence.due, note=note)
        storage.write("ghi", partial(_save, mark=mark))
    for place, event in enumerate(row.events):
        if event is not None:
            mark = Mark(row.row_id or 0, event, note=f"{place} None")
            storage.write("ghi", partial(_save, mark=mark))


def _save(work: Work, mark: Mark) -> None:
    work.save_mark(mark)


def told(row: TrackedRow) -> dict[str, str]:
    """Of each thing that has a mark, by its milestone's words: what the mark says it was about."""
    things = {
        key: f"{one.occurrence.milestone} {one.occurrence.period}"
        for key, one in zip(row.keys, row.task.tracked, strict=True)
    }
    things |= {event: f"{place} None" for place, event in enumerate(row.events) if event is not None}
    return {things[key]: mark.note or "" for key, mark in row.marks.items() if key in things}


def as_read(row: TrackedRow) -> list[Edited]:
    return [Edited(one, place) for place, one in enumerate(row.task.milestones)]


def test_setting_by_hand_what_was_read_changes_nothing_but_who_said_it(storage: Storage, plan_id: int) -> None:
    mark_everything(storage)
    before = row_of(storage, plan_id)
    correct(storage, as_read(before))
    after = row_of(storage, plan_id)
    assert after.is_corrected and not before.is_corrected
    assert (after.marks, after.keys, after.loose) == (before.marks, before.keys, ())
    storage.undo()
    assert row_of(storage, plan_id) == before


def test_marks_travel_with_a_milestone_that_gets_other_words_and_another_place(storage: Storage, plan_id: int) -> None:
    mark_everything(storage)
    before = row_of(storage, plan_id)
    first, second, third = as_read(before)
    renamed = Edited(Milestone(MilestoneKind.PERIODIC, "Số liệu", every=(Every.QUARTERLY,)), second.was)
    correct(storage, [third, renamed, Edited(Milestone(MilestoneKind.BY, "Mới", date(2026, 5, 1))), first])
    after = row_of(storage, plan_id)
    assert after.loose == () and len(after.marks) == len(before.marks)
    assert {words: note.split()[0] for words, note in told(after).items()} == {
        words: {"0": "2", "1": "1", "3": "0"}[words.split()[0]] for words in told(after)
    }
    storage.undo()
    assert row_of(storage, plan_id) == before
    storage.redo()
    assert row_of(storage, plan_id) == after


def test_two_that_change_names_change_marks(storage: Storage) -> None:
    first, second = (Milestone(MilestoneKind.BY, name, date(2026, 5, 1)) for name in ("A", "B"))
    storage.write("nhập", lambda work: work.add_plan(PLAN))
    correct(storage, [Edited(first), Edited(second)])
    mark_everything(storage)
    correct(storage, [Edited(second, 0), Edited(first, 1)])
    assert told(row_of(storage)) == {"0 None": "0 None", "1 None": "1 None"}


def test_what_was_noted_of_a_removed_milestone_is_kept_and_comes_back(storage: Storage, plan_id: int) -> None:
    mark_everything(storage)
    before = row_of(storage, plan_id)
    correct(storage, as_read(before)[1:])
    assert len(row_of(storage, plan_id).loose) == 1
    storage.write("đọc lại", partial(read_again, plan_id=plan_id, row_id=before.row_id or 0, calendar=USUAL))
    assert row_of(storage, plan_id) == before


def test_what_was_noted_of_a_removed_milestone_is_not_given_to_its_namesake(storage: Storage) -> None:
    same = [Milestone(MilestoneKind.BY, "Báo cáo", date(2026, month, 1)) for month in (5, 6)]
    storage.write("nhập", lambda work: work.add_plan(PLAN))
    correct(storage, [Edited(one) for one in same])
    row = row_of(storage)
    first = Mark(row.row_id or 0, row.keys[0], done=date(2026, 5, 1))
    storage.write("ghi", partial(_save, mark=first))
    correct(storage, [Edited(same[1], 1)])
    after = row_of(storage)
    assert after.task.tracked[0].done is None
    assert [mark.done for mark in after.loose] == [date(2026, 5, 1)]


def test_proofs_travel_too(storage: Storage, plan_id: int) -> None:
    row = row_of(storage, plan_id)
    proof = Proof(None, "12/BC-UBND", date(2026, 3, 18), "Báo cáo", None, date(2026, 3, 18))
    places = [(row.row_id or 0, row.keys[0]), (row.row_id or 0, "")]
    storage.write("kiểm chứng", partial(add_proof, proof=proof, places=places))
    correct(storage, [*as_read(row)[1:], Edited(Milestone(MilestoneKind.BY, "Tên khác", date(2026, 3, 1)), 0)])
    after = row_of(storage, plan_id)
    uses = storage.read(lambda work: work.proof_uses(plan_id))
    assert {use.occurrence for use in uses} == {after.keys[-1], ""} and after.keys[-1] != row.keys[0]
    storage.undo()
    assert {use.occurrence for use in storage.read(lambda work: work.proof_uses(plan_id))} == {row.keys[0], ""}


def test_new_words_of_the_cell_leave_the_correction_until_it_is_answered(storage: Storage, plan_id: int) -> None:
    by_hand = Milestone(MilestoneKind.BY, "Kế hoạch", date(2026, 4, 15))
    correct(storage, [Edited(by_hand, 0)])
    part = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    row_id, column_id = part.rows[0].id or 0, part.columns[1].id or 0
    storage.write("gõ", lambda work: work.save_cells([CellEdit(row_id, column_id, "Quý IV")]))
    asked = row_of(storage, plan_id)
    assert asked.words_changed and asked.task.milestones == (by_hand,)
    storage.write("giữ", partial(keep_correction, plan_id=plan_id, row_id=row_id, words="Quý IV"))
    kept = row_of(storage, plan_id)
    assert not kept.words_changed and kept.task.milestones == (by_hand,)
    storage.undo()
    assert row_of(storage, plan_id) == asked
    storage.write("đọc lại", partial(read_again, plan_id=plan_id, row_id=row_id, calendar=USUAL))
    assert [one.due for one in row_of(storage, plan_id).task.milestones] == [date(2026, 12, 31)]
    assert not row_of(storage, plan_id).is_corrected


def test_keeping_where_nothing_was_corrected_does_nothing(storage: Storage, plan_id: int) -> None:
    row_id = row_of(storage, plan_id).row_id or 0
    storage.write("giữ", partial(keep_correction, plan_id=plan_id, row_id=row_id, words="Quý IV"))
    assert not row_of(storage, plan_id).is_corrected and storage.history().undo == ("nhập",)


def test_an_unknown_row_is_refused(storage: Storage, plan_id: int) -> None:
    for use_case in (partial(correct_milestones, words="", edited=[]), read_again):
        with pytest.raises(Refused):
            storage.write("sửa", partial(use_case, plan_id=plan_id, row_id=99, calendar=USUAL))


NAMES = st.sampled_from(["A", "a", "B", None])
MILESTONES = st.one_of(
    st.builds(Milestone, st.just(MilestoneKind.BY), NAMES, st.dates(date(2026, 1, 1), date(2026, 12, 31))),
    st.builds(
        Milestone, st.just(MilestoneKind.PERIODIC), NAMES, every=st.sampled_from([(Every.QUARTERLY,), (Every.YEARLY,)])
    ),
    st.builds(
        Milestone, st.just(MilestoneKind.CONDITIONAL), NAMES, text=st.sampled_from(["khi có văn bản", "khi cần"])
    ),
)


@pytest.fixture(scope="module")
def one_row() -> Iterator[DatabaseStorage]:
    """A storage with one plan of one row, used by every example."""
    with TemporaryDirectory() as folder:
        opened = open_storage(Path(folder))
        opened.write("nhập", lambda work: work.add_plan(PLAN))
        yield opened
        opened.close()


@settings(max_examples=60, phases=[Phase.generate])
@given(st.lists(MILESTONES, min_size=1, max_size=4), st.data())
def test_no_mark_is_lost_or_given_to_another_milestone(
    one_row: DatabaseStorage, milestones: list[Milestone], data: st.DataObject
) -> None:
    row_id = row_of(one_row).row_id or 0
    for mark in row_of(one_row).marks.values():
        one_row.write("bỏ", partial(_remove, mark=mark))
    correct(one_row, [Edited(one) for one in milestones])
    mark_everything(one_row)
    before = row_of(one_row)
    kept = data.draw(st.permutations(range(len(milestones))))[: data.draw(st.integers(0, len(milestones)))]
    edited = [Edited(milestones[place], place) for place in kept]
    for new in data.draw(st.lists(MILESTONES, max_size=2)):
        edited.insert(data.draw(st.integers(0, len(edited))), Edited(new))
    correct(one_row, edited)
    after = row_of(one_row)
    assert sorted(mark.note or "" for mark in after.marks.values()) == sorted(
        mark.note or "" for mark in before.marks.values()
    )
    was = {str(now): one.was for now, one in enumerate(edited)}
    for thing, note in told(after).items():
        now, period = thing.split(" ", 1)
        assert was[now] is None or note == f"{was[now]} {period}"
    survived = {str(place) for place in kept}
    travelled = [note for note in told(after).values() if note.split()[0] in survived]
    noted = [mark.note for mark in before.marks.values() if mark.note and mark.note.split()[0] in survived]
    assert sorted(travelled) == sorted(noted)
    if after != before:
        one_row.undo()
    assert row_of(one_row) == before
    assert row_id == before.row_id


def _remove(work: Work, mark: Mark) -> None:
    work.remove_mark(mark.row_id, mark.occurrence)
