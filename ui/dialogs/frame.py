"""What the dialogs have in common: margins, buttons at the bottom, a line for a refusal."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import GAP, HALF_GAP, MARGIN


class FramedDialog(QDialog):
    """A dialog with ``body`` for its contents, one primary button and one that closes it."""

    def __init__(self, title: str, do: str, cancel: str, parent: QWidget | None = None) -> None:
        """``do`` and ``cancel`` are the words on the buttons."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self.refusal = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.refusal.setObjectName("refusal")
        self.refusal.hide()
        self.do = QPushButton(do)
        self.do.setProperty("primary", True)
        self.do.setDefault(True)
        self.cancel = QPushButton(cancel)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(HALF_GAP)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(self.body, 1)
        column.addWidget(self.refusal)
        column.addLayout(self.buttons)

    def show_refusal(self, sentence: str) -> None:
        """Say what is wrong; the dialog stays."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.do.setEnabled(True)
        self._make_room()

    def _make_room(self) -> None:
        """The sentence may take several lines: grow instead of squeezing what stands above it."""
        layout = self.layout()
        if self.isVisible() and layout is not None:
            layout.activate()
            width, flows = self.width(), layout.hasHeightForWidth()
            needed = layout.totalHeightForWidth(width) if flows else layout.totalMinimumSize().height()
            self.resize(width, max(self.height(), needed))


def named(key_words: str, field: QWidget) -> QLabel:
    """A label above ``field`` whose & letter jumps to it."""
    label = QLabel(key_words)
    label.setBuddy(field)
    field.setAccessibleName(key_words.replace("&", ""))
    return label


def card_around(contents: QWidget) -> QFrame:
    """A white card with ``contents`` and a narrow margin."""
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(HALF_GAP, HALF_GAP, HALF_GAP, HALF_GAP)
    column.addWidget(contents)
    return card
