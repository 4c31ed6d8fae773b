"""Backs the data up without being asked: at start when the last backup is old, and once work has paused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.backup_kept import IDLE_SECONDS
from app.texts import sentence_for
from ui.background import Background

if TYPE_CHECKING:
    from app.domain.backup_kept import Copy
    from app.domain.errors import Refused
    from app.ports.backups import BackupStore, SecondCopy
    from ui.background import Progress


@dataclass(frozen=True, slots=True)
class Made:
    """The newest good automatic backup and the last one at a second place; None where there is none. ``on_network``
    says that the data lie on another machine."""

    newest: Copy | None
    second: SecondCopy | None
    on_network: bool = False


def made_so_far(store: BackupStore) -> Made:
    """What there is now; on a thread of its own."""
    return Made(store.newest(), store.last_second(), store.is_on_network())


class AutoBackup(QObject):
    """``made`` tells what there is (``Made``), ``refused`` why a backup could not be made."""

    made = Signal(object)
    refused = Signal(str)

    def __init__(self, store: BackupStore, parent: QObject, now: Callable[[], datetime] = datetime.now) -> None:
        """``now`` is the clock."""
        super().__init__(parent)
        self._store = store
        self._now = now
        self._work = Background(self)
        self._pause = QTimer(self, singleShot=True, interval=IDLE_SECONDS * 1000)
        self._pause.timeout.connect(self.make)
        self._work.finished.connect(self._tell)
        self._work.refused.connect(self._refuse)

    @Slot()
    def start(self) -> None:
        """Make a backup where the newest is older than a day or of last year, then say what there is."""
        self._work.start(self._make_if_due)

    @Slot(object)
    def note_change(self, _changes: object) -> None:
        """Something was stored: back it up once nothing more has come for a while."""
        self._pause.start()

    @Slot()
    def make(self) -> None:
        """Make a backup now."""
        self._pause.stop()
        self._work.start(self._make)

    def stop(self) -> None:
        """Wait for a backup being made."""
        self._pause.stop()
        self._work.stop()

    def _make_if_due(self, progress: Progress) -> Made:
        return self._make(progress) if self._store.is_due(self._now()) else made_so_far(self._store)

    def _make(self, _progress: Progress) -> Made:
        self._store.make(self._now())
        return made_so_far(self._store)

    @Slot(object)
    def _tell(self, made: Made) -> None:
        self.made.emit(made)

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self.refused.emit(sentence_for(error))
