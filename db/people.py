"""The staff list, and the notes that people write about rows."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from app.domain.errors import Refused
from app.domain.staff import Note, Person
from db.ids import next_ids
from db.tables import note, person

_PERSON = [person.c[field.name] for field in fields(Person)]
_NOTE = [note.c[field.name] for field in fields(Note)]


def staff(connection: Connection) -> list[Person]:
    """The staff, as entered."""
    return [_person(found) for found in connection.execute(select(*_PERSON).order_by(person.c.id))]


def _person(found: Row[Any]) -> Person:
    values = dict(found._mapping)
    days = {name: date.fromisoformat(values[name]) for name in ("active_from", "active_to") if values[name]}
    return Person(**values | days)


def save_person(connection: Connection, new: Person) -> int:
    """Store a person, new where the id is None; answers the id. Raises Refused for an unknown id."""
    values: dict[str, Any] = {"name": new.name, "post": new.post, "unit": new.unit}
    values |= {name: day and day.isoformat() for name, day in _days(new).items()}
    if new.id is None:
        person_id = next_ids(connection, person, 1)[0]
        connection.execute(insert(person), [values | {"id": person_id}])
        return person_id
    if not connection.execute(update(person).where(person.c.id == new.id).values(values)).rowcount:
        raise Refused("storage.no_person", person=new.id)
    return new.id


def _days(one: Person) -> dict[str, date | None]:
    return {"active_from": one.active_from, "active_to": one.active_to}


def remove_person(connection: Connection, person_id: int) -> None:
    """Remove a person. Raises Refused for an unknown id."""
    if not connection.execute(delete(person).where(person.c.id == person_id)).rowcount:
        raise Refused("storage.no_person", person=person_id)


def notes(connection: Connection, row_id: int) -> list[Note]:
    """The notes about a row, the newest first."""
    query = select(*_NOTE).where(note.c.row_id == row_id).order_by(note.c.id.desc())
    return [_note(found) for found in connection.execute(query)]


def _note(found: Row[Any]) -> Note:
    return Note(**dict(found._mapping) | {"at": datetime.fromisoformat(found.at)})


def save_note(connection: Connection, new: Note) -> int:
    """Store a note, new where its id is None; answers its id. Raises Refused for an unknown id."""
    values = {"row_id": new.row_id, "text": new.text, "at": new.at.isoformat(), "who": new.who}
    if new.id is None:
        note_id = next_ids(connection, note, 1)[0]
        connection.execute(insert(note), [values | {"id": note_id}])
        return note_id
    if not connection.execute(update(note).where(note.c.id == new.id).values(values)).rowcount:
        raise Refused("storage.no_note", note=new.id)
    return new.id


def remove_note(connection: Connection, note_id: int) -> None:
    """Remove a note. Raises Refused for an unknown id."""
    if not connection.execute(delete(note).where(note.c.id == note_id)).rowcount:
        raise Refused("storage.no_note", note=note_id)
