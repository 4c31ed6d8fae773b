"""A line of news above the page that takes no focus and stops nobody's typing."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.texts import text
from ui.icons import icon

_SHOWN_MS = 12_000


class Banner(QFrame):
    """Hidden until ``show_sentence``; goes away by itself unless it offers something to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        close = QToolButton()
        close.setIcon(icon("close", "quiet"))
        close.setAutoRaise(True)
        close.setToolTip(text("window.close_banner"))
        close.setAccessibleName(text("window.close_banner"))
        close.clicked.connect(self.hide)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 6, 6, 6)
        self._line.addWidget(self._label, 1)
        self._line.addWidget(close)
        self.buttons: dict[str, QPushButton] = {}
        """What is offered now, by its words."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the banner says now; empty when hidden."""
        return self._label.text() if not self.isHidden() else ""

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Say ``sentence`` for a while."""
        self._say(sentence)
        self._timer.start(_SHOWN_MS)

    def offer(self, sentence: str, choices: dict[str, Callable[[], None]]) -> None:
        """Say ``sentence`` with one button per choice until one is pressed."""
        self._say(sentence)
        self._timer.stop()
        for words, action in choices.items():
            button = QPushButton(words)
            # hidden first: the action may offer something else
            button.clicked.connect(self.hide)
            button.clicked.connect(action)
            self._line.insertWidget(self._line.count() - 1, button)
            self.buttons[words] = button

    def _say(self, sentence: str) -> None:
        for button in self.buttons.values():
            self._line.removeWidget(button)
            button.deleteLater()
        self.buttons.clear()
        self._label.setText(sentence)
        self.show()
