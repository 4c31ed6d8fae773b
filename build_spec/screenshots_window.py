"""The real window on the sample: opened for the pictures, come to rest, and what stands over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from build_spec.screenshots_data import TODAY, fill_directory, fill_figures, mark_some

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from ui.main_window import MainWindow


@contextmanager
def sample_window(width: int, height: int) -> "Iterator[MainWindow]":
    """The window at ``width`` x ``height`` device-independent pixels, on new data that hold the sample."""
    from PySide6.QtWidgets import QApplication

    from app.exchange.proof_types import proof_types
    from app.exchange.samples import sample_plan
    from db.proof_files import ProofFiles
    from db.storage import open_storage
    from ui.application import prepare
    from ui.dialogs.qt_translation import install_translation
    from ui.main_window import MainWindow

    application = QApplication.instance() or QApplication(["so-cchc"])
    with TemporaryDirectory() as data:
        storage = open_storage(Path(data))
        plan_id = storage.write("", lambda work: work.add_plan(sample_plan())).result
        mark_some(storage, plan_id)
        fill_directory(storage)
        fill_figures(storage)
        install_translation(prepare())
        window = MainWindow(storage, Path(data), TODAY, ProofFiles(Path(data), proof_types()))
        window.resize(width, height)
        window.show()
        yield window
        window.close()
        storage.close()
        application.processEvents()


def grab(window: "MainWindow") -> "QPixmap":
    """What stands over the window: a menu, else a dialog, else the help, else the window itself."""
    from PySide6.QtWidgets import QApplication

    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    shown = window.help.help
    return (over or (shown if shown is not None and shown.isVisible() else window)).grab()


def close_dialogs(window: "MainWindow") -> None:
    """Close the menu, the dialogs and the help that stand over the window."""
    from PySide6.QtWidgets import QApplication, QDialog

    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for dialog in window.findChildren(QDialog):
        dialog.close()
    if window.help.help is not None:
        window.help.help.close()


def wait(milliseconds: int) -> None:
    """Go on with events; unlike QTest.qWait this lets the working threads run as well."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _at_work(window: "MainWindow") -> bool:
    page = window.plan_page
    awaits_states = page.states.waiting and not page.table.is_editing  # an open cell puts them off
    return not window.operations.idle or page.table.measuring or page.tracking.reading or awaits_states


def settle(window: "MainWindow") -> None:
    """Wait until nothing is read, written or measured any more."""
    from PySide6.QtCore import QDeadlineTimer

    wait(250)
    deadline = QDeadlineTimer(10_000)
    while not deadline.hasExpired() and _at_work(window):
        wait(20)
