"""``app.ports.backups.BackupStore`` over one data folder."""

import threading
from datetime import datetime
from pathlib import Path

from app.domain.backup_kept import Copy
from app.domain.errors import Refused
from app.ports import DataSummary
from app.ports.backups import SecondCopy
from db.auto_backup import automatic_copies, back_up_automatically, is_backup_due
from db.backup import back_up, bytes_needed
from db.backup_file import needs_password
from db.check import database_in, summary_of
from db.damage import damage_in
from db.engine import on_network
from db.errors import machine_trouble
from db.rescue import refuse_damaged
from db.restore import look_into, restore
from db.second_place import is_inside, last_second_copy, remember


class Backups:
    """Backups of the data in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._making = threading.Lock()

    def newest(self) -> Copy | None:
        """The newest good automatic backup; None where there is none."""
        return next((copy for copy in automatic_copies(self._folder) if copy.good), None)

    def is_due(self, now: datetime) -> bool:
        """Whether the newest one is older than a day."""
        return is_backup_due(self._folder, now)

    def make(self, now: datetime) -> Path:
        """Make another automatic backup and thin the older ones. Damaged data are refused with the sentence that
        opening them has."""
        with machine_trouble():
            damage = damage_in(self._folder)
        if damage is not None:
            refuse_damaged(self._folder, damage, None)
        # one before a risky step and one for the pause before it may come at the same time
        with self._making:
            return back_up_automatically(self._folder, now)

    def back_up_to(self, file: Path, password: str = "") -> DataSummary:
        """Write everything into ``file``, which must lie outside the data folder."""
        if is_inside(self._folder, file):
            raise Refused("backup.in_data_folder", folder=file.parent)
        summary = back_up(self._folder, file, password)
        remember(self._folder, file, datetime.now())
        return summary

    def needed(self) -> int:
        """Bytes that a backup of everything takes up at most."""
        return bytes_needed(self._folder)

    def last_second(self) -> SecondCopy | None:
        """The last backup of everything outside the data folder."""
        return last_second_copy(self._folder)

    def is_on_network(self) -> bool:
        """Whether the data lie on another machine."""
        return on_network(self._folder)

    def is_locked(self, file: Path) -> bool:
        """Whether the backup ``file`` opens with a password only."""
        return needs_password(file)

    def look_into(self, file: Path, password: str = "") -> DataSummary:
        """What the backup ``file`` holds."""
        return look_into(self._folder, file, password)

    def present(self) -> DataSummary:
        """What the data hold now: nothing where they are damaged or gone."""
        with machine_trouble():
            if damage_in(self._folder) is not None:
                return DataSummary(0, 0, ())
            return summary_of(database_in(self._folder))

    def restore(self, file: Path, password: str = "") -> tuple[DataSummary, Path | None]:
        """Put ``file`` in place of the present data."""
        return restore(self._folder, file, password)
