"""One entry in the panel of a row, as plain values, and which of several is to be dealt with next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from app.domain.mark import Mark
from app.domain.proof import Proof
from ui.widgets.tone import Tone


class EntryKind(Enum):
    """What an entry is about."""

    WORDS = auto()
    HEADING = auto()
    TASK = auto()
    MILESTONE = auto()
    OCCURRENCE = auto()
    EVENT = auto()
    QUESTION = auto()
    PRODUCT = auto()
    LOOSE = auto()
    PROOF = auto()
    HINT = auto()
    NOTE = auto()
    CHANGE = auto()


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in colours with a sign, and in words."""

    tone: Tone
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``key`` names what can be noted of it, None where nothing can; ``milestone`` is the position of the
    milestone it shows or belongs to; ``due`` the day it is due on. ``is_done`` and ``is_cancelled`` tell what was
    noted."""

    kind: EntryKind
    words: str
    line: str = ""
    details: tuple[str, ...] = ()
    badge: Badge | None = None
    key: str | None = None
    milestone: int | None = None
    due: date | None = None
    mark: Mark | None = None
    proof: Proof | None = None
    product: str | None = None
    indent: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nothing has settled it yet."""
        return self.mark is None or (self.mark.done is None and self.mark.cancelled is None)


_TO_DO = (EntryKind.OCCURRENCE, EntryKind.QUESTION, EntryKind.EVENT, EntryKind.TASK)


def first_to_do(entries: Sequence[Entry]) -> list[Entry]:
    """The entry that is to be dealt with next, as a list of one: the first open one of a dated milestone, else of
    what else can be noted; none where all is settled."""
    for kind in _TO_DO:
        found = [entry for entry in entries if entry.kind is kind and entry.key is not None and entry.is_open]
        if found:
            return [min(found, key=lambda entry: entry.due or date.max)]
    return []
