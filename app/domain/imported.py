"""What was understood of a file, before anything is written."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.body import Body
from app.domain.indicator import Indicator
from app.domain.plan import Plan


class NoteKind(StrEnum):
    """How much attention a note asks of the clerk."""

    ASSUMED = "assumed"
    """The program decided something a person might decide otherwise."""
    UNREAD = "unread"
    """Something in the file could not be taken over."""


@dataclass(frozen=True, slots=True)
class ImportNote:
    """One assumption or unreadable place: ``key`` and ``values`` name a sentence in ``resources/texts``.

    ``appendix`` is the position in the plan (from 0), ``row`` the row in that appendix (from 0, sections counted),
    ``column`` the column; None where the note is about the whole file or table. ``table`` counts the file's tables
    from 1.
    """

    kind: NoteKind
    key: str
    values: tuple[tuple[str, str], ...] = ()
    table: int | None = None
    appendix: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """A plan as read from the file named ``source`` (file name without folders), with the notes in reading order.

    ``body`` is the text around the appendices, None where the file holds none; ``indicators`` are those that its
    sentences and the notes of its tasks propose, for the clerk to decide on.
    """

    source: str
    plan: Plan
    notes: tuple[ImportNote, ...] = ()
    body: Body | None = None
    indicators: tuple[Indicator, ...] = ()
