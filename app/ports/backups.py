"""What the window asks of backups. Implemented once, in ``db``."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.backup_kept import Copy
from app.ports import DataSummary


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

    def back_up_to(self, file: Path) -> DataSummary:
        """Write everything, files of proofs too, into ``file``. Raises Refused or MachineTrouble."""
        ...

    def look_into(self, file: Path) -> DataSummary:
        """What the backup ``file`` holds. Raises Refused where it is no whole backup."""
        ...

    def present(self) -> DataSummary:
        """What the data hold now."""
        ...

    def restore(self, file: Path) -> tuple[DataSummary, Path | None]:
        """Put ``file`` in place of the present data; answers what it holds and where the present state is kept.
        Raises Refused or MachineTrouble, with nothing changed."""
        ...
