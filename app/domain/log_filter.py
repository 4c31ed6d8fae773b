"""Which lines of the log of changes are wanted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.staff import LogKind
from app.domain.text import fold


class LogTopic(StrEnum):
    """What a change is about, as a clerk parts the work; ``TAKEN_BACK`` are the steps undone and done again."""

    WORDS = "words"
    PROGRESS = "progress"
    PROOFS = "proofs"
    REPORTS = "reports"
    DIRECTORY = "directory"
    ACCOUNTS = "accounts"
    TAKEN_BACK = "taken_back"


THINGS: dict[LogTopic, tuple[str, ...]] = {
    LogTopic.WORDS: ("plan", "appendix", "appendix_column", "row", "cell", "plan_body"),
    LogTopic.PROGRESS: ("mark", "correction", "note"),
    LogTopic.PROOFS: ("proof", "proof_use", "value_proof"),
    LogTopic.REPORTS: ("indicator", "value_note", "figure", "report"),
    LogTopic.DIRECTORY: ("unit", "calendar", "person", "office", "template", "kit_file"),
    LogTopic.ACCOUNTS: ("account", "sign_in"),
    LogTopic.TAKEN_BACK: (),
}
"""The kinds of things (``LogLine.what``) that belong to a topic."""
BACK_AND_FORTH = (LogKind.UNDONE, LogKind.REDONE)
"""The kinds of steps that are no work of their own."""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What lines must meet; None and "" ask for nothing. ``since`` and ``until`` bound the day, both included;
    ``words`` are looked for in the step, the thing, what it was and what it is, without marks."""

    who: str | None = None
    since: date | None = None
    until: date | None = None
    plan_id: int | None = None
    topic: LogTopic | None = None
    words: str = ""

    @property
    def folded(self) -> tuple[str, ...]:
        """The words to look for as the search compares them, each once."""
        return tuple(dict.fromkeys(fold(self.words).split()))
