"""Asks for what is to be known of an indicator."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from app.domain.errors import Refused
from app.domain.figures_entry import number_text
from app.domain.indicator import PERCENT, Comparator, Indicator, ReformField
from app.domain.indicator_values import read_target
from app.texts import sentence_for, text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import GAP, HALF_GAP, measured, px

_WIDTH = 620
_SOURCE_HEIGHT = 84
_NARROW = (("comparator", "target"), ("unit", "field"), ("numerator", "denominator"), ("reporter", "period"))
"""What stands side by side."""


class EditIndicator(FramedDialog):
    """``agreed`` tells the ``Indicator``. The dialog stays until whoever listens closes it or shows a refusal."""

    agreed = Signal(object)

    def __init__(self, title: str, indicator: Indicator | None, parent: QWidget | None = None) -> None:
        """``indicator`` is None for a new one."""
        super().__init__(title, text("indicators_page.dialog_do"), text("indicators_page.cancel"), parent)
        self._before = indicator or Indicator("", Comparator.AT_LEAST, None, PERCENT)
        self.measure, self.target, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        self.numerator, self.denominator = QLineEdit(), QLineEdit()
        self.reporter, self.period = QLineEdit(), QLineEdit()
        self.source = QPlainTextEdit(tabChangesFocus=True)
        measured(self.source, lambda widget: widget.setFixedHeight(px(_SOURCE_HEIGHT)))
        self.comparator = _choices("comparator", {one: one.name.lower() for one in Comparator})
        self.field = _choices("field", {one: one.value for one in ReformField})
        self._lay_out()
        self._show()
        self.do.clicked.connect(self._tell)

    def done_well(self, _result: object = None) -> None:
        """The indicator is stored."""
        self.accept()

    @Slot()
    def _tell(self) -> None:
        try:
            target = read_target(self.target.text(), self.unit.text().strip())
        except Refused as refused:
            self.show_refusal(sentence_for(refused))
            self.target.setFocus()
            return
        self.do.setEnabled(False)
        self.agreed.emit(self._indicator_with(target))

    def _indicator_with(self, target: Decimal | None) -> Indicator:
        return replace(
            self._before,
            measure=self.measure.text(),
            comparator=self.comparator.currentData(),
            target=target,
            unit=self.unit.text().strip(),
            field=self.field.currentData(),
            source=self.source.toPlainText().strip(),
            numerator=_said(self.numerator),
            denominator=_said(self.denominator),
            reporter=_said(self.reporter),
            period=_said(self.period),
        )

    def _show(self) -> None:
        before = self._before
        self.measure.setText(before.measure)
        self.target.setText(number_text(before.target) if before.target is not None else "")
        self.unit.setText(before.unit)
        self.source.setPlainText(before.source)
        self.numerator.setText(before.numerator or "")
        self.denominator.setText(before.denominator or "")
        self.reporter.setText(before.reporter or "")
        self.period.setText(before.period or "")
        self.comparator.setCurrentIndex(self.comparator.findData(before.comparator))
        self.field.setCurrentIndex(self.field.findData(before.field))
        self.measure.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        self._place(grid, "measure", 0, 0, 2)
        for row, names in enumerate(_NARROW, 1):
            for column, name in enumerate(names):
                self._place(grid, name, 2 * row, column, 1)
        self._place(grid, "source", 2 * len(_NARROW) + 2, 0, 2)
        self.body.addLayout(grid)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))

    def _place(self, grid: QGridLayout, name: str, row: int, column: int, columns: int) -> None:
        field: QWidget = getattr(self, name)
        grid.addWidget(named(text(f"indicators_page.dialog_{name}"), field), row, column, 1, columns)
        grid.addWidget(field, row + 1, column, 1, columns)
        grid.setColumnStretch(column, 1)


def _said(field: QLineEdit) -> str | None:
    return field.text().strip() or None


def _choices(kind: str, names: "dict[Comparator, str] | dict[ReformField, str]") -> QComboBox:
    box = QComboBox()
    box.addItem(text(f"indicators_page.{kind}_none"), None)
    for one, name in names.items():
        box.addItem(text(f"indicators_page.{kind}_{name}"), one)
    return box
