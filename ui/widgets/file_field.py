"""A place for one file: dropped in or chosen, and taken away again."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from app.domain.proof import shown_name
from app.exchange.proof_types import proof_types
from app.texts import text
from ui.theme import HALF_GAP


class FileField(QWidget):
    """``path`` is the file chosen, None while there is none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.name = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.name.setObjectName("quiet")
        self.choose = QPushButton(text("marking.file_choose"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.remove = QPushButton(text("marking.file_remove"))
        self.remove.setAutoDefault(False)
        self.remove.setProperty("quiet", True)
        self.remove.clicked.connect(self._forget)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(HALF_GAP)
        line.addWidget(self.choose)
        line.addWidget(self.name, 1)
        line.addWidget(self.remove)
        self.show_file(None)

    def show_file(self, path: Path | None) -> None:
        """Show this file as the one chosen."""
        self.path = path
        self.name.setText(shown_name(path.name) if path else text("marking.file_none"))
        self.remove.setVisible(path is not None)
        self.changed.emit()

    @Slot(object)
    def take(self, paths: list[Path]) -> None:
        """Files were dropped: the first is taken."""
        if paths:
            self.show_file(paths[0])

    @Slot()
    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, text("marking.file_title"), "", file_filter())
        if path:
            self.show_file(Path(path))

    @Slot()
    def _forget(self) -> None:
        self.show_file(None)
        self.choose.setFocus()


def file_filter() -> str:
    """The types taken in as proofs, as a file dialog wants to be told."""
    return text("marking.file_filter", endings=" ".join(f"*.{one}" for one in sorted(proof_types().allowed)))
