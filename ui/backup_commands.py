"""Backups in the window: those made by themselves, one to a stick, and putting one back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog

from app.texts import sentence_for, text
from ui.auto_backup import AutoBackup
from ui.background import Background

if TYPE_CHECKING:
    from app.domain.errors import Refused
    from app.ports import DataSummary
    from app.ports.backups import BackupStore, Risk
    from ui.auto_backup import Made
    from ui.backup_jobs import BackedUp, Outcome
    from ui.dialogs.backup_password import BackupPassword
    from ui.dialogs.backup_target import BackupTarget, TargetFacts
    from ui.main_window import MainWindow
    from ui.removable import Place

_FOLDER = "backup_folder"
"""The setting that remembers the place chosen last."""


class BackupCommands(QObject):
    """Carries out the two commands of the menu and says in the side bar how old the last backups are."""

    def __init__(self, window: MainWindow, store: BackupStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self.auto = AutoBackup(store, self)
        self.work = Background(self)
        self._file, self._password = Path(), ""
        self._target: BackupTarget | None = None
        self._asking: BackupPassword | None = None
        self._warned = False
        window.operations.back_up_first = partial(_back_up_first, store)
        window.started.connect(self.auto.start)
        window.operations.changed.connect(self.auto.note_change)
        window.actions_["back_up"].triggered.connect(self.ask_target)
        window.actions_["restore"].triggered.connect(self.ask_source)
        window.side_bar.backup_wanted.connect(self.ask_target)
        self.auto.made.connect(self._show_made)
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
        """Look for sticks, then ask where to: the place used last and sticks are offered first."""
        from ui.backup_jobs import look_around

        if self.work.running:
            return  # what is under way tells how it ended first
        self._window.banner.show_sentence(text("backup_window.looking"))
        last = self._window.settings.value(_FOLDER)
        folder = Path(str(last)) if last else None
        self.work.start(partial(look_around, self._store, self._window.data_folder, folder))

    @Slot(object, str)
    def back_up_to(self, place: Place, password: str = "") -> None:
        """Back everything up into a new file at ``place``."""
        from ui.backup_jobs import back_up

        self._window.finish_editing()
        self._window.settings.setValue(_FOLDER, str(place.folder))
        self._window.banner.show_sentence(text("backup_window.working"))
        job = partial(back_up, self._store, place, self._window.today.isoformat(), password)
        self._window.operations.when_written(partial(self.work.start, job))

    @Slot()
    def ask_source(self) -> None:
        """Ask for a backup, then show what is in it."""
        if self.work.running:
            return
        place = str(self._window.settings.value(_FOLDER) or _documents())
        title, kind = text("backup_window.open_title"), text("backup_window.file_kind")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, place, kind)
        if chosen:
            self.look_into(Path(chosen))

    def look_into(self, file: Path) -> None:
        """Show what ``file`` holds beside what is there now, and ask."""
        self._file, self._password = file, ""
        self._window.banner.show_sentence(text("backup_window.reading"))
        self._look()

    @Slot(str)
    def _look(self, password: str = "") -> None:
        from ui.backup_jobs import look

        self._password = password
        self.work.start(partial(look, self._store, self._file, password))

    @Slot()
    def restore(self) -> None:
        """Put the file looked into in place of the data, where whoever works may have that done."""
        from app.services.accounts import allow_restore

        self._window.finish_editing()
        self._window.operations.when_allowed(allow_restore, self._restore)

    def _restore(self) -> None:
        from ui.backup_jobs import restore

        self._window.banner.show_sentence(text("backup_window.restoring"))
        self.work.start(partial(restore, self._store, self._file, self._password))
        self._password = ""

    @Slot(object)
    def _done(self, outcome: Outcome) -> None:
        from ui.backup_jobs import BackedUp, Locked, LookedAround, LookedInto

        if isinstance(outcome, LookedAround):
            self._ask_target(outcome.facts)
        elif isinstance(outcome, BackedUp):
            self._show_backed_up(outcome)
        elif isinstance(outcome, Locked):
            self._ask_password()
        elif isinstance(outcome, LookedInto):
            self._ask(outcome.now, outcome.copy)
        else:
            self._show_restored(outcome.kept)

    def _ask_target(self, facts: TargetFacts) -> None:
        from ui.dialogs.backup_target import BackupTarget

        self._window.banner.hide()
        if self._target is not None:
            self._target.show_places(facts.places)
            return
        self._target = BackupTarget(facts, self._window)
        self._target.agreed.connect(self.back_up_to)
        self._target.again_wanted.connect(self.ask_target)
        self._target.finished.connect(self._forget_target)
        self._target.open()

    @Slot()
    def _forget_target(self) -> None:
        self._target = None

    def _show_backed_up(self, done: BackedUp) -> None:
        from ui.backup_words import done_words

        self._window.banner.show_sentence(done_words(done.summary, done.file, done.size, done.is_usb))
        self._show_made(done.made)

    def _ask_password(self) -> None:
        from ui.dialogs.backup_password import BackupPassword

        self._window.banner.hide()
        self._asking = BackupPassword(self._file, self._window)
        self._asking.agreed.connect(self._look)
        self._asking.finished.connect(self._forget_asking)
        self._asking.open()

    @Slot()
    def _forget_asking(self) -> None:
        self._asking = None

    def _ask(self, now: DataSummary, copy: DataSummary) -> None:
        from ui.dialogs.restore_backup import RestoreBackup

        self._window.banner.hide()
        if self._asking is not None:
            self._asking.accept()
        dialog = RestoreBackup(now, copy, self._file, self._window)
        dialog.agreed.connect(self.restore)
        dialog.rejected.connect(self._forget_password)
        dialog.open()

    @Slot()
    def _forget_password(self) -> None:
        self._password = ""

    def _show_restored(self, kept: Path | None) -> None:
        key = "backup_window.restored" if kept else "backup_window.restored_empty"
        self._window.show_other_data()
        self._window.banner.show_sentence(text(key, kept=kept))

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        if self._asking is not None:
            self._asking.show_refusal(sentence_for(error))
        else:
            self._window.banner.show_sentence(sentence_for(error))

    @Slot(object)
    def _fail(self, _error: Exception) -> None:
        self._window.banner.show_sentence(text("backup_window.failed"))

    def _warn_of_network(self, on_network: bool) -> None:
        """Once a start, until somebody has read it."""
        if on_network and not self._warned:
            words = text("backup_window.on_network", folder=self._window.data_folder)
            self._window.banner.offer(words, {text("window.button_ok"): self._understood})
        self._warned = self._warned or on_network

    @Slot()
    def _understood(self) -> None:
        """Nothing more to do: the banner goes by itself."""

    @Slot(object)
    def _show_made(self, made: Made) -> None:
        from ui.backup_words import age_words, short_place

        self._warn_of_network(made.on_network)
        now, bar = datetime.now(), self._window.side_bar
        words, is_old = age_words("auto", made.newest.made if made.newest else None, now)
        bar.show_backup(words, text("backup_window.auto_place", folder=self._window.data_folder / "sao-luu"), is_old)
        words, is_old = age_words("second", made.second.made if made.second else None, now)
        if made.second is None:
            bar.show_second(words, "", text("backup_window.second_nowhere"), is_old)
        else:
            tip = text("backup_window.second_place", file=made.second.file)
            bar.show_second(words, short_place(made.second.file), tip, is_old)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _back_up_first(store: BackupStore, risk: Risk) -> None:
    """On the writing thread, just before what is risky is written."""
    from app.services.backing_up import back_up_before

    back_up_before(risk, partial(store.make, datetime.now()))
