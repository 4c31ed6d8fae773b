"""Opens the file of a proof in the program of the machine, asking first where that may run something."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from app.domain.proof import ProofFile, can_run
from app.exchange.proof_types import proof_types
from app.ports.proofs import ProofStore
from app.texts import text
from ui.operations import Operations


def open_file(file: ProofFile, store: ProofStore, operations: Operations, parent: QWidget) -> None:
    """Open ``file`` where it is kept; ``operations`` tells why it cannot be."""
    if not store.is_there(file):
        operations.refused.emit(text("proofs.missing", file=file.name))
    elif not can_run(file.name, proof_types()) or _may_run(file, parent):
        url = QUrl.fromLocalFile(str(store.path_of(file)))
        if not QDesktopServices.openUrl(url):
            operations.refused.emit(text("row_proofs.cannot_open", file=file.name))


def _may_run(file: ProofFile, parent: QWidget) -> bool:
    words = text("row_proofs.ask_run", file=file.name)
    buttons = QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel
    cancel = QMessageBox.StandardButton.Cancel
    return QMessageBox.question(parent, text("row_proofs.ask_run_title"), words, buttons, cancel) != cancel
