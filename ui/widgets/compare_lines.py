"""What the side-by-side view of old and new shows, line by line. No widgets here."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.plan import Plan
from app.ports import Work


class Change(StrEnum):
    """What becomes of a row."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class CompareLine:
    """A heading line that names a row (``is_heading``), or one of its cells before and after."""

    change: Change
    name: str
    old: str = ""
    new: str = ""
    is_heading: bool = False


def compare_with(work: Work, plan_id: int, incoming: Plan) -> list[CompareLine]:
    """The lines for updating the stored plan ``plan_id`` to ``incoming``. Raises Refused where it is gone."""
    return []
