"""Asks what an ad hoc report is called, which days it is about and which outline it follows."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.domain.errors import Refused
from app.domain.report_outline import Outline
from app.domain.reporting_period import ad_hoc_period
from app.texts import sentence_for, text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.day_field import DayField

_WIDTH = 520
_LEFT, _FILLED = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag(0)


class AdHocReport(FramedDialog):
    """``agreed`` tells the title, the period and the key of the outline. The dialog stays until whoever listens closes
    it or shows a refusal."""

    agreed = Signal(str, object, str)

    def __init__(self, outlines: Sequence[Outline], year: int, today: date, parent: QWidget | None = None) -> None:
        """``outlines`` to choose from, ``year`` is that of the plan."""
        super().__init__(
            text("reports_page.ad_hoc_title"), text("reports_page.start"), text("window.button_cancel"), parent
        )
        self._year = year
        self.title, self.outline = QLineEdit(), QComboBox()
        self.title.setPlaceholderText(text("reports_page.ad_hoc_name_hint"))
        self.start, self.end = DayField(today), DayField(today, today)
        for one in outlines:
            self.outline.addItem(one.title, one.key)
        self._lay_out()
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.title.setFocus()

    def done_well(self, _result: object = None) -> None:
        """The report is begun."""
        self.accept()

    @Slot()
    def _tell(self) -> None:
        wrong = self._wrong()
        if wrong is not None:
            sentence, field = wrong
            self.show_refusal(sentence)
            field.setFocus()
            return
        assert self.end.day is not None
        self.do.setEnabled(False)
        period = ad_hoc_period(self.start.day, self.end.day)
        self.agreed.emit(self.title.text(), period, self.outline.currentData())

    def _wrong(self) -> tuple[str, QWidget] | None:
        """The first thing that is wrong and where; None where nothing is."""
        if not self.title.text().strip():
            return text("report.no_title"), self.title
        for field in (self.start, self.end):
            if field.is_wrong or (field is self.end and field.day is None):
                return text("reports_page.no_day"), field
        try:
            period = ad_hoc_period(self.start.day, self.end.day or date.min)
        except Refused as refused:
            return sentence_for(refused), self.start
        if period.year != self._year:
            return text("reports_page.ad_hoc_other_year", year=self._year), self.end
        return None

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        places = (("name", self.title, 0, 0, 2), ("from", self.start, 2, 0, 1), ("to", self.end, 2, 1, 1),
                  ("outline", self.outline, 5, 0, 2))  # fmt: skip
        for name, field, row, column, columns in places:
            grid.addWidget(named(text(f"reports_page.ad_hoc_{name}"), field), row, column, 1, columns)
            grid.addWidget(field, row + 1, column, 1, columns, _LEFT if isinstance(field, DayField) else _FILLED)
        grid.setColumnStretch(1, 1)
        hint = QLabel(text("reports_page.ad_hoc_hint"), wordWrap=True)
        hint.setObjectName("quiet")
        grid.addWidget(hint, 4, 0, 1, 2)
        self.body.addLayout(grid)
