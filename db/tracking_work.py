"""The part of one transaction that is about progress: ``app.ports.tracking.TrackingWork`` over an open connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.late_module import LateModule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from app.domain.correction import Correction
    from app.domain.mark import Mark
    from app.domain.occurrence import Calendar
    from app.domain.proof import Proof, ProofUse
    from app.domain.staff import LogLine, Note, Person
    from app.domain.unit import Unit
    from db import calendars, changelog, corrections, marks, people, proofs, units
else:
    calendars = LateModule("db.calendars")
    changelog = LateModule("db.changelog")
    corrections = LateModule("db.corrections")
    marks = LateModule("db.marks")
    people = LateModule("db.people")
    proofs = LateModule("db.proofs")
    units = LateModule("db.units")


class TrackingDatabaseWork:
    """Carries out each wish at once; whoever made it commits or rolls back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def marks(self, plan_id: int) -> list[Mark]:
        """All that was noted of the rows of a plan."""
        return marks.marks(self._connection, plan_id)

    def save_mark(self, mark: Mark) -> None:
        """Note what ``mark`` says, in place of an earlier mark of the same thing."""
        marks.save_mark(self._connection, mark)

    def remove_mark(self, row_id: int, occurrence: str) -> None:
        """Forget what was noted of one thing."""
        marks.remove_mark(self._connection, row_id, occurrence)

    def corrections(self, plan_id: int) -> dict[int, Correction]:
        """Milestones set by hand, by row id."""
        return corrections.corrections(self._connection, plan_id)

    def save_correction(self, row_id: int, correction: Correction | None) -> None:
        """Set a row's milestones by hand; None goes back to those its words say."""
        corrections.save_correction(self._connection, row_id, correction)

    def proofs(self) -> list[Proof]:
        """All proofs, the newest first."""
        return proofs.proofs(self._connection)

    def save_proof(self, proof: Proof) -> int:
        """Store a new proof (its id is None) or another version of it; answers its id."""
        return proofs.save_proof(self._connection, proof)

    def remove_proof(self, proof_id: int) -> None:
        """Remove a proof and its uses. Its file stays."""
        proofs.remove_proof(self._connection, proof_id)

    def proof_uses(self, plan_id: int) -> list[ProofUse]:
        """What proves what in a plan."""
        return proofs.proof_uses(self._connection, plan_id)

    def use_proof(self, use: ProofUse) -> None:
        """Say that a proof proves something; twice is once."""
        proofs.use_proof(self._connection, use)

    def drop_proof(self, use: ProofUse) -> None:
        """Take that back."""
        proofs.drop_proof(self._connection, use)

    def units(self) -> list[Unit]:
        """The directory of units, as entered."""
        return units.units(self._connection)

    def save_unit(self, unit: Unit) -> int:
        """Store a new unit (its id is None) or another version of it; answers its id."""
        return units.save_unit(self._connection, unit)

    def remove_unit(self, unit_id: int) -> None:
        """Remove a unit."""
        units.remove_unit(self._connection, unit_id)

    def unit_spellings(self) -> list[tuple[str, int]]:
        """The units that lead and coordination cells of all plans name, with how often, the most frequent first."""
        return units.unit_spellings(self._connection)

    def calendar(self, year: int) -> Calendar | None:
        """What the office has set for a year, its ``rules`` empty; None where it has set nothing."""
        return calendars.get_calendar(self._connection, year)

    def save_calendar(self, year: int, calendar: Calendar | None) -> None:
        """Set the periods and holidays of a year; None goes back to the default."""
        calendars.save_calendar(self._connection, year, calendar)

    def staff(self) -> list[Person]:
        """The staff, as entered."""
        return people.staff(self._connection)

    def save_person(self, person: Person) -> int:
        """Store a new person (the id is None) or another version; answers the id."""
        return people.save_person(self._connection, person)

    def remove_person(self, person_id: int) -> None:
        """Remove a person. What they wrote keeps their name."""
        people.remove_person(self._connection, person_id)

    def notes(self, row_id: int) -> list[Note]:
        """Free notes about a row, the newest first."""
        return people.notes(self._connection, row_id)

    def save_note(self, note: Note) -> int:
        """Store a new note (its id is None) or another version; answers its id."""
        return people.save_note(self._connection, note)

    def remove_note(self, note_id: int) -> None:
        """Remove a note."""
        people.remove_note(self._connection, note_id)

    def log(self, row_ids: Sequence[int] | None = None, limit: int = 200) -> list[LogLine]:
        """What was changed, the newest first; of some rows or of everything."""
        return changelog.lines(self._connection, row_ids, limit)
