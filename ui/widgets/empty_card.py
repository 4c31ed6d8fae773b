"""The card of a page that has nothing to show yet: what is missing and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout


class EmptyCard(QFrame):
    """``title`` and, below it, ``hint``, a little above the middle."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.addStretch(2)
        for name, words in (("cardTitle", title), ("quiet", hint)):
            label = QLabel(words, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
            label.setObjectName(name)
            column.addWidget(label)
        column.addStretch(3)
