"""What a backup holds beside what is there now, before it is put in its place."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.dates import date_text
from app.domain.numbers import whole_text
from app.ports import DataSummary
from app.texts import text
from ui.dialogs.frame import FramedDialog
from ui.theme import GAP, measured, px

_WIDTH = 620
_MOST = 8


class RestoreBackup(FramedDialog):
    """``agreed`` tells that the backup is to be put in place."""

    agreed = Signal()

    def __init__(self, now: DataSummary, copy: DataSummary, file: Path, parent: QWidget | None = None) -> None:
        title, do, cancel = (text(f"backup_window.{name}") for name in ("restore_title", "restore_do", "cancel"))
        super().__init__(title, do, cancel, parent)
        self.body.addWidget(QLabel(str(file), wordWrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        for column, name in enumerate(("now", "copy"), 1):
            grid.addWidget(_label(text(f"backup_window.column_{name}"), "smallTitle"), 0, column)
        for row, (name, one, other) in enumerate(_rows(now, copy), 1):
            grid.addWidget(_label(text(f"backup_window.row_{name}"), "quiet"), row, 0)
            grid.addWidget(_label(one), row, 1)
            grid.addWidget(_label(other), row, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self.body.addWidget(QLabel(text("backup_window.restore_words"), wordWrap=True))
        self.do.clicked.connect(self._tell)
        self.do.setDefault(False)
        self.cancel.setFocus()
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))

    @Slot()
    def _tell(self) -> None:
        self.agreed.emit()
        self.accept()


def _rows(now: DataSummary, copy: DataSummary) -> list[tuple[str, str, str]]:
    made_on = date_text(copy.made_on) if copy.made_on else ""
    counts = [
        (name, whole_text(getattr(now, name)), whole_text(getattr(copy, name))) for name in ("plans", "rows", "proofs")
    ]
    return [("made_on", "", made_on), *counts, ("titles", _titles(now), _titles(copy))]


def _titles(summary: DataSummary) -> str:
    shown = [f"• {title}" for title in summary.titles[:_MOST]]
    return "\n".join([*shown, "…"] if len(summary.titles) > _MOST else shown)


def _label(words: str, name: str = "") -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setObjectName(name)
    return label
