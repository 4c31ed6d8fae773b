"""The one calm dialog after a mistake of our own: what happened, that what is stored is safe, what to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.texts import text
from ui.theme import GAP, HALF_GAP, MARGIN

_WIDTH = 560


class CrashDialog(QDialog):
    """``package_wanted``: save a support package; ``restart_wanted``: close and open the program anew. Esc goes on."""

    package_wanted = Signal()
    restart_wanted = Signal()

    def __init__(self, sentences: list[str], go_on: str, can_restart: bool, parent: QWidget | None = None) -> None:
        """``sentences``: the first is the headline; ``go_on``: the words on the button that closes the dialog."""
        super().__init__(parent)
        self.setWindowTitle(text("crash.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.package = QPushButton(text("crash.save_package"))
        self.go_on = QPushButton(go_on)
        self.restart = QPushButton(text("crash.restart"))
        self.restart.setVisible(can_restart)
        main = self.restart if can_restart else self.go_on
        main.setProperty("primary", True)
        main.setDefault(True)
        self.package.setAutoDefault(False)
        self.package.clicked.connect(self.package_wanted)
        self.go_on.clicked.connect(self.reject)
        self.restart.clicked.connect(self._restart)
        self._lay_out(sentences)
        self.setMinimumWidth(_WIDTH)

    @property
    def words(self) -> str:
        """What the dialog says."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def _lay_out(self, sentences: list[str]) -> None:
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for place, sentence in enumerate(sentences):
            label = QLabel(sentence, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            label.setObjectName("" if place else "cardTitle")
            column.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        line.addWidget(self.package)
        line.addStretch(1)
        line.addWidget(self.go_on)
        line.addWidget(self.restart)
        column.addSpacing(HALF_GAP)
        column.addLayout(line)

    @Slot()
    def _restart(self) -> None:
        self.restart_wanted.emit()
        self.accept()


def crash_dialog(parent: QWidget | None, count: int = 1) -> CrashDialog:
    """After a fault while the window is open, the ``count``-th of its kind."""
    sentences = [text(f"crash.{name}") for name in ("what", "safe", "what_to_do")]
    if count > 1:
        sentences.append(text("crash.again", count=count))
    return CrashDialog(sentences, text("crash.go_on"), True, parent)


def after_crash_dialog(parent: QWidget | None) -> CrashDialog:
    """At the start after one that was brought down."""
    sentences = [text(f"crash.{name}") for name in ("last_what", "safe", "last_what_to_do")]
    return CrashDialog(sentences, text("crash.go_on"), False, parent)


def start_crash_dialog() -> CrashDialog:
    """Where the window could not be opened at all."""
    sentences = [text(f"crash.{name}") for name in ("start_what", "start_safe", "start_what_to_do")]
    dialog = CrashDialog(sentences, text("crash.close"), True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # who runs it ends its work first
    return dialog
