"""Staff and notes in the database."""

from datetime import date, datetime

import pytest

from app.domain.editing import delete_rows
from app.domain.errors import Refused
from app.domain.staff import Note, Person
from app.services.rows import change_appendix
from db.storage import DatabaseStorage
from tests.app.domain.samples import item, plan, table

PERSON = Person("Cán bộ", "Chuyên viên", "Văn phòng", date(2026, 1, 1), date(2026, 12, 31))


def test_a_person_is_stored_changed_removed_and_each_step_undone(storage: DatabaseStorage) -> None:
    def staff() -> list[Person]:
        return storage.read(lambda work: work.staff())

    person_id = storage.write("thêm", lambda work: work.save_person(PERSON)).result
    stored = Person("Cán bộ", "Chuyên viên", "Văn phòng", date(2026, 1, 1), date(2026, 12, 31), person_id)
    assert staff() == [stored]
    other = Person("Cán bộ", id=person_id)
    storage.write("sửa", lambda work: work.save_person(other))
    assert staff() == [other]
    storage.write("xóa", lambda work: work.remove_person(person_id))
    assert staff() == []
    for expected in (other, stored):
        storage.undo()
        assert staff() == [expected]


def test_notes_are_read_the_newest_first_and_go_with_their_row(storage: DatabaseStorage) -> None:
    plan_id = storage.write(
        "nhập", lambda work: work.add_plan(plan(table(item("1", "A", ""), item("2", "B", ""))))
    ).result
    part = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    row_id = part.rows[0].id or 0
    at = datetime(2026, 6, 17, 9, 30, 5)
    ids = storage.write(
        "ghi", lambda work: [work.save_note(Note(row_id, words, at, "Cán bộ")) for words in ("Một", "Hai")]
    ).result

    def notes() -> list[Note]:
        return storage.read(lambda work: work.notes(row_id))

    first, second = Note(row_id, "Một", at, "Cán bộ", ids[0]), Note(row_id, "Hai", at, "Cán bộ", ids[1])
    assert notes() == [second, first]
    assert storage.read(lambda work: work.notes(part.rows[1].id or 0)) == []
    changed = Note(row_id, "Hai, đã sửa", at, "", ids[1])
    storage.write("sửa", lambda work: work.save_note(changed))
    storage.write("xóa", lambda work: work.remove_note(ids[0]))
    assert notes() == [changed]
    storage.write("xóa dòng", lambda work: change_appendix(work, part.id or 0, lambda a: delete_rows(a, [0])))
    assert notes() == []
    for expected in ([changed], [changed, first], [second, first]):
        storage.undo()
        assert notes() == expected


def test_what_is_not_there_is_refused(storage: DatabaseStorage) -> None:
    cases = {
        "storage.no_person": (
            lambda work: work.save_person(Person("X", id=9)),
            lambda work: work.remove_person(9),
        ),
        "storage.no_note": (
            lambda work: work.save_note(Note(1, "x", datetime(2026, 1, 1), id=9)),
            lambda work: work.remove_note(9),
        ),
    }
    for key, use_cases in cases.items():
        for use_case in use_cases:
            with pytest.raises(Refused) as error:
                storage.write("thử", use_case)
            assert error.value.key == key
