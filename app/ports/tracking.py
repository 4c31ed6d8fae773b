"""What use cases that follow a plan ask of the storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.correction import Correction
    from app.domain.mark import Mark
    from app.domain.occurrence import Calendar
    from app.domain.proof import Proof, ProofUse
    from app.domain.staff import LogLine, Note, Person
    from app.domain.unit import Unit


class TrackingWork(Protocol):
    """The part of one transaction that is about progress, proofs, units, calendars and people."""

    def marks(self, plan_id: int) -> list[Mark]:
        """All that was noted of the rows of a plan."""
        ...

    def save_mark(self, mark: Mark) -> None:
        """Note what ``mark`` says, in place of an earlier mark of the same thing."""
        ...

    def remove_mark(self, row_id: int, occurrence: str) -> None:
        """Forget what was noted of one thing."""
        ...

    def corrections(self, plan_id: int) -> dict[int, Correction]:
        """Milestones set by hand, by row id."""
        ...

    def save_correction(self, row_id: int, correction: Correction | None) -> None:
        """Set a row's milestones by hand; None goes back to those its words say."""
        ...

    def proofs(self) -> list[Proof]:
        """All proofs, the newest first."""
        ...

    def save_proof(self, proof: Proof) -> int:
        """Store a new proof (its id is None) or another version of it; answers its id."""
        ...

    def remove_proof(self, proof_id: int) -> None:
        """Remove a proof and its uses. Its file stays."""
        ...

    def proof_uses(self, plan_id: int) -> list[ProofUse]:
        """What proves what in a plan."""
        ...

    def use_proof(self, use: ProofUse) -> None:
        """Say that a proof proves something; twice is once."""
        ...

    def drop_proof(self, use: ProofUse) -> None:
        """Take that back."""
        ...

    def units(self) -> list[Unit]:
        """The directory of units, as entered."""
        ...

    def save_unit(self, unit: Unit) -> int:
        """Store a new unit (its id is None) or another version of it; answers its id."""
        ...

    def remove_unit(self, unit_id: int) -> None:
        """Remove a unit."""
        ...

    def unit_spellings(self) -> list[tuple[str, int]]:
        """The units that lead and coordination cells of all plans name, with how often, the most frequent first."""
        ...

    def calendar(self, year: int) -> Calendar | None:
        """What the office has set for a year, its ``rules`` empty; None where it has set nothing."""
        ...

    def save_calendar(self, year: int, calendar: Calendar | None) -> None:
        """Set the periods and holidays of a year; None goes back to the default."""
        ...

    def staff(self) -> list[Person]:
        """The staff, as entered."""
        ...

    def save_person(self, person: Person) -> int:
        """Store a new person (the id is None) or another version; answers the id."""
        ...

    def remove_person(self, person_id: int) -> None:
        """Remove a person. What they wrote keeps their name."""
        ...

    def notes(self, row_id: int) -> list[Note]:
        """Free notes about a row, the newest first."""
        ...

    def save_note(self, note: Note) -> int:
        """Store a new note (its id is None) or another version; answers its id."""
        ...

    def remove_note(self, note_id: int) -> None:
        """Remove a note."""
        ...

    def log(self, row_ids: Sequence[int] | None = None, limit: int = 200) -> list[LogLine]:
        """What was changed, the newest first; of some rows or of everything."""
        ...
