"""What an update file holds beside what runs now, before the program is replaced."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app import VERSION
from app.domain.numbers import whole_text
from app.exchange.update_file import UpdateFile
from app.texts import text
from ui.dialogs.frame import FramedDialog
from ui.theme import GAP

_WIDTH = 640
_MEGABYTE = 1_000_000


class UpdateDialog(FramedDialog):
    """``agreed`` tells that the program is to be replaced."""

    agreed = Signal()

    def __init__(self, update: UpdateFile, parent: QWidget | None = None) -> None:
        super().__init__(text("update.title"), text("update.do"), text("update.cancel"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(_rows(update)):
            grid.addWidget(_label(text(f"update.label_{name}"), "quiet"), row, 0)
            grid.addWidget(_label(words), row, 1)
        self.body.addLayout(grid)
        for key in ("listed" if update.is_listed else "not_listed", "what_happens"):
            self.body.addWidget(_label(text(f"update.{key}")))
        self.do.clicked.connect(self._tell)
        self.setMinimumWidth(_WIDTH)

    @Slot()
    def _tell(self) -> None:
        self.agreed.emit()
        self.accept()


def _rows(update: UpdateFile) -> list[tuple[str, str]]:
    size = text("update.megabytes", size=whole_text(-(-update.manifest.size // _MEGABYTE)))
    digits = update.sha256
    # in groups, so that it can be compared with the eye, and broken over lines
    grouped = " ".join(digits[place : place + 8] for place in range(0, len(digits), 8))
    return [
        ("file", str(update.path)),
        ("own", VERSION),
        ("new", update.manifest.version),
        ("size", size),
        ("hash", grouped),
    ]


def _label(words: str, name: str = "") -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setObjectName(name)
    return label
