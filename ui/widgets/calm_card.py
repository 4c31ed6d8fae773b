"""A card that says what could be begun here, in a few lines, and the button that begins it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import GAP, measured, px

_TEXT_WIDTH = 560


class CalmCard(QFrame):
    """``words`` stand below ``title``, ``begin`` below them."""

    def __init__(self, title: str, begin: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        heading = QLabel(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        heading.setObjectName("cardTitle")
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.words.setObjectName("quiet")
        measured(self.words, lambda label: label.setFixedWidth(px(_TEXT_WIDTH)))
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        middle = QHBoxLayout()  # a label aligned by the column alone would not get the height of its lines
        middle.addStretch(1)
        middle.addWidget(self.words)
        middle.addStretch(1)
        column.addWidget(heading)
        column.addLayout(middle)
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
