"""What the office has noted of one thing of a row: a milestone met or called off, a product, an event that came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Mark:
    """``occurrence`` is the key (``app.domain.keys``) of what this is about: an occurrence, a product, an event, a
    reporting period that a continuous task was asked about, or the task as a whole.

    ``done`` is the day it was met (the day of the event), shown by ``document`` (number and symbol) of
    ``document_day``, which says ``content``. ``cancelled`` is the day it was called off and ``begun`` the day a task
    was said to be under way; ``reason`` is why it is late, called off or was not carried out. ``due`` is the due day
    as it stood when it was met, so that another calendar does not change what was on time; ``product`` the key of
    the product it belongs to, None where the words decide.
    """

    row_id: int
    occurrence: str
    done: date | None = None
    document: str | None = None
    note: str | None = None
    document_day: date | None = None
    content: str | None = None
    cancelled: date | None = None
    begun: date | None = None
    reason: str | None = None
    due: date | None = None
    product: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is noted."""
        days = (self.done, self.document_day, self.cancelled, self.begun)
        words = (self.document, self.note, self.content, self.reason, self.product)
        return not any(days) and not any(words)


Marks = Mapping[tuple[int, str], Mark]
"""Marks by row id and key."""
