"""The program with its window: made, run, and what the whole application has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.garbage import GarbageCollector
from ui.guard import guarded
from ui.look import look_kept_in
from ui.main_window import MainWindow
from ui.theme import apply_theme

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.ports import Storage
    from app.ports.backups import BackupStore
    from app.ports.proofs import ProofStore
    from app.ports.support import SupportStore
    from ui.guard import Guard


def prepare(data_folder: Path | None = None) -> QApplication:
    """The application with its language and the look that was kept in ``data_folder``, made when there is none."""
    application = cast(QApplication, QApplication.instance() or QApplication(["so-cchc"]))
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    apply_theme(application, look_kept_in(data_folder) if data_folder else None)
    return application


def run_window(
    storage: Storage,
    data_folder: Path,
    today: date,
    proofs: ProofStore | None = None,
    backups: BackupStore | None = None,
    support: SupportStore | None = None,
) -> int:
    """Open the window on ``storage`` and return the program's exit status when it is closed."""

    def run(guard: Guard) -> int:
        application = prepare(data_folder)
        window = MainWindow(storage, data_folder, today, proofs, backups, support)
        guard.watch(window)
        GarbageCollector(window, lambda: not window.operations.idle)
        window.first_painted.connect(window.start)
        # Qt's own Vietnamese is needed by the first dialog, not by the first pictures.
        window.started.connect(_translate)
        window.show()
        return application.exec()

    return guarded(data_folder, run)


def _translate() -> None:
    from ui.dialogs.qt_translation import install_translation

    install_translation(cast(QApplication, QApplication.instance()))
