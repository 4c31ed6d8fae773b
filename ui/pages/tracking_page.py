"""All milestones of a plan: as a list, on a calendar, along the year; filter, put in order, mark several at once."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import Line
from app.ports import Changes, PlanSummary
from app.services.milestone_lists import MilestoneList
from app.texts import text
from ui.milestone_keeper import keeper_of
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.tracking_commands import TrackingCommands, possible
from ui.pages.tracking_prints import TrackingPrints
from ui.theme import GAP
from ui.widgets.plan_chooser import PlanChooser
from ui.widgets.tracking_filters import TrackingFilters
from ui.widgets.tracking_foot import TrackingFoot
from ui.widgets.tracking_views import LIST, TrackingViews

_AFTER_PAINT_MS = 40
"""A list is read behind the first picture of the kept one, not while that is painted: they would slow each other."""


class TrackingPage(Page):
    """The milestones with their filters and what can be done to the selected ones."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("tracking_page.title"), parent)
        self.listed: MilestoneList | None = None
        self.plan_id: int | None = None
        self.keeper = keeper_of(operations)
        self.chooser = PlanChooser()
        self.filters = TrackingFilters()
        self.views = TrackingViews()
        self.table = self.views.table
        self.commands = TrackingCommands(self)
        self.prints = TrackingPrints(self)
        self.foot = TrackingFoot()
        self._wanted: LineFilter | None = None
        self._dated = 0
        """How many of the milestones have a due day."""
        self._lay_out()
        self._connect()
        foot = self.foot
        operations.rights.need(Right.ENTER, foot.mark, foot.cancel, foot.reopen, foot.answer_yes, foot.answer_no)
        self._describe()

    @property
    def selected(self) -> list[Line]:
        """The lines selected in the view in front."""
        return self.views.selected

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the filter off. No shortcut: that would take the key from an open list of choices too."""
        if event.key() == Qt.Key.Key_Escape and self.filters.clear.isEnabled():
            self.filters.clear_all()
        else:
            super().keyPressEvent(event)

    def follow_plan(self, plan_id: int | None) -> None:
        """Show this plan."""
        self.plan_id = plan_id if plan_id is not None else self.plan_id

    def enter(self) -> None:
        """Show what is kept at once, and read it again where something has changed."""
        self.show_kept()
        self.views.focus_view()
        if self.listed is not None:
            QTimer.singleShot(_AFTER_PAINT_MS, self, self._want)
        else:
            self._want()

    @Slot()
    def _want(self) -> None:
        """Have the list read again where it no longer holds."""
        self.keeper.want(self.plan_id, self.clock.today)

    def show_kept(self) -> None:
        """Show the list that is kept, where it is of this plan."""
        kept = self.keeper.kept_for(self.plan_id)
        if kept is not None:
            self._show(kept)

    def show_changes(self, changes: Changes) -> None:
        """Deadlines, marks or plans may have changed."""
        self.keeper.note(changes)
        if self.isVisible():
            self._want()

    def stop_copying(self) -> None:
        """Stop copying files, before the window goes away."""
        self.commands.stop_copying()

    def show_filter(self, wanted: LineFilter) -> None:
        """Show what another page asks for, as a list, and once more when a list that is being read is there."""
        self._wanted = wanted
        self.views.choose(LIST)
        if self.listed is not None:
            self._take_wanted()

    @Slot()
    def focus_search(self) -> None:
        """Ctrl+F: look for words."""
        self.filters.words.setFocus()
        self.filters.words.selectAll()

    @Slot()
    def mark_selected(self) -> None:
        """Ask for day and document, then mark the selected milestones as met."""
        self.commands.mark()

    @Slot()
    def go_to_row(self) -> None:
        """Open the row of the plan that the first selected milestone belongs to."""
        if self.selected:
            self._go_to(self.selected[0])

    @Slot(object)
    def _go_to(self, line: Line) -> None:
        if self.plan_id is not None:
            self.plan_wanted.emit(self.plan_id, line.appendix_id, line.row_id)

    @Slot(object)
    def _take(self, listed: MilestoneList) -> None:
        """A list was read again; one that nobody looks at is shown when the page comes to the front."""
        if self.isVisible():
            self._show(listed)

    def _show(self, listed: MilestoneList) -> None:
        if listed is not self.listed:
            self.listed = listed
            self._dated = sum(line.due is not None for line in listed.lines)
            self.plan_id = listed.plan.id if listed.plan else None
            self.title.setToolTip(listed.plan.title if listed.plan else "")
            self.chooser.show_plans(listed.plans, listed.plan)
            self.filters.show_choices(listed)
            self.table.lines.filter = self.filters.wanted
            self.views.show_list(listed)
        self._take_wanted()
        self._describe()

    def _take_wanted(self) -> None:
        if self._wanted is None:
            return
        self.filters.show_filter(self._wanted)
        if self.keeper.is_fresh:
            self._wanted = None
        self._filter(self.filters.wanted)

    @Slot(object)
    def _filter(self, wanted: LineFilter) -> None:
        if wanted != self.table.lines.filter:
            self.table.lines.set_filter(wanted)
        self._describe()

    @Slot(object)
    def _choose(self, plan: PlanSummary) -> None:
        self.plan_id = plan.id
        self.plan_shown.emit(plan)
        self.keeper.want(plan.id, self.clock.today)

    @Slot()
    def _describe(self) -> None:
        """Counts, what can be done, and why nothing is there."""
        selected = self.selected
        can = possible(selected)
        self.foot.allow(mark=can.mark, cancel=can.cancel, answer=can.answer, reopen=can.reopen, go=can.go)
        self.foot.count(len(self.table.lines.shown), self._dated, len(selected), self.table.lines.filter)
        self.views.why_empty(text(self._why_empty()))

    def _why_empty(self) -> str:
        if self.listed is None:
            return "tracking_page.reading"
        if self.listed.plan is None:
            return "tracking_page.empty_register"
        has_filter = self.table.lines.filter != LineFilter()
        return "tracking_page.empty" if has_filter else "tracking_page.empty_plan"

    def _connect(self) -> None:
        self.keeper.ready.connect(self._take)
        self.chooser.plan_chosen.connect(self._choose)
        self.filters.changed.connect(self._filter)
        self.table.lines.modelReset.connect(self._describe)
        self.views.selection_changed.connect(self._describe)
        self.views.line_chosen.connect(self._go_to)
        self.foot.go.clicked.connect(self.go_to_row)
        commands, foot = self.commands, self.foot
        for button, command in (
            (foot.mark, commands.mark),
            (foot.cancel, commands.cancel),
            (foot.reopen, commands.reopen),
            (foot.answer_yes, commands.answer_yes),
            (foot.answer_no, commands.answer_no),
        ):
            button.clicked.connect(command)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys).activated.connect(foot.mark.click)
        for place, view in enumerate(self.views.switch.buttons, 1):
            self._shortcut(f"Ctrl+{place}").activated.connect(view.click)

    def _shortcut(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _lay_out(self) -> None:
        self.header.addWidget(self.views.switch)
        self.header.addSpacing(GAP)
        self.header.addWidget(self.chooser)
        self.header.addWidget(self.prints.button)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.views)
        self.body.addWidget(self.filters)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.foot)
        self.body.setSpacing(GAP - 2)
