"""What a clerk has made of a row's milestones by hand, kept apart from the words of the cell."""

from dataclasses import dataclass

from app.domain.milestone import Milestone


@dataclass(frozen=True, slots=True)
class Correction:
    """The milestones as they are to be, in place of those read; ``words`` is what the deadline cell said then."""

    words: str
    milestones: tuple[Milestone, ...]
