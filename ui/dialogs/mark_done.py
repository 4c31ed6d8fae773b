"""Asks when things were met, by which document, why late, and for the file that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.domain.dates import date_text
from app.domain.mark import Mark
from app.services.tracking import Result
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import HALF_GAP, measured, px
from ui.widgets.day_field import DayField
from ui.widgets.file_drop import FileDrop
from ui.widgets.file_field import FileField

_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was answered: the ``result``, and the ``file`` that is to prove it."""

    result: Result
    file: Path | None = None


class MarkDone(FramedDialog):
    """``agreed`` tells an ``Agreed``."""

    agreed = Signal(object)

    def __init__(
        self,
        count: int,
        today: date,
        parent: QWidget | None = None,
        dues: Sequence[date] = (),
        before: Mark | None = None,
        kind: str = "done",
    ) -> None:
        """``count`` things are asked about, due on ``dues``; none can be met after ``today``. ``before`` is what was
        noted of a single one. With ``kind`` "event" the day is that of a document that was waited for."""
        title, do = text(f"marking.{kind}_title"), text(f"marking.{kind}_do")
        super().__init__(title, do, text("window.button_cancel"), parent)
        self._today = today
        self._dues = tuple(dues)
        self.day = DayField(today, today)
        self.document, self.content, self.reason, self.note = (QLineEdit() for _ in range(4))
        self.document_day = DayField(today)
        self.file = FileField()
        self.lateness = QLabel(wordWrap=True)
        self.lateness.setObjectName("quiet")
        self._reason_label = named(text("marking.reason"), self.reason)
        words = text(f"marking.{kind}_one") if count == 1 else text(f"marking.{kind}_count", count=count)
        self.body.addWidget(QLabel(words, wordWrap=True))
        self._lay_out(kind)
        if before is not None:
            self._fill(before)
        self.day.day_changed.connect(self._show_lateness)
        self.do.clicked.connect(self._tell)
        FileDrop(self).dropped.connect(self.file.take)
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)  # a file dropped on a field is the dialog's, not the name of one
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self._show_lateness()
        self.document.setFocus()

    def _fill(self, before: Mark) -> None:
        self.day.show_day(before.done or self._today)
        self.document_day.show_day(before.document_day)
        fields = (self.document, before.document), (self.content, before.content)
        for field, words in (*fields, (self.reason, before.reason), (self.note, before.note)):
            field.setText(" ".join((words or "").split()))
            field.setCursorPosition(0)

    def _lay_out(self, kind: str) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * HALF_GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(0, 1)
        _add(grid, 0, 0, named(text(f"marking.{kind}_day"), self.day), self.day)
        _add(grid, 2, 0, named(text("marking.document"), self.document), self.document)
        _add(grid, 2, 1, named(text("marking.document_day"), self.document_day), self.document_day)
        _add(grid, 4, 0, named(text("marking.content"), self.content), self.content, 2)
        grid.addWidget(self.lateness, 6, 0, 1, 2)
        _add(grid, 7, 0, self._reason_label, self.reason, 2)
        _add(grid, 9, 0, named(text("marking.note"), self.note), self.note, 2)
        _add(grid, 11, 0, named(text("marking.file"), self.file.choose), self.file, 2)
        self.body.addLayout(grid)

    @Slot()
    def _show_lateness(self) -> None:
        """The reason is asked for only where the day is late."""
        day = self.day.day
        late = [due for due in self._dues if day is not None and day > due]
        for widget in (self.lateness, self._reason_label, self.reason):
            widget.setVisible(bool(late))
        if len(self._dues) == 1 and late and day is not None:
            self.lateness.setText(text("marking.late", due=date_text(late[0]), days=(day - late[0]).days))
        elif late:
            self.lateness.setText(text("marking.late_some", late=len(late), count=len(self._dues)))

    @Slot()
    def _tell(self) -> None:
        day = self.day.day
        refusal = self._refusal(day)
        self.show_refusal(refusal)
        if refusal or day is None:
            return
        reason = "" if self.reason.isHidden() else self.reason.text().strip()
        document, content, note = (field.text().strip() for field in (self.document, self.content, self.note))
        result = Result(day, document, self.document_day.day, content, note, reason)
        self.agreed.emit(Agreed(result, self.file.path))
        self.accept()

    def _refusal(self, day: date | None) -> str:
        if day is None:
            self.day.setFocus()
            return text("marking.day_wrong")
        if day > self._today:
            self.day.setFocus()
            return text("marking.day_ahead", today=date_text(self._today))
        if self.document_day.is_wrong:
            self.document_day.setFocus()
            return text("marking.document_day_wrong")
        return ""


def _add(grid: QGridLayout, row: int, column: int, label: QLabel, field: QWidget, span: int = 1) -> None:
    grid.addWidget(label, row, column, 1, span)
    grid.addWidget(field, row + 1, column, 1, span)
