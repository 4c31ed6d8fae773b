"""What a backup holds beside what is there now, before it is put in its place."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.dates import date_text
from app.domain.numbers import whole_text
from app.domain.text import fold
from app.ports import DataSummary
from app.texts import text
from ui.dialogs.growing import GrowingDialog
from ui.theme import GAP, HALF_GAP, measured, px

_WIDTH = 620
_MOST = 8


class RestoreBackup(GrowingDialog):
    """``agreed`` tells that the backup is to be put in place."""

    agreed = Signal()

    def __init__(self, now: DataSummary, copy: DataSummary, file: Path, parent: QWidget | None = None) -> None:
        title, do, cancel = (text(f"backup_window.{name}") for name in ("restore_title", "restore_do", "cancel"))
        super().__init__(title, do, cancel, parent)
        self.body.addWidget(_label(str(file)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(HALF_GAP)
        for column, name in enumerate(("now", "copy"), 1):
            grid.addWidget(_label(text(f"backup_window.column_{name}"), "smallTitle"), 0, column)
        for row, (name, one, other) in enumerate(_rows(now, copy), 1):
            grid.addWidget(_label(text(f"backup_window.row_{name}"), "quiet"), row, 0)
            grid.addWidget(_label(one), row, 1)
            grid.addWidget(_label(other), row, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self.body.addWidget(_label(text("backup_window.restore_words")))
        self.show_refusal("\n".join(warnings(now, copy)))
        self.do.clicked.connect(self._tell)
        self.do.setDefault(False)
        self.cancel.setFocus()
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))

    @Slot()
    def _tell(self) -> None:
        self.agreed.emit()
        self.accept()


def warnings(now: DataSummary, copy: DataSummary) -> list[str]:
    """What somebody should think of first: newer work would go, the data are another office's."""
    said = []
    if now.changed_at and (copy.changed_at is None or copy.changed_at < now.changed_at):
        moment = _moment(copy.changed_at) if copy.changed_at else text("backup_window.unknown")
        if copy.changed_at is None and copy.made_on:
            moment = date_text(copy.made_on)
        said.append(text("backup_window.restore_older", moment=moment))
    if now.office and copy.office and fold(now.office) != fold(copy.office):
        said.append(text("backup_window.restore_other", office=copy.office))
    return said


def _rows(now: DataSummary, copy: DataSummary) -> list[tuple[str, str, str]]:
    made_on = date_text(copy.made_on) if copy.made_on else ""
    counts = [
        (name, whole_text(getattr(now, name)), whole_text(getattr(copy, name))) for name in ("plans", "rows", "proofs")
    ]
    return [
        ("made_on", "", made_on),
        ("office", now.office or text("backup_window.unknown"), copy.office or text("backup_window.unknown")),
        ("changed_at", _moment(now.changed_at), _moment(copy.changed_at)),
        *counts,
        ("titles", _titles(now), _titles(copy)),
    ]


def _moment(at: datetime | None) -> str:
    if at is None:
        return text("backup_window.unknown")
    return text("backup_window.moment", time=at.strftime("%H:%M"), day=date_text(at.date()))


def _titles(summary: DataSummary) -> str:
    shown = [f"• {title}" for title in summary.titles[:_MOST]]
    return "\n".join([*shown, "…"] if len(summary.titles) > _MOST else shown)


def _label(words: str, name: str = "") -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setObjectName(name)
    return label
