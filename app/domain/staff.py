"""The people who work with the register, and what they have written into it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff, active from one day to another (None: open). ``id`` is None until stored."""

    name: str
    post: str = ""
    unit: str = ""
    active_from: date | None = None
    active_to: date | None = None
    id: int | None = None

    def is_active(self, day: date) -> bool:
        """Whether the person is in office on ``day``."""
        return (self.active_from or day) <= day <= (self.active_to or day)


@dataclass(frozen=True, slots=True)
class Note:
    """Free words about a row. ``who`` is empty where nobody was chosen; ``id`` is None until stored."""

    row_id: int
    text: str
    at: datetime
    who: str = ""
    id: int | None = None


class LogKind(StrEnum):
    """Whether a step was done, undone or done again."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that was changed: by whom, when, within which step of work, what it was and what it is.

    ``what`` names the kind of thing (a table of the storage) and ``part`` which one of them, for example a column's
    heading; ``old`` and ``new`` are None where it was not there.
    """

    id: int
    at: datetime
    who: str
    kind: LogKind
    step: str
    plan_id: int | None
    row_id: int | None
    what: str
    part: str
    old: str | None
    new: str | None
