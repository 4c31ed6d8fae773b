"""Name, year and what the document's heading and signature say."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from app.domain.plan import Plan, PlanInfo
from app.ports import Work
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.operations import Operations
from ui.theme import HALF_GAP, measured, px
from ui.widgets.year_field import YearField

_LINES = ("issuing_body", "document_type", "symbol", "place_date", "signer_title", "signer_name")
_LEVELS = (None, "commune", "ward", "district")
_WIDTH = 880


class PlanInfoDialog(FramedDialog):
    """Reads the plan, lets its information be edited and saves it as one step."""

    def __init__(self, operations: Operations, plan_id: int, parent: QWidget | None = None) -> None:
        super().__init__(text("plan_info.title"), text("plan_info.save"), text("plan_info.cancel"), parent)
        self._operations = operations
        self._plan_id = plan_id
        self._before: PlanInfo | None = None
        self.name = QLineEdit()
        self.year = YearField(2025)
        self.level = QComboBox()
        self.lines = {name: QLineEdit() for name in _LINES}
        self.recipients, self.legal_bases = _lines_field(), _lines_field()
        self._lay_out()
        self.do.setEnabled(False)
        self.do.clicked.connect(self._save)
        operations.read(partial(_get_plan, plan_id=plan_id), self._show)

    def info(self) -> PlanInfo:
        """What the fields say; an empty field is None."""
        assert self._before is not None
        return replace(
            self._before,
            title=self.name.text().strip(),
            year=self.year.year,
            level=self.level.currentData(),
            recipients=_read_lines(self.recipients),
            legal_bases=_read_lines(self.legal_bases),
            **{name: field.text().strip() or None for name, field in self.lines.items()},
        )

    def _show(self, plan: Plan) -> None:
        self._before = info = plan.info
        self.name.setText(info.title)
        self.name.setCursorPosition(0)
        self.year.show_year(info.year)
        self.level.setCurrentIndex(_LEVELS.index(info.level) if info.level in _LEVELS else 0)
        for name, field in self.lines.items():
            field.setText(getattr(info, name) or "")
            field.setCursorPosition(0)
        self.recipients.setPlainText("\n".join(info.recipients))
        self.legal_bases.setPlainText("\n".join(info.legal_bases))
        self.do.setEnabled(True)
        self.name.setFocus()

    @Slot()
    def _save(self) -> None:
        from app.services.plans import save_info

        info = self.info()
        if not info.title:
            self.show_refusal(text("plan_info.no_name"))
            self.name.setFocus()
            return
        if info == self._before:
            self.accept()
            return
        self.do.setEnabled(False)
        use_case = partial(save_info, plan_id=self._plan_id, info=info)
        self._operations.write(text("plan_info.undo"), use_case, self._saved, self.show_refusal)

    def _saved(self, _result: object) -> None:
        self.accept()

    def _lay_out(self) -> None:
        for level in _LEVELS:
            self.level.addItem(text(f"plan_info.level_{level or 'none'}"), level)
        fields = QGridLayout()
        fields.setHorizontalSpacing(2 * HALF_GAP)
        fields.setVerticalSpacing(HALF_GAP)
        _add(fields, 0, 0, "name", self.name, 3)
        _add(fields, 1, 0, "year", self.year)
        _add(fields, 1, 2, "level", self.level)
        for number, (name, field) in enumerate(self.lines.items()):
            _add(fields, 2 + number // 2, 2 * (number % 2), _KEYS.get(name, name), field)
        _add(fields, 5, 0, "recipients", self.recipients, 3)
        _add(fields, 6, 0, "legal_bases", self.legal_bases, 3)
        fields.setColumnStretch(1, 1)
        fields.setColumnStretch(3, 1)
        self.body.addLayout(fields)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))


_KEYS = {"issuing_body": "body"}


def _add(grid: QGridLayout, row: int, column: int, key: str, field: QWidget, span: int = 1) -> None:
    grid.addWidget(named(text(f"plan_info.{key}"), field), row, column)
    grid.addWidget(field, row, column + 1, 1, span)


def _lines_field() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(text("plan_info.lines_hint"))
    field.setTabChangesFocus(True)
    measured(field, lambda widget: widget.setFixedHeight(px(106)))
    return field


def _read_lines(field: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in field.toPlainText().splitlines() if line.strip())


def _get_plan(work: Work, plan_id: int) -> Plan:
    return work.get_plan(plan_id)
