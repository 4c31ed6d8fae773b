"""All milestones of a plan in one list: filter, put in order, mark several done at once."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.domain.dates import date_text
from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import Line
from app.domain.numbers import whole_text
from app.exchange.calendars import default_calendar
from app.ports import Changes, PlanSummary
from app.services.milestone_lists import MilestoneList, milestone_list
from app.services.tracking import mark_all, reopen
from app.texts import text
from ui.dialogs.mark_done import Agreed, MarkDone
from ui.icons import icon
from ui.operations import Operations
from ui.pages.page import Page
from ui.theme import GAP, HALF_GAP
from ui.widgets.plan_chooser import PlanChooser
from ui.widgets.tracking_filters import TrackingFilters
from ui.widgets.tracking_table import TrackingTable


class TrackingPage(Page):
    """The list of milestones with its filters and what can be done to the selected ones."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("tracking_page.title"), parent)
        self.listed: MilestoneList | None = None
        self._plan_id: int | None = None
        self.chooser = PlanChooser()
        self.filters = TrackingFilters()
        self.table = TrackingTable()
        self.mark = _button("mark", "check", primary=True)
        self.reopen = _button("reopen", "undo")
        self.go = _button("go", "plan")
        self.counts = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.counts.setObjectName("quiet")
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._nothing.setObjectName("quiet")
        self._stack = QStackedWidget()
        self._wanted: LineFilter | None = None
        self._lay_out()
        self._connect()
        self._describe()

    def follow_plan(self, plan_id: int | None) -> None:
        """Show this plan."""
        self._plan_id = plan_id if plan_id is not None else self._plan_id

    def enter(self) -> None:
        """Read the list."""
        self._read()
        self.table.setFocus()

    def show_changes(self, changes: Changes) -> None:
        """Deadlines, marks or plans may have changed."""
        if self.isVisible() and (not changes.cells_only or self._plan_id in changes.plans):
            self._read()

    def show_filter(self, wanted: LineFilter) -> None:
        """Show what another page asks for, once the list is there."""
        self._wanted = wanted
        if self.listed is not None and self.operations.idle:
            self._take_wanted()

    @Slot()
    def mark_selected(self) -> None:
        """Ask for day and document, then mark all selected milestones as met."""
        places = self._places()
        if places:
            dues = [line.due for line in self.table.selected if line.key and line.due]
            dialog = MarkDone(len(places), self.clock.today, self, dues)
            dialog.agreed.connect(partial(self._mark, places))
            dialog.open()

    @Slot()
    def reopen_selected(self) -> None:
        """Take back that the selected milestones were met."""
        places = [(line.row_id, line.key) for line in self.table.selected if line.done is not None]
        if places and self._plan_id is not None:
            label = text("tracking_page.undo_reopen", count=len(places))
            self.operations.write(label, partial(reopen, plan_id=self._plan_id, places=places))

    @Slot()
    def go_to_row(self) -> None:
        """Open the row of the plan that the first selected milestone belongs to."""
        if self.table.selected:
            self._go_to(self.table.selected[0])

    def _places(self) -> list[tuple[int, str]]:
        return [(line.row_id, line.key) for line in self.table.selected if line.key]

    def _mark(self, places: list[tuple[int, str]], agreed: Agreed) -> None:
        if self._plan_id is None:
            return
        calendar = default_calendar()
        use_case = partial(mark_all, plan_id=self._plan_id, places=places, result=agreed.result, calendar=calendar)
        self.operations.write(text("tracking_page.undo_mark", count=len(places)), use_case)

    @Slot(object)
    def _go_to(self, line: Line) -> None:
        if self._plan_id is not None:
            self.plan_wanted.emit(self._plan_id, line.appendix_id, line.row_id)

    def _read(self) -> None:
        use_case = partial(milestone_list, wanted=self._plan_id, calendar=default_calendar(), today=self.clock.today)
        self.operations.read(use_case, self._show)

    def _show(self, listed: MilestoneList) -> None:
        scrolled = self.table.verticalScrollBar().value()
        self.listed = listed
        self._plan_id = listed.plan.id if listed.plan else None
        self.title.setToolTip(listed.plan.title if listed.plan else "")
        self.chooser.show_plans(listed.plans, listed.plan)
        self.filters.show_choices(listed.lines, listed.appendices)
        self.table.lines.filter = self.filters.wanted
        self.table.lines.show_lines(listed.lines, listed.appendices, listed.today)
        self._take_wanted()
        self.table.verticalScrollBar().setValue(scrolled)
        self._describe()

    def _take_wanted(self) -> None:
        if self._wanted is not None:
            self.filters.show_filter(self._wanted)
            self._wanted = None
            self._filter(self.filters.wanted)

    @Slot(object)
    def _filter(self, wanted: LineFilter) -> None:
        self.table.lines.set_filter(wanted)
        self._describe()

    @Slot(object)
    def _choose(self, plan: PlanSummary) -> None:
        self._plan_id = plan.id
        self.plan_shown.emit(plan)
        self._read()

    @Slot()
    def _describe(self) -> None:
        """Counts, what can be done, and why nothing is there."""
        selected = self.table.selected
        self.mark.setEnabled(any(line.key for line in selected))
        self.reopen.setEnabled(any(line.done is not None for line in selected))
        self.go.setEnabled(bool(selected))
        self.counts.setText(self._counts(len(selected)))
        self._nothing.setText(text(self._why_empty()))
        self._stack.setCurrentIndex(0 if self.table.lines.shown else 1)

    def _counts(self, selected: int) -> str:
        dated = sum(line.due is not None for line in self.listed.lines) if self.listed else 0
        shown = len(self.table.lines.shown)
        counts = text("tracking_page.counts", shown=whole_text(shown), all=whole_text(dated))
        wanted = self.table.lines.filter
        bounds = [
            text("tracking_page.since", day=date_text(wanted.since)) if wanted.since else "",
            text("tracking_page.until", day=date_text(wanted.until)) if wanted.until else "",
        ]
        if any(bounds):
            joined = ", ".join(bound for bound in bounds if bound)
            counts = text("tracking_page.counts_bounded", counts=counts, bounds=joined)
        return text("tracking_page.counts_selected", counts=counts, selected=selected) if selected > 1 else counts

    def _why_empty(self) -> str:
        if self.listed is None or self.listed.plan is None:
            return "tracking_page.empty_register"
        has_filter = self.table.lines.filter != LineFilter()
        return "tracking_page.empty" if has_filter else "tracking_page.empty_plan"

    def _connect(self) -> None:
        self.chooser.plan_chosen.connect(self._choose)
        self.filters.changed.connect(self._filter)
        self.table.selection_changed.connect(self._describe)
        self.table.lines.modelReset.connect(self._describe)
        self.table.line_chosen.connect(self._go_to)
        self.mark.clicked.connect(self.mark_selected)
        self.reopen.clicked.connect(self.reopen_selected)
        self.go.clicked.connect(self.go_to_row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.mark_selected)

    def _lay_out(self) -> None:
        self.header.addWidget(self.chooser)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        column.addWidget(self._stack)
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF_GAP)
        buttons.addWidget(self.counts, 1)
        for button in (self.go, self.reopen, self.mark):
            buttons.addWidget(button)
        self.body.addWidget(self.filters)
        self.body.addWidget(card, 1)
        self.body.addLayout(buttons)
        self.body.setSpacing(GAP - 2)


def _button(name: str, picture: str, primary: bool = False) -> QPushButton:
    button = QPushButton(text(f"tracking_page.{name}"))
    button.setIcon(icon(picture, "card" if primary else "text"))
    button.setToolTip(text(f"tracking_page.{name}_tip"))
    button.setProperty("primary", primary)
    return button
