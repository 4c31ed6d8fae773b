"""Pictures of what looks after the program itself: faults, the support package, updates."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def crash(window: "MainWindow") -> None:
    """A fault that came for the second time."""
    from ui.dialogs.crash import crash_dialog

    crash_dialog(window, 2).open()


def after_crash(window: "MainWindow") -> None:
    """The start after one that was brought down."""
    from ui.dialogs.crash import after_crash_dialog

    after_crash_dialog(window).open()


def cut_off(window: "MainWindow") -> None:
    """The start after a power cut."""
    from app.last_run import LastEnd

    window.show_page("plan")
    window.care.tell_last_end(LastEnd.CUT)


def package(window: "MainWindow") -> None:
    """The support package, its facts about the PC in front."""
    from app.domain.support import DataFacts
    from app.services.support import support_files
    from ui.dialogs.support_package import SupportPackageDialog
    from ui.machine_facts import machine, screen_facts

    counts = {"plan": 1, "appendix": 3, "row": 64, "cell": 512, "mark": 9, "proof": 2}
    files = support_files("", machine(window.data_folder, screen_facts()), DataFacts("0004", counts), {})
    dialog = SupportPackageDialog(files, window)
    dialog.names.setCurrentRow(1)
    dialog.open()


def update(window: "MainWindow") -> None:
    """An update file beside which there is no list of hashes."""
    from app.domain.update import Manifest, Part
    from app.exchange.update_file import UpdateFile
    from ui.dialogs.update import UpdateDialog

    digest = hashlib.sha256(b"").hexdigest()
    parts = {"so-cchc": Part(141_000_000, digest)}
    manifest = Manifest("9.9.9", "linux-x86_64", "_internal-9.9.9", ("so-cchc",), parts, {})
    file = Path("/media/usb/so-cchc-9.9.9-linux-x86_64.tar.xz")
    UpdateDialog(UpdateFile(file, manifest, digest, False), window).open()
