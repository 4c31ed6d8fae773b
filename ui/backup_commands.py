"""Backups in the window: those made by themselves, one to a file, and putting one back."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog

from app.domain.backup_kept import ALARM_DAYS, Copy
from app.domain.errors import Refused
from app.ports import DataSummary
from app.ports.backups import BackupStore
from app.texts import sentence_for, text
from ui.auto_backup import AutoBackup
from ui.background import Background, Progress

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class BackupCommands(QObject):
    """Carries out the two commands of the menu and says in the side bar how old the last backup is."""

    def __init__(self, window: "MainWindow", store: BackupStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self.auto = AutoBackup(store, self)
        self.work = Background(self)
        self._file = Path()
        window.started.connect(self.auto.start)
        window.operations.changed.connect(self.auto.note_change)
        window.actions_["back_up"].triggered.connect(self.ask_target)
        window.actions_["restore"].triggered.connect(self.ask_source)
        self.auto.made.connect(self._show_newest)
        self.auto.refused.connect(window.banner.show_sentence)
        self.work.finished.connect(self._done)
        self.work.refused.connect(self._refuse)
        self.work.failed.connect(self._fail)

    def stop(self) -> None:
        """Wait for what is under way."""
        self.auto.stop()
        self.work.stop()

    @Slot()
    def ask_target(self) -> None:
        """Ask where to, the last place offered first, then back everything up."""
        name = text("backup_window.file_name", day=self._window.today.isoformat())
        place = Path(str(self._window.settings.value("backup_folder") or _documents())) / name
        title, kind = text("backup_window.save_title"), text("backup_window.file_kind")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(place), kind)
        if chosen:
            self.back_up_to(Path(chosen))

    def back_up_to(self, file: Path) -> None:
        """Back everything up into ``file``."""
        self._file = file if file.suffix else file.with_suffix(".zip")
        self._window.settings.setValue("backup_folder", str(self._file.parent))
        self._window.banner.show_sentence(text("backup_window.working"))
        self.work.start(partial(_back_up, self._store, self._file))

    @Slot()
    def ask_source(self) -> None:
        """Ask for a backup, then show what is in it."""
        place = str(self._window.settings.value("backup_folder") or _documents())
        title, kind = text("backup_window.open_title"), text("backup_window.file_kind")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, place, kind)
        if chosen:
            self.look_into(Path(chosen))

    def look_into(self, file: Path) -> None:
        """Show what ``file`` holds beside what is there now, and ask."""
        self._file = file
        self._window.banner.show_sentence(text("backup_window.reading"))
        self.work.start(partial(_look, self._store, file))

    @Slot()
    def restore(self) -> None:
        """Put the file looked into in place of the data."""
        self._window.finish_editing()
        self._window.banner.show_sentence(text("backup_window.restoring"))
        self._window.operations.when_written(self._restore)

    def _restore(self) -> None:
        self.work.start(partial(_restore, self._store, self._file))

    @Slot(object)
    def _done(self, outcome: "_BackedUp | _LookedInto | _Restored") -> None:
        if isinstance(outcome, _BackedUp):
            self._show_backed_up(outcome.summary)
        elif isinstance(outcome, _LookedInto):
            self._ask(outcome.now, outcome.copy)
        else:
            self._show_restored(outcome.kept)

    def _show_backed_up(self, summary: DataSummary) -> None:
        counts = {"plans": summary.plans, "rows": summary.rows, "proofs": summary.proofs}
        words = text("backup_window.done", file=self._file, **counts)
        if summary.lost_files:
            names = ", ".join(summary.lost_files[:5])
            words = f"{words} {text('backup_window.lost', count=len(summary.lost_files), names=names)}"
        self._window.banner.show_sentence(words)

    def _ask(self, now: DataSummary, copy: DataSummary) -> None:
        from ui.dialogs.restore_backup import RestoreBackup

        self._window.banner.hide()
        dialog = RestoreBackup(now, copy, self._file, self._window)
        dialog.agreed.connect(self.restore)
        dialog.open()

    def _show_restored(self, kept: Path | None) -> None:
        key = "backup_window.restored" if kept else "backup_window.restored_empty"
        self._window.show_other_data()
        self._window.banner.show_sentence(text(key, kept=kept))

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self._window.banner.show_sentence(sentence_for(error))

    @Slot(object)
    def _fail(self, _error: Exception) -> None:
        self._window.banner.show_sentence(text("backup_window.failed"))

    @Slot(object)
    def _show_newest(self, newest: Copy | None) -> None:
        words, is_old = age_words(newest, datetime.now())
        place = self._window.data_folder / "sao-luu"
        self._window.side_bar.show_backup(words, text("backup_window.place", folder=place), is_old)


def age_words(newest: Copy | None, now: datetime) -> tuple[str, bool]:
    """How old the newest backup is, and whether that is too old."""
    if newest is None:
        return text("backup_window.none"), True
    days = (now.date() - newest.made.date()).days
    time = newest.made.strftime("%H:%M")
    if days <= 1:
        return text("backup_window.yesterday" if days == 1 else "backup_window.today", time=time), False
    return text("backup_window.days", days=days), days > ALARM_DAYS


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


@dataclass(frozen=True, slots=True)
class _BackedUp:
    summary: DataSummary


@dataclass(frozen=True, slots=True)
class _LookedInto:
    now: DataSummary
    copy: DataSummary


@dataclass(frozen=True, slots=True)
class _Restored:
    kept: Path | None


def _back_up(store: BackupStore, file: Path, _progress: Progress) -> _BackedUp:
    return _BackedUp(store.back_up_to(file))


def _look(store: BackupStore, file: Path, _progress: Progress) -> _LookedInto:
    return _LookedInto(store.present(), store.look_into(file))


def _restore(store: BackupStore, file: Path, _progress: Progress) -> _Restored:
    return _Restored(store.restore(file)[1])
