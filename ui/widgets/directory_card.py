"""A card of the directory: a title, buttons, a table, a line of explanation."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import GAP, HALF_GAP
from ui.widgets.wrapping_row import WrappingRow


class DirectoryCard(QFrame):
    """``line`` is the row of buttons below the title."""

    def __init__(
        self,
        title: str,
        contents: QWidget,
        buttons: Sequence[QPushButton] = (),
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = QLabel(title, textFormat=Qt.TextFormat.PlainText)
        self.title.setObjectName("cardTitle")
        self.line = WrappingRow(HALF_GAP)
        self.line.setContentsMargins(GAP, 0, GAP, 0)
        for made in buttons:
            self.line.addWidget(made)
        self.hint = QLabel(hint, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.hint.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, HALF_GAP + 2, 1, HALF_GAP)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.title)
        column.addLayout(self.line)
        column.addWidget(contents, 1)
        column.addWidget(self.hint)
        for label in (self.title, self.hint):
            label.setContentsMargins(GAP, 0, GAP, 0)
        self.hint.setVisible(bool(hint))


def button(words: str, picture: str | None = None, tip: str = "", primary: bool = False) -> QPushButton:
    """A push button with words, an icon and a tool tip."""
    made = QPushButton(words)
    if picture:
        made.setIcon(icon(picture, "card" if primary else "text"))
    made.setToolTip(tip)
    made.setProperty("primary", primary)
    return made
