"""The list of plans: open, new, copy, name, template, delete."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.access import Right
from app.ports import Changes, PlanSummary, Work
from app.texts import text
from ui.icons import icon
from ui.operations import Operations
from ui.pages.page import Page
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.empty_card import EmptyCard

_COLUMNS = ("title", "year", "body", "rows")
_ROW = 40
_WIDTHS = ((1, 80), (2, 240), (3, 110))
"""Columns with a width of their own, in device-independent pixels."""


class PlansPage(Page):
    """Every plan of the register with what can be done to it."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("plans_page.title"), parent)
        self._plans: list[PlanSummary] = []
        self._news = ""
        self.table = QTableWidget(0, len(_COLUMNS))
        self.counts = QLabel()
        self.counts.setObjectName("quiet")
        self.new = _button("plans_page.new", "add", primary=True)
        self.import_files = _button("plans_page.import", "import")
        self.row_buttons = {name: _button(f"plans_page.{name}", picture) for name, picture in _ROW_ACTIONS.items()}
        self._stack = QStackedWidget()
        self._set_up_table()
        self._lay_out()
        self._connect()
        self._ask_rights()
        self._allow()

    @property
    def plans(self) -> list[PlanSummary]:
        """The plans that are listed."""
        return list(self._plans)

    def enter(self) -> None:
        """Read the list."""
        self.operations.read(_list_plans, self._show)
        self.table.setFocus()

    def show_changes(self, changes: Changes) -> None:
        """Plans or their rows may have changed."""
        if not changes.cells_only and self.isVisible():
            self.operations.read(_list_plans, self._show)

    def selected(self) -> PlanSummary | None:
        """The plan whose row is selected."""
        row = self.table.currentRow()
        return self._plans[row] if 0 <= row < len(self._plans) else None

    @Slot()
    def open_selected(self) -> None:
        """Bring the selected plan to the front."""
        plan = self.selected()
        if plan is not None:
            self.plan_wanted.emit(plan.id, None, None)

    @Slot()
    def make_new(self) -> None:
        """Ask what the new plan starts from."""
        self._open_new_plan(None)

    @Slot()
    def copy_selected(self) -> None:
        """Ask for the year to which the selected plan is copied."""
        plan = self.selected()
        if plan is not None:
            self._open_new_plan(plan.id)

    @Slot()
    def edit_info(self) -> None:
        """Edit name, year and heading of the selected plan."""
        from ui.dialogs.plan_info import PlanInfoDialog

        plan = self.selected()
        if plan is not None:
            PlanInfoDialog(self.operations, plan.id, self).open()

    @Slot()
    def save_as_template(self) -> None:
        """Ask for the name of a layout template made of the selected plan."""
        from ui.dialogs.ask_name import AskName

        plan = self.selected()
        if plan is None:
            return
        title, label, ok = (text(f"plans_page.template_{part}") for part in ("title", "label", "ok"))
        dialog = AskName(title, label, ok, plan.title, self)
        dialog.named.connect(partial(self._save_template, plan.id))
        dialog.open()

    @Slot()
    def delete_selected(self) -> None:
        """Ask, then delete the selected plan."""
        plan = self.selected()
        if plan is None:
            return
        question = text("plans_page.delete_question", title=plan.title, year=plan.year, rows=plan.rows)
        box = QMessageBox(QMessageBox.Icon.Question, text("plans_page.delete_title"), question, parent=self)
        box.setInformativeText(text("plans_page.delete_hint"))
        yes = box.addButton(text("plans_page.delete_yes"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(text("plans_page.delete_no"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(partial(self._delete, plan))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _delete(self, plan: PlanSummary) -> None:
        from app.services.plans import delete_plan

        label = text("plans_page.undo_delete", title=plan.title)
        self.operations.write(label, partial(delete_plan, plan_id=plan.id))

    def _save_template(self, plan_id: int, name: str) -> None:
        from app.services.templates import keep_as_template

        label = text("plans_page.undo_template", name=name)
        use_case = partial(keep_as_template, plan_id=plan_id, name=name)
        self.operations.write(label, use_case, partial(self._template_saved, name))

    def _template_saved(self, name: str, _template_id: int) -> None:
        self._news = text("plans_page.template_saved", name=name)

    def _open_new_plan(self, copy_of: int | None) -> None:
        from ui.dialogs.new_plan import NewPlanDialog

        dialog = NewPlanDialog(self.operations, self, copy_of)
        dialog.created.connect(self._created)
        dialog.open()

    @Slot(int)
    def _created(self, plan_id: int) -> None:
        self.plan_wanted.emit(plan_id, None, None)

    @Slot()
    def _want_import(self) -> None:
        self.page_wanted.emit("import")

    def _show(self, plans: list[PlanSummary]) -> None:
        before = self.selected()
        self._plans = sorted(plans, key=lambda plan: (-plan.year, plan.id))
        self.table.setRowCount(len(plans))
        for row, plan in enumerate(self._plans):
            self._show_plan(row, plan)
        ids = [plan.id for plan in self._plans]
        if ids:
            self.table.selectRow(ids.index(before.id) if before is not None and before.id in ids else 0)
        counts = text("plans_page.counts", plans=len(plans), rows=sum(plan.rows for plan in plans))
        self.counts.setText(self._news or counts)
        self._news = ""
        self._stack.setCurrentIndex(0 if plans else 1)
        self._allow()

    def _show_plan(self, row: int, plan: PlanSummary) -> None:
        values = (plan.title, str(plan.year), plan.issuing_body or "", str(plan.rows))
        for column, value in enumerate(values):
            item = QTableWidgetItem(value)
            item.setToolTip(value)
            if _COLUMNS[column] in ("year", "rows"):
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.table.setItem(row, column, item)

    @Slot()
    def _allow(self) -> None:
        for button in self.row_buttons.values():
            button.setEnabled(self.selected() is not None)

    @Slot(QModelIndex)
    def _double_clicked(self, _index: QModelIndex) -> None:
        self.open_selected()

    def _ask_rights(self) -> None:
        rows, rights = self.row_buttons, self.operations.rights
        rights.need(Right.MANAGE, self.new, self.import_files, rows["copy"], rows["template"], rows["delete"])
        rights.need(Right.WHOLE, rows["info"])

    def _connect(self) -> None:
        self.new.clicked.connect(self.make_new)
        self.import_files.clicked.connect(self._want_import)
        self.table.itemSelectionChanged.connect(self._allow)
        self.table.doubleClicked.connect(self._double_clicked)
        slots = {
            "open": self.open_selected,
            "copy": self.copy_selected,
            "info": self.edit_info,
            "template": self.save_as_template,
            "delete": self.delete_selected,
        }
        for name, slot in slots.items():
            self.row_buttons[name].clicked.connect(slot)
        for keys, slot in (
            ("Return", self.open_selected),
            ("Enter", self.open_selected),
            ("F2", self.row_buttons["info"].click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _set_up_table(self) -> None:
        self.table.setObjectName("plansTable")
        self.table.setHorizontalHeaderLabels([text(f"plans_page.column_{name}") for name in _COLUMNS])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        measured(self.table, _measure)

    def _lay_out(self) -> None:
        self.header.addWidget(self.import_files)
        self.header.addWidget(self.new)
        self._stack.addWidget(self._list_card())
        self._stack.addWidget(EmptyCard(text("plans_page.empty_title"), text("plans_page.empty_hint")))
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.counts)

    def _list_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, HALF_GAP, 1, 1)
        column.setSpacing(HALF_GAP)
        line = QHBoxLayout()
        line.setContentsMargins(GAP, 0, GAP, 0)
        line.setSpacing(HALF_GAP)
        for button in self.row_buttons.values():
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        return card


_ROW_ACTIONS = {"open": "plan", "copy": "copy", "info": "edit", "template": "document", "delete": "remove"}


def _list_plans(work: Work) -> list[PlanSummary]:
    return work.list_plans()


def _button(key: str, picture: str, primary: bool = False) -> QPushButton:
    button = QPushButton(text(key))
    button.setIcon(icon(picture, "card" if primary else "text"))
    button.setProperty("primary", primary)
    return button


def _measure(table: QTableWidget) -> None:
    table.verticalHeader().setDefaultSectionSize(px(_ROW))
    for column, width in _WIDTHS:
        table.setColumnWidth(column, px(width))
