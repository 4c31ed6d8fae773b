"""Staff and notes over a real storage."""

from datetime import date, datetime
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.staff import Person
from app.ports import Storage
from app.services.people import add_note, note_worker, save_person, story_of, who_is_there
from tests.app.domain.samples import item, plan, table

TODAY = date(2026, 6, 17)


def saved(storage: Storage, person: Person) -> int:
    return storage.write("ghi", partial(save_person, person=person)).result


def test_only_who_is_in_office_can_be_chosen_the_last_one_first(storage: Storage) -> None:
    saved(storage, Person("Đã nghỉ", active_to=date(2026, 6, 16)))
    saved(storage, Person("Chưa đến", active_from=date(2026, 6, 18)))
    saved(storage, Person("Một"))
    saved(storage, Person("Hai", active_from=TODAY, active_to=TODAY))
    choice = storage.read(partial(who_is_there, today=TODAY))
    assert [person.name for person in choice.people] == ["Một", "Hai"] and choice.last is None
    storage.write("", partial(note_worker, name="Hai"))
    assert storage.history().undo[0] == "ghi", "who works is no step to undo"
    last = storage.read(partial(who_is_there, today=TODAY)).last
    assert last is not None and last.name == "Hai"
    storage.write("", partial(note_worker, name="Đã nghỉ"))
    assert storage.read(partial(who_is_there, today=TODAY)).last is None


@pytest.mark.parametrize(
    ("person", "key"),
    [
        (Person("  "), "people.no_name"),
        (Person("Một "), "people.taken"),
        (Person("Hai", active_from=date(2026, 2, 1), active_to=date(2026, 1, 1)), "people.days_reversed"),
        (Person("Hai", id=99), "storage.no_person"),
    ],
)
def test_what_cannot_be_stored_is_refused(storage: Storage, person: Person, key: str) -> None:
    saved(storage, Person("Một"))
    with pytest.raises(Refused) as error:
        saved(storage, person)
    assert error.value.key == key
    assert [one.name for one in storage.read(lambda work: work.staff())] == ["Một"]


def test_words_are_cleaned_and_a_person_may_be_stored_again(storage: Storage) -> None:
    person_id = saved(storage, Person("  Một ", " Chuyên  viên", "Văn phòng "))
    saved(storage, Person("Một", "Phó phòng", id=person_id))
    assert storage.read(lambda work: work.staff()) == [Person("Một", "Phó phòng", id=person_id)]
    storage.undo()
    assert storage.read(lambda work: work.staff()) == [Person("Một", "Chuyên viên", "Văn phòng", id=person_id)]


def test_a_row_has_its_story(storage: Storage) -> None:
    plan_id = storage.write("nhập", lambda work: work.add_plan(plan(table(item("1", "A", "a"))))).result
    row_id = storage.read(lambda work: work.get_plan(plan_id)).appendices[0].rows[0].id or 0
    at = datetime(2026, 6, 17, 9, 30)
    storage.work_as("Một")
    write = partial(add_note, row_id=row_id, at=at, who="Một")
    assert storage.write("trống", partial(write, words=" \n ")).result is None
    for words in ("  Chờ ý kiến ", "Đã gửi"):
        storage.write("ghi chú", partial(write, words=words))
    story = storage.read(partial(story_of, row_id=row_id))
    assert [(note.text, note.at, note.who) for note in story.notes] == [
        ("Đã gửi", at, "Một"),
        ("Chờ ý kiến", at, "Một"),
    ]
    assert [(line.what, line.new, line.who) for line in story.log][:2] == [
        ("note", "Đã gửi", "Một"),
        ("note", "Chờ ý kiến", "Một"),
    ]
    assert {line.row_id for line in story.log} == {row_id}
