"""What is in the support package, every word of it, before it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.support import SupportFile
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import GAP, HALF_GAP

_SIZE = (880, 560)
_LIST_WIDTH = 190


class SupportPackageDialog(FramedDialog):
    """``save_wanted`` tells that the files shown are to be saved."""

    save_wanted = Signal()

    def __init__(self, files: Sequence[SupportFile], parent: QWidget | None = None) -> None:
        super().__init__(text("support.title"), text("support.save"), text("support.cancel"), parent)
        self._files = files
        self.names = QListWidget()
        self.names.setObjectName("card")
        self.names.setFixedWidth(_LIST_WIDTH)
        self.contents = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.contents.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.contents.setTabChangesFocus(True)
        self.body.addWidget(QLabel(text("support.intro"), wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self._lay_out()
        self.names.addItems([file.name for file in files])
        self.names.currentRowChanged.connect(self._show)
        self.names.setCurrentRow(0)
        self.do.clicked.connect(self.save_wanted)
        self.do.setFocus()
        self.resize(*_SIZE)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for key, field, stretch in (("files", self.names, 0), ("contents", self.contents, 1)):
            column = QVBoxLayout()
            column.setSpacing(HALF_GAP)
            column.addWidget(named(text(f"support.{key}"), field))
            column.addWidget(field, 1)
            line.addLayout(column, stretch)
        self.body.addLayout(line, 1)

    @Slot(int)
    def _show(self, place: int) -> None:
        self.contents.setPlainText(self._files[place].words)
