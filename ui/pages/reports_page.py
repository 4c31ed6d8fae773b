"""The reports of a year in a list, and the one that is open."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from app.domain.access import Right
from app.domain.dates import date_text
from app.domain.format_check import Part
from app.domain.milestone import Every
from app.domain.report import ReportState
from app.exchange.outlines import report_kit
from app.ports import Changes, PlanSummary
from app.services.report_views import ReportBoard, ReportLine, ReportView, report_board
from app.texts import text
from ui.icons import icon
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.report_commands import ReportCommands
from ui.pages.report_editor import ReportEditor
from ui.pages.report_list import ReportList
from ui.widgets.banner import Banner
from ui.widgets.empty_card import EmptyCard
from ui.widgets.plan_chooser import PlanChooser
from ui.widgets.report_words import state_words
from ui.widgets.shown import show_those

EMPTY, LIST, EDITOR = range(3)
_STEPS = {
    ReportState.DRAFT: ("sign", "submit"),
    ReportState.SUBMITTED: ("withdraw", "sign"),
    ReportState.SIGNED: ("amend", "send"),
    ReportState.SENT: ("amend",),
}
"""What can come next in each state, the most likely last."""


class ReportsPage(Page):
    """A list by period; Enter opens a report or begins it, Escape goes back to the list."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("reports_page.title"), parent)
        self._kit = report_kit()
        self._plan_id: int | None = None
        self.board: ReportBoard | None = None
        self.chooser = PlanChooser()
        self.list = ReportList()
        self.editor = ReportEditor(operations, self._kit)
        self.commands = ReportCommands(operations, self._kit, self)
        self.state, self.due = QLabel(), QLabel()
        self.back = _button("back", "list")
        self.preview = _button("preview", "print")
        self.steps = {name: _button(name, None) for name in ("submit", "withdraw", "sign", "send", "amend")}
        self.scan = _button("scan", "document")
        self.banner = Banner()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        operations.rights.need(Right.WHOLE, *self.steps.values(), self.list.remove, self.list.ad_hoc)
        operations.rights.follow(Right.WHOLE, self, self._allow_beginning)
        self._show_part(EMPTY)

    def follow_plan(self, plan_id: int | None) -> None:
        """Show the reports of this plan."""
        self._plan_id = plan_id if plan_id is not None else self._plan_id

    def enter(self) -> None:
        """Read what is in front."""
        self._read()

    def show_changes(self, changes: Changes) -> None:
        """Reports, plans, marks or calendars may have changed."""
        del changes
        if self.isVisible():
            self._read()

    def finish_editing(self) -> None:
        """Store what is being typed."""
        self.editor.finish_editing()

    def stop_copying(self) -> None:
        """Wait for a scan being copied."""
        self.commands.stop_copying()

    def open_report(self, report_id: int) -> None:
        """Bring a report to the front."""
        self.editor.open_report(report_id)
        self._show_part(EDITOR)
        self.editor.outline.setFocus()

    @Slot()
    def close_report(self) -> None:
        """Go back to the list."""
        self.editor.finish_editing()
        self.editor.report_id = None
        self._show_part(LIST)
        self._read()
        self.list.table.setFocus()

    def _read(self) -> None:
        self.operations.read_after_writes(partial(report_board, wanted=self._plan_id, kit=self._kit), self._show)
        if self._stack.currentIndex() == EDITOR:
            self.editor.read()

    def _show(self, board: ReportBoard) -> None:
        self.board = board
        self._plan_id = board.plan.id if board.plan else None
        self.chooser.show_plans(board.plans, board.plan)
        self.list.show_board(board, self.clock.today)
        if self._stack.currentIndex() != EDITOR:
            self._show_part(LIST if board.plan else EMPTY)
        elif all(line.report is None or line.report.id != self.editor.report_id for line in board.lines):
            # the report was undone or removed
            self.close_report()

    def _allow_beginning(self, _allowed: bool) -> None:
        self.list.forbid_beginning(self.operations.rights.why_not(Right.WHOLE))

    def _show_part(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        is_open = part == EDITOR
        of_editor = ((widget, is_open) for widget in (self.back, self.preview, self.state, self.due))
        show_those([(self.chooser, not is_open), *of_editor])
        if not is_open:
            self.title.setText(text("reports_page.title"))
        self._show_steps(self.editor.view if is_open else None)

    @Slot(object)
    def _show_view(self, view: ReportView) -> None:
        period = view.report.period.name
        named = text("reports_page.report_title", period=period[:1].lower() + period[1:])
        self.title.setText(view.report.head.title if view.report.period.every is Every.AD_HOC else named)
        self.state.setText(state_words(view.report.state))
        self.due.setText(self._due_words(view))
        self._show_steps(view)

    def _due_words(self, view: ReportView) -> str:
        if view.dates is None:
            return ""
        day, days = date_text(view.dates.due), (view.dates.due - self.clock.today).days
        if view.report.is_frozen:
            return text("reports_page.due", day=day)
        return text("reports_page.due_left" if days >= 0 else "reports_page.due_late", day=day, days=abs(days))

    def _show_steps(self, view: ReportView | None) -> None:
        wanted = _STEPS[view.report.state] if view is not None else ()
        self.scan.setVisible(view is not None and view.report.delivery.scan is not None)
        show_those((button, name in wanted) for name, button in self.steps.items())
        for name, button in self.steps.items():
            button.setProperty("primary", bool(wanted) and name == wanted[-1])
            button.style().polish(button)

    @Slot(object)
    def _choose(self, plan: PlanSummary) -> None:
        self._plan_id = plan.id
        self.plan_shown.emit(plan)
        self._read()

    @Slot()
    def _step(self) -> None:
        self.editor.finish_editing()
        view = self.editor.view
        if view is not None:
            self.commands.take_step(self.sender().objectName(), view, self.clock.today)

    @Slot(object)
    def _go_outside(self, part: Part) -> None:
        """Number and day are given with the signature, all else stands in the dialog of what is around the text."""
        view = self.editor.view
        if view is None or view.report.is_frozen or not self.operations.rights.allows(Right.WHOLE):
            return
        self.editor.finish_editing()
        if part in (Part.NUMBER, Part.DAY):
            self.commands.take_step("sign", view, self.clock.today)
        elif part is not Part.BODY:
            self.commands.ask_around(view.report.id or 0, part)

    @Slot()
    def _preview(self) -> None:
        self.editor.finish_editing()
        if self.editor.report_id is not None:
            self.commands.preview(self.editor.report_id)

    @Slot()
    def _open_scan(self) -> None:
        if self.editor.report_id is not None:
            self.commands.open_scan(self.editor.report_id)

    @Slot()
    def _begin_ad_hoc(self) -> None:
        if self.board is not None and self.board.plan is not None:
            self.commands.begin_ad_hoc(self.board.plan.id, self.board.plan.year, self.clock.today)

    @Slot(object)
    def _take(self, line: ReportLine) -> None:
        if self._plan_id is not None:
            self.commands.open_or_start(self._plan_id, line)

    def _connect(self) -> None:
        self.chooser.plan_chosen.connect(self._choose)
        self.list.taken.connect(self._take)
        self.list.ad_hoc_wanted.connect(self._begin_ad_hoc)
        self.list.remove_wanted.connect(self.commands.remove)
        self.editor.shown.connect(self._show_view)
        self.editor.outside_wanted.connect(self._go_outside)
        self.editor.recovered.connect(self.banner.show_sentence)
        self.commands.opened.connect(self.open_report)
        self.back.clicked.connect(self.close_report)
        self.preview.clicked.connect(self._preview)
        self.scan.clicked.connect(self._open_scan)
        for button in self.steps.values():
            button.clicked.connect(self._step)
        for keys, slot in (("Escape", self.close_report), ("Ctrl+P", self._preview)):
            shortcut = QShortcut(QKeySequence(keys), self.editor)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        self.state.setObjectName("badge")
        self.due.setObjectName("quiet")
        self.header.insertWidget(0, self.back)
        for widget in (self.state, self.due, self.chooser, self.scan, self.preview, *self.steps.values()):
            self.header.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stack.addWidget(EmptyCard(text("reports_page.empty_title"), text("reports_page.empty_hint")))
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.editor)
        self.body.addWidget(self.banner)
        self.body.addWidget(self._stack, 1)


def _button(name: str, picture: str | None) -> QPushButton:
    button = QPushButton(text(f"reports_page.{name}"))
    button.setObjectName(name)
    if picture:
        button.setIcon(icon(picture, "text"))
    return button
