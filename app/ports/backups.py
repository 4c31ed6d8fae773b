"""What the window asks of backups. Implemented once, in ``db``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.backup_kept import Copy
    from app.ports import DataSummary


class Risk(StrEnum):
    """What is done only after a backup: a plan changed to what a file says, the plan of the next year begun."""

    IMPORT = "import"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class SecondCopy:
    """The last backup of everything outside the data folder."""

    file: Path
    made: datetime


class BackupStore(Protocol):
    """Backups of one data folder. Every method may take seconds: call it on a thread of its own."""

    def newest(self) -> Copy | None:
        """The newest good automatic backup; None where there is none."""
        ...

    def is_due(self, now: datetime) -> bool:
        """Whether the newest one is older than a day."""
        ...

    def make(self, now: datetime) -> Path:
        """Make another automatic backup and thin the older ones. Raises Refused or MachineTrouble."""
        ...

    def back_up_to(self, file: Path, password: str = "") -> DataSummary:
        """Write everything, files of proofs and settings too, into ``file`` and read it back; with a ``password``
        it opens with that only. Raises Refused or MachineTrouble; what was at ``file`` then stays."""
        ...

    def needed(self) -> int:
        """Bytes that a backup of everything takes up at most."""
        ...

    def last_second(self) -> SecondCopy | None:
        """The last backup of everything outside the data folder."""
        ...

    def is_on_network(self) -> bool:
        """Whether the data lie on another machine: written there more slowly, in the way that is safe."""
        ...

    def is_locked(self, file: Path) -> bool:
        """Whether the backup ``file`` opens with a password only. Raises Refused where it is no backup."""
        ...

    def look_into(self, file: Path, password: str = "") -> DataSummary:
        """What the backup ``file`` holds. Raises Refused where it is no whole backup, or its password another."""
        ...

    def present(self) -> DataSummary:
        """What the data hold now."""
        ...

    def restore(self, file: Path, password: str = "") -> tuple[DataSummary, Path | None]:
        """Put ``file`` in place of the present data; answers what it holds and where the present state is kept.
        Raises Refused or MachineTrouble, with nothing changed."""
        ...
