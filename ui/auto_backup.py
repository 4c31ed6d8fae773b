"""Backs the data up without being asked: at start when the last backup is old, and once work has paused."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.backup_kept import IDLE_SECONDS, Copy
from app.domain.errors import Refused
from app.ports.backups import BackupStore
from app.texts import sentence_for
from ui.background import Background, Progress


class AutoBackup(QObject):
    """``made`` tells the newest good backup (None: there is none), ``refused`` why one could not be made."""

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
        """Make a backup where the newest is older than a day, then say which is the newest."""
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

    def _make_if_due(self, progress: Progress) -> Copy | None:
        return self._make(progress) if self._store.is_due(self._now()) else self._store.newest()

    def _make(self, _progress: Progress) -> Copy | None:
        self._store.make(self._now())
        return self._store.newest()

    @Slot(object)
    def _tell(self, newest: Copy | None) -> None:
        self.made.emit(newest)

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self.refused.emit(sentence_for(error))
