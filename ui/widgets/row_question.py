"""Asks what is to become of milestones set by hand now that the words of the cell have changed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.texts import text
from ui.theme import GAP, HALF_GAP


class RowQuestion(QFrame):
    """``answered`` tells the command: "keep" or "read_again"."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.keep = QPushButton(text("row_panel.question_keep"))
        self.read_again = QPushButton(text("row_panel.question_read_again"))
        self.keep.clicked.connect(self._keep)
        self.read_again.clicked.connect(self._read_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP - 2, HALF_GAP, GAP - 2, HALF_GAP + 2)
        column.setSpacing(HALF_GAP)
        column.addWidget(QLabel(text("row_panel.question"), wordWrap=True))
        column.addWidget(self.keep)
        column.addWidget(self.read_again)

    @Slot()
    def _keep(self) -> None:
        self.answered.emit("keep")

    @Slot()
    def _read_again(self) -> None:
        self.answered.emit("read_again")
