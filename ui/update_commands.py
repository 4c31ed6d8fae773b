"""Updates from a file in the window: checked, shown, prepared; what replaces the program begins when that has ended."""

import sys
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.errors import Refused
from app.ports.backups import BackupStore
from app.restart import FINISH_UPDATE
from app.texts import sentence_for, text
from app.update.installed import Installed, running_program
from app.update.journal import Journal, Step
from app.update.resume import give_sign, take_news, tidy_up
from ui.background import Background, Progress

if TYPE_CHECKING:
    from app.exchange.update_file import UpdateFile
    from ui.dialogs.update import UpdateDialog
    from ui.main_window import MainWindow

_ASK_AGAIN_MS = 1_000
_MOST_ASKED = 30


class UpdateCommands(QObject):
    """``news`` carries the sentence about an update that has just come to its end, however it ended."""

    news = Signal(str)

    def __init__(self, window: "MainWindow", backups: BackupStore | None, program: Installed | None = None) -> None:
        """``program`` is what is to be replaced, the one that runs when not given."""
        super().__init__(window)
        self._window, self._backups = window, backups
        self.program = program or running_program()
        """What is to be replaced; None where the program runs from source."""
        self._asked = 0
        self._update: UpdateFile | None = None
        self.dialog: UpdateDialog | None = None
        self.work = Background(self)
        self.work.finished.connect(self._done)
        self.work.refused.connect(self._refuse)
        self.work.failed.connect(self._fail)
        self.news.connect(self._tell)

    @Slot()
    def begin(self) -> None:
        """The first page is shown: tell whoever waits for it, and what became of an update."""
        if self.program is not None:
            self.work.start(partial(_begin, self.program, self._window.data_folder))

    def stop(self) -> None:
        """Wait for what is under way."""
        self.work.stop()

    @Slot()
    def ask_file(self) -> None:
        """Ask for an update file, then check it."""
        if self.program is None:
            self._window.banner.show_sentence(text("update.from_source"))
            return
        title, kind = text("update.open_title"), text("update.file_kind")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", kind)
        if chosen:
            self.check(Path(chosen))

    def check(self, file: Path) -> None:
        """Check ``file`` from one end to the other, then show what it holds."""
        if self.program is not None:
            self._window.banner.show_sentence(text("update.checking"))
            self.work.start(partial(_check, file, self.program, self._window.data_folder))

    @Slot()
    def prepare(self) -> None:
        """Store what is being typed, back everything up, and put the new version beside this one."""
        self._window.finish_editing()
        self._window.banner.show_sentence(text("update.preparing"))
        self._window.operations.when_written(self._prepare)

    def _prepare(self) -> None:
        if self.program is not None and self._update is not None:
            given = (self._update, self.program, self._window.data_folder, self._backups)
            self.work.start(partial(_prepare, *given))

    @Slot(object)
    def _done(self, outcome: "_News | _Checked | _Prepared") -> None:
        outcome.show(self)

    def show_news(self, journal: Journal | None) -> None:
        """Say how an update ended; while its helper is still at work, ask again a little later."""
        if journal is not None:
            self.news.emit(ending_words(journal))
        elif self.program is not None and self.program.journal.exists() and self._asked < _MOST_ASKED:
            self._asked += 1
            QTimer.singleShot(_ASK_AGAIN_MS, self, self.begin)

    def show_update(self, update: "UpdateFile") -> None:
        """Show what the file holds, and ask."""
        from ui.dialogs.update import UpdateDialog

        self._window.banner.hide()
        self._update = update
        self.dialog = UpdateDialog(update, self._window)
        self.dialog.agreed.connect(self.prepare)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def leave(self) -> None:
        """Everything is ready: close the window and ask for the helper."""
        self._window.close()
        QApplication.exit(FINISH_UPDATE)

    @Slot()
    def _closed(self) -> None:
        self.dialog = None

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        # it stays until it is closed: a restart draws the eye elsewhere
        self._window.banner.offer(sentence, {})

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self._window.banner.show_sentence(sentence_for(error))

    @Slot(object)
    def _fail(self, _error: Exception) -> None:
        self._window.banner.show_sentence(text("update.failed"))


def ending_words(journal: Journal) -> str:
    """What is said of an update that has come to its end."""
    versions = {"old": journal.old, "new": journal.new}
    if journal.step is Step.DONE:
        return text("update.done", **versions)
    return text(f"update.went_back_{journal.reason or 'cut_off'}", **versions)


@dataclass(frozen=True, slots=True)
class _News:
    journal: Journal | None

    def show(self, commands: UpdateCommands) -> None:
        commands.show_news(self.journal)


@dataclass(frozen=True, slots=True)
class _Checked:
    update: "UpdateFile"

    def show(self, commands: UpdateCommands) -> None:
        commands.show_update(self.update)


@dataclass(frozen=True, slots=True)
class _Prepared:
    def show(self, commands: UpdateCommands) -> None:
        commands.leave()


def _begin(program: Installed, data: Path, _progress: Progress) -> _News:
    give_sign(program)
    had_journal = program.journal.exists()
    news = take_news(program)
    if not had_journal and program.can_be_written():
        tidy_up(program, data)
    return _News(news)


def _check(file: Path, program: Installed, data: Path, progress: Progress) -> _Checked:
    from app.exchange.update_file import check_update_file
    from app.update.prepare import must_fit

    update = check_update_file(file, progress.check)
    must_fit(update, program, data)
    return _Checked(update)


def _prepare(
    update: "UpdateFile", program: Installed, data: Path, backups: BackupStore | None, progress: Progress
) -> _Prepared:
    from app.update.prepare import prepare

    if backups is not None:
        backups.make(datetime.now())
    prepare(update, program, data, tuple(sys.argv[1:]), progress.check)
    return _Prepared()
