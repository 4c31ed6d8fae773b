"""Use cases of the staff list and of what people write about rows."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.staff import LogLine, Note, Person
from app.domain.text import clean_cell, clean_line
from app.ports import Work
from app.services.access import needs, own_rows

_LAST = "worked_last"


@dataclass(frozen=True, slots=True)
class Choice:
    """Who can be chosen at start, and who worked last (None where nobody of them did)."""

    people: tuple[Person, ...]
    last: Person | None


@needs(Right.READ)
def who_is_there(work: Work, today: date) -> Choice:
    """The staff in office ``today``."""
    people = tuple(person for person in work.staff() if person.is_active(today))
    last = work.get_setting(_LAST)
    return Choice(people, next((person for person in people if person.name == last), None))


@needs(Right.READ)
def note_worker(work: Work, name: str) -> None:
    """Remember who works now, for the next start."""
    work.save_setting(_LAST, name)


@needs(Right.MANAGE)
def save_person(work: Work, person: Person) -> int:
    """Store a person; answers the id. Raises Refused without a name, for one there is already, and where the last
    day comes before the first."""
    clean = replace(person, name=clean_line(person.name), post=clean_line(person.post), unit=clean_line(person.unit))
    if not clean.name:
        raise Refused("people.no_name")
    if any(one.name == clean.name and one.id != clean.id for one in work.staff()):
        raise Refused("people.taken", name=clean.name)
    if clean.active_from and clean.active_to and clean.active_to < clean.active_from:
        raise Refused("people.days_reversed", name=clean.name)
    return work.save_person(clean)


@needs(Right.MANAGE)
def remove_person(work: Work, person_id: int) -> None:
    """Remove a person from the staff. What they wrote keeps their name."""
    work.remove_person(person_id)


@needs(Right.ENTER)
def add_note(work: Work, row_id: int, words: str, at: datetime, who: str) -> int | None:
    """Write a note about a row; answers its id, None for an empty one."""
    own_rows(work, [row_id])
    clean = clean_cell(words)
    return work.save_note(Note(row_id, clean, at, who)) if clean else None


@needs(Right.ENTER)
def change_note(work: Work, note: Note) -> None:
    """Store another version of a note."""
    own_rows(work, [note.row_id])
    work.save_note(note)


@needs(Right.ENTER)
def remove_note(work: Work, note: Note) -> None:
    """Remove a note; one that was never stored is none."""
    own_rows(work, [note.row_id])
    if note.id is not None:
        work.remove_note(note.id)


@dataclass(frozen=True, slots=True)
class Story:
    """What people wrote about a row and what was changed in it, the newest first."""

    notes: tuple[Note, ...]
    log: tuple[LogLine, ...]


@needs(Right.READ)
def story_of(work: Work, row_id: int) -> Story:
    """Notes and log of one row."""
    return Story(tuple(work.notes(row_id)), tuple(work.log([row_id])))
