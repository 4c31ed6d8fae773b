"""The support package in the window: put together, shown, saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import Refused
from app.domain.support import SupportFile
from app.ports.support import SupportStore
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from ui.dialogs.support_package import SupportPackageDialog

_PLACE = "support_folder"


class SupportCommands(QObject):
    """Collects the facts off the window's thread, shows them, and saves them where the clerk says. ``window`` may be
    None where no window could be opened, ``store`` where there is no storage."""

    def __init__(
        self, window: QWidget | None, banner: Banner, data_folder: Path, store: SupportStore | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._banner, self._folder, self._store = window, banner, data_folder, store
        self._files: Sequence[SupportFile] = ()
        self.dialog: SupportPackageDialog | None = None
        """What is shown now."""
        self.work = Background(self)
        self.work.finished.connect(self._done)
        self.work.refused.connect(self._refuse)
        self.work.failed.connect(self._fail)

    def stop(self) -> None:
        """Wait for what is under way."""
        self.work.stop()

    @Slot()
    def ask(self) -> None:
        """Put the package together, then show it."""
        if self.dialog is not None or self.work.running:
            return
        from ui.machine_facts import screen_facts

        self._banner.show_sentence(text("support.collecting"))
        self.work.start(partial(_collect, self._store, self._folder, screen_facts(), self._settings()))

    @Slot()
    def ask_target(self) -> None:
        """Ask where to, then save what is shown."""
        name = text("support.file_name", time=datetime.now().strftime("%Y%m%d-%H%M"))
        settings = _settings_of(self._folder)
        place = Path(str(settings.value(_PLACE) or _documents())) / name
        title, kind = text("support.save_title"), text("support.file_kind")
        chosen, _ = QFileDialog.getSaveFileName(self.dialog or self._window, title, str(place), kind)
        if chosen:
            self.save(Path(chosen))

    def save(self, file: Path) -> None:
        """Save what is shown into ``file``."""
        target = file if file.suffix else file.with_suffix(".zip")
        _settings_of(self._folder).setValue(_PLACE, str(target.parent))
        self.work.start(partial(_save, self._files, target))

    def _settings(self) -> dict[str, str]:
        settings = _settings_of(self._folder)
        return {name: str(settings.value(name)) for name in settings.allKeys()}

    @Slot(object)
    def _done(self, outcome: "_Collected | _Saved") -> None:
        if isinstance(outcome, _Saved):
            if self.dialog is not None:
                self.dialog.accept()
            self._banner.show_sentence(text("support.saved", file=outcome.file))
            return
        from ui.dialogs.support_package import SupportPackageDialog

        self._banner.hide()
        self._files = outcome.files
        self.dialog = SupportPackageDialog(outcome.files, self._window)
        self.dialog.save_wanted.connect(self.ask_target)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    @Slot()
    def _closed(self) -> None:
        self.dialog = None

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self._say(sentence_for(error))

    @Slot(object)
    def _fail(self, _error: Exception) -> None:
        self._say(text("support.failed"))

    def _say(self, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(sentence)
        else:
            self._banner.show_sentence(sentence)


@dataclass(frozen=True, slots=True)
class _Collected:
    files: Sequence[SupportFile]


@dataclass(frozen=True, slots=True)
class _Saved:
    file: Path


def _collect(
    store: SupportStore | None,
    folder: Path,
    screens: Sequence[str],
    settings: Mapping[str, str],
    _progress: Progress,
) -> _Collected:
    from app.domain.support import DataFacts
    from app.program_log import log_text
    from app.services.support import support_files
    from ui.machine_facts import machine

    data = store.facts() if store is not None else DataFacts()
    return _Collected(support_files(log_text(folder), machine(folder, screens), data, settings))


def _save(files: Sequence[SupportFile], target: Path, _progress: Progress) -> _Saved:
    from app.exchange.support_package import write_support_package

    write_support_package(files, target)
    return _Saved(target)


def _settings_of(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
