"""Writes the forms of a period to an Excel file and says what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from app.texts import text
from ui.background import Progress
from ui.dialogs.file_writer import FileWriter
from ui.dialogs.frame import FramedDialog
from ui.theme import measured, px

_WIDTH = 520


class FiguresExport(FramedDialog):
    """Writes at once; stays to open what was written, or to write again once what was in the way is gone."""

    def __init__(self, title: str, path: Path, write: Callable[[Path, Progress], Path], parent: QWidget) -> None:
        super().__init__(title, text("figures_page.export_do"), text("figures_page.close"), parent)
        self._write = write
        self.path = path
        self.file = QLabel(str(path), wordWrap=True)
        self.writer = FileWriter()
        self.body.addWidget(self.file)
        self.body.addWidget(self.writer)
        self.body.addStretch(1)
        self.do.hide()
        self.writer.changed.connect(self._allow)
        self.writer.refused.connect(self._refuse)
        self.writer.moved.connect(self._move)
        self.do.clicked.connect(self._again)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self._again()

    def done(self, result: int) -> None:
        """Wait for a file being written: it is either whole or not there."""
        self.writer.stop()
        super().done(result)

    @Slot()
    def _again(self) -> None:
        self.writer.write(self.path, self._write)

    @Slot()
    def _allow(self) -> None:
        self.do.setEnabled(not self.writer.background.running)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.show_refusal(sentence)
        self.do.setVisible(bool(sentence))

    @Slot(object)
    def _move(self, path: Path) -> None:
        self.path = path
        self.file.setText(str(path))
