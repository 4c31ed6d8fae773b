"""A milestone set by hand: its kind, what it is about, and the fields of its kind."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.milestone import After, DueRule, Every, Milestone, MilestoneKind
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import HALF_GAP, measured, px
from ui.widgets.day_field import DayField

_WIDTH = 480
_NUMBER_WIDTH = 64
_KINDS = (
    MilestoneKind.BY,
    MilestoneKind.PERIODIC,
    MilestoneKind.CONTINUOUS,
    MilestoneKind.CONDITIONAL,
    MilestoneKind.DONE,
)
_UNITS = ("day", "working_day", "week", "month")
_LAST_DAY, _LAST_OFFSET, _LAST_AMOUNT = 31, 12, 999


class EditMilestone(FramedDialog):
    """``agreed`` tells the ``Milestone`` as it is to be."""

    agreed = Signal(object)

    def __init__(self, today: date, milestone: Milestone | None = None, parent: QWidget | None = None) -> None:
        """``milestone`` is the one to be changed, None for a new one."""
        title = text("milestone.title_edit" if milestone else "milestone.title_new")
        super().__init__(title, text("milestone.do"), text("window.button_cancel"), parent)
        self.kind = QComboBox()
        self.what = QLineEdit(placeholderText=text("milestone.what_hint"))
        self.due, self.start = DayField(today), DayField(today)
        self.every = {every: QCheckBox(text(f"milestone.every_{every}")) for every in Every}
        self.has_rule = QCheckBox(text("milestone.rule"))
        self.rule_day, self.rule_month = _number(1, _LAST_DAY, 20), QComboBox()
        self.words = QLineEdit()
        self.has_after = QCheckBox(text("milestone.after"))
        self.after_amount, self.after_unit = _number(1, _LAST_AMOUNT, 30), QComboBox()
        self._parts: dict[MilestoneKind, tuple[QWidget, ...]] = {}
        self._lay_out()
        self._fill(milestone)
        self.kind.currentIndexChanged.connect(self._show_fields)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self._show_fields()

    @property
    def milestone(self) -> Milestone:
        """What the fields say."""
        kind = MilestoneKind(self.kind.currentData())
        what = " ".join(self.what.text().split()) or None
        match kind:
            case MilestoneKind.BY:
                return Milestone(kind, what, self.due.day, self.start.day)
            case MilestoneKind.PERIODIC:
                every = tuple(every for every, box in self.every.items() if box.isChecked())
                rule = (
                    DueRule(int(self.rule_day.text() or 0), self.rule_month.currentData())
                    if self.has_rule.isChecked()
                    else None
                )
                return Milestone(kind, what, every=every, rule=rule)
            case MilestoneKind.CONTINUOUS:
                return Milestone(kind, what, start=self.start.day)
            case MilestoneKind.CONDITIONAL:
                after = After(int(self.after_amount.text() or 0), self.after_unit.currentData())
                words = " ".join(self.words.text().split())
                return Milestone(kind, what, text=words, after=after if self.has_after.isChecked() else None)
        return Milestone(kind, what)

    def _fill(self, milestone: Milestone | None) -> None:
        if milestone is None:
            return
        known = milestone.kind if milestone.kind in _KINDS else MilestoneKind.BY
        self.kind.setCurrentIndex(_KINDS.index(known))
        self.what.setText(milestone.what or "")
        self.due.show_day(milestone.due)
        self.start.show_day(milestone.start)
        self.words.setText(milestone.text or "")
        for field in (self.what, self.words):
            field.setCursorPosition(0)
        for every, box in self.every.items():
            box.setChecked(every in milestone.every)
        if milestone.rule:
            self.has_rule.setChecked(True)
            self.rule_day.setText(str(milestone.rule.day))
            self.rule_month.setCurrentIndex(min(milestone.rule.month_offset, _LAST_OFFSET))
        if milestone.after:
            self.has_after.setChecked(True)
            self.after_amount.setText(str(milestone.after.amount))
            self.after_unit.setCurrentIndex(_UNITS.index(milestone.after.unit))

    @Slot()
    def _show_fields(self) -> None:
        """Only what the kind needs."""
        wanted = self._parts.get(MilestoneKind(self.kind.currentData()), ())
        for widget in {part for parts in self._parts.values() for part in parts}:
            widget.setVisible(widget in wanted)
        self.show_refusal("")
        self.adjustSize()

    @Slot()
    def _tell(self) -> None:
        milestone = self.milestone
        refusal = self._refusal(milestone)
        self.show_refusal(refusal)
        if not refusal:
            self.agreed.emit(milestone)
            self.accept()

    def _refusal(self, milestone: Milestone) -> str:
        """What is missing or wrong, the cursor put where it is."""
        key, field = self._fault(milestone)
        if field is not None:
            field.setFocus()
        return text(key, days=_LAST_DAY, amount=_LAST_AMOUNT) if key else ""

    def _fault(self, milestone: Milestone) -> tuple[str, QWidget | None]:
        kind = milestone.kind
        if kind is MilestoneKind.BY and milestone.due is None:
            return "milestone.due_wrong", self.due
        if self.start.is_wrong and kind in (MilestoneKind.BY, MilestoneKind.CONTINUOUS):
            return "milestone.start_wrong", self.start
        if milestone.due and milestone.start and milestone.start > milestone.due:
            return "milestone.days_reversed", self.start
        if kind is MilestoneKind.PERIODIC and not milestone.every:
            return "milestone.no_period", self.every[Every.QUARTERLY]
        if milestone.rule and not self.rule_day.hasAcceptableInput():
            return "milestone.rule_wrong", self.rule_day
        if kind is MilestoneKind.CONDITIONAL and not milestone.text:
            return "milestone.no_words", self.words
        if milestone.after and not self.after_amount.hasAcceptableInput():
            return "milestone.after_wrong", self.after_amount
        return "", None

    def _lay_out(self) -> None:
        for kind in _KINDS:
            self.kind.addItem(text(f"milestone.kind_{kind}"), kind)
        for unit in _UNITS:
            self.after_unit.addItem(text(f"milestone.unit_{unit}"), unit)
        self.rule_month.addItem(text("milestone.rule_same"), 0)
        for offset in range(1, _LAST_OFFSET + 1):
            self.rule_month.addItem(text("milestone.rule_after", months=offset), offset)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * HALF_GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(1, 1)
        _add(grid, 0, "kind", self.kind)
        _add(grid, 1, "what", self.what)
        due = _add(grid, 2, "due", self.due)
        start = _add(grid, 3, "start", self.start)
        periods = _add(grid, 4, "every", _boxes(list(self.every.values())))
        rule = _line(self.has_rule, text("milestone.rule_day"), self.rule_day, self.rule_month)
        words = _add(grid, 6, "words", self.words)
        after = _line(self.has_after, "", self.after_amount, self.after_unit)
        grid.addWidget(rule, 5, 1)
        grid.addWidget(after, 7, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self._parts = {
            MilestoneKind.BY: (*due, *start),
            MilestoneKind.PERIODIC: (*periods, rule),
            MilestoneKind.CONTINUOUS: start,
            MilestoneKind.CONDITIONAL: (*words, after),
        }


def _add(grid: QGridLayout, row: int, key: str, field: QWidget) -> tuple[QWidget, QWidget]:
    label = named(text(f"milestone.{key}"), field)
    grid.addWidget(label, row, 0)
    grid.addWidget(field, row, 1)
    return label, field


def _number(least: int, most: int, value: int) -> QLineEdit:
    field = QLineEdit(str(value))
    field.setValidator(QIntValidator(least, most, field))
    measured(field, lambda widget: widget.setFixedWidth(px(_NUMBER_WIDTH)))
    return field


def _boxes(boxes: Sequence[QCheckBox]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(HALF_GAP)
    for place, box in enumerate(boxes):
        grid.addWidget(box, place // 3, place % 3)
    return holder


def _line(box: QCheckBox, before: str, number: QLineEdit, other: QWidget) -> QWidget:
    """A box to tick and the fields that count only when it is."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HALF_GAP)
    line = QHBoxLayout()
    line.setSpacing(HALF_GAP)
    if before:
        line.addWidget(QLabel(before))
    line.addWidget(number)
    line.addWidget(other)
    line.addStretch(1)
    column.addWidget(box)
    column.addLayout(line)
    for field in (number, other):
        field.setEnabled(box.isChecked())
        box.toggled.connect(field.setEnabled)
        field.setAccessibleName(box.text())
    return holder
