"""The page of one plan: a tab per appendix, its table, and the details of the selected row."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from app.domain.access import Right
from app.domain.plan import Appendix
from app.ports import AppendixSummary, Changes, PlanSummary, SearchHit, Work
from ui.actions import Actions
from ui.operations import Operations
from ui.pages.appendix_commands import AppendixCommands
from ui.pages.plan_details import RowDetails
from ui.pages.plan_editing import PlanEditing
from ui.pages.plan_frame import PlanFrame
from ui.pages.plan_states import PlanStateKeeper
from ui.widgets.row_panel import LOG, PROGRESS, WORDS

if TYPE_CHECKING:
    from ui.pages.plan_prints import PlanPrints
    from ui.pages.plan_tracking import PlanTracking

_PANEL_TABS = {"panel_words": WORDS, "panel_progress": PROGRESS, "panel_log": LOG}


class PlanPage(PlanFrame):
    """Shows one plan and lets it be edited like a spreadsheet."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.plan_id: int | None = None
        self._preferred: tuple[int, int | None, int | None] | None = None
        self._wanted_row: int | None = None
        self.editing = PlanEditing(self.table, self.panel, operations, self.banner, self)
        self.states = PlanStateKeeper(self, self.editing.columns)
        self.details = RowDetails(self.table, self.panel, self)
        self.appendices = AppendixCommands(self.tabs, self.table.appendix_model, operations, self)
        self._connect()
        self._ask_rights()

    @cached_property
    def tracking(self) -> "PlanTracking":
        """The commands of the row's panel; made when they are first needed, behind the table's first picture."""
        from ui.pages.plan_tracking import PlanTracking

        tracking = PlanTracking(self.panel, self)
        tracking.plan_id = self.plan_id
        return tracking

    @cached_property
    def _prints(self) -> "PlanPrints":
        from ui.pages.plan_prints import PlanPrints

        return PlanPrints(self)

    @property
    def has_plan(self) -> bool:
        """Whether a plan is open."""
        return self.plan_id is not None

    @property
    def spot(self) -> tuple[int | None, int | None, int | None]:
        """Ids of the plan, the appendix and the row in use."""
        place = self.table.place
        row = self.table.appendix_model.row(place[0]).id if place is not None else None
        return self.plan_id, self.tabs.appendix_id, row

    def prefer(self, plan_id: int, appendix_id: int | None = None, row_id: int | None = None) -> None:
        """Open this plan first, when it is still there, at the given appendix and row."""
        self._preferred = (plan_id, appendix_id, row_id)

    def open_any(self) -> bool:
        """Open the preferred or newest plan; False when there is none."""
        ids = [plan.id for plan in self.operations.read_now(_list_plans)]
        if ids:
            wanted = self._preferred
            self.open_plan(*(wanted if wanted and wanted[0] in ids else (ids[-1], None, None)))
        return bool(ids)

    def open_plan(self, plan_id: int, appendix_id: int | None = None, row_id: int | None = None) -> None:
        """Show the plan, at the given appendix and row when told."""
        self.finish_editing()
        first = self.plan_id is None
        self.plan_id = plan_id
        if self._is_tracking:
            self.tracking.plan_id = plan_id
        self._read_plan(appendix_id)
        self._read_appendix(row_id)
        if first:
            self.editing.offer_drafts(plan_id, self._go_to)

    def finish_editing(self) -> None:
        """Commit the cell being typed in."""
        self.editing.finish()

    def stop_copying(self) -> None:
        """Copy no more files; to be called before the window goes away."""
        if self._is_tracking:
            self.tracking.proofs.stop()

    def focus_search(self) -> None:
        """Put the cursor in the search box."""
        self.search_box.setFocus()
        self.search_box.selectAll()

    def use_actions(self, actions: Actions) -> None:
        """Connect the commands of the menus."""
        self.editing.use_actions(actions)
        self.appendices.use_actions(actions)
        for name in _PANEL_TABS:
            actions[name].triggered.connect(self._open_tab)
        actions["row_panel"].triggered.connect(self._toggle_panel)
        actions["plan_text"].triggered.connect(self._show_text)
        self.text_button.clicked.connect(self._show_text)
        actions["print"].triggered.connect(self._print)
        actions["export"].triggered.connect(self._export)
        self.use_buttons(actions)

    def enter(self) -> None:
        """The table takes the keys."""
        self.table.setFocus()

    def show_changes(self, changes: Changes) -> None:
        """Read again what others have changed; what was changed here is shown already."""
        own = self.editing.take_own()
        if self._is_tracking:
            self.tracking.show_changes(changes)
        self.states.show_changes(changes)
        if self.plan_id is None or self.plan_id not in changes.plans or own:
            return
        if changes.cells_only:
            self._ask_appendix()
        elif self.plan_id in [plan.id for plan in self.operations.read_now(_list_plans)]:
            self._read_plan(None)
            self._ask_appendix()
        else:
            self._close_plan()

    @property
    def _is_tracking(self) -> bool:
        return "tracking" in self.__dict__

    # Slots, not partials: they go with the page, when the data are replaced or somebody else signs in.
    @Slot()
    def _open_tab(self) -> None:
        self.panel.open_tab(_PANEL_TABS[self.sender().objectName()])

    @Slot()
    def _follow_tab(self) -> None:
        self.tracking.follow()

    def _close_plan(self) -> None:
        """The plan has gone: another one, or the list."""
        self.plan_id = None
        if not self.open_any():
            self.page_wanted.emit("plans")

    def _read_plan(self, appendix_id: int | None) -> None:
        """Title, chooser and tabs; small, and needed at once."""
        plan_id = self.plan_id
        if plan_id is None:
            return
        plans, appendices = self.operations.read_now(partial(_outline, plan_id=plan_id))
        self.show_plans(plans, plan_id)
        self.tabs.show_appendices(appendices, appendix_id)
        self.appendices.plan_id = plan_id
        self.states.show_plan(plan_id)
        self.editing.read_suggestions()
        self.plan_shown.emit(next((plan for plan in plans if plan.id == plan_id), None))

    def _read_appendix(self, row_id: int | None = None) -> None:
        """Show the appendix in front at once, at a row when told."""
        appendix_id = self.tabs.appendix_id
        appendix = Appendix("", "", ())
        if appendix_id is not None:
            appendix = self.operations.read_now(lambda work: work.get_appendix(appendix_id))
        self._show_appendix(appendix)
        row = self.table.appendix_model.row_of_id(row_id) if row_id is not None else None
        if row is not None:
            self.table.go_to(row, 1)

    def _ask_appendix(self) -> None:
        """Read the appendix in front again without making anybody wait."""
        appendix_id = self.tabs.appendix_id
        if appendix_id is None:
            self._show_appendix(Appendix("", "", ()))
            return
        asked = self.operations.write_count
        self.operations.read(lambda work: work.get_appendix(appendix_id), partial(self._show_read, asked))

    def _show_read(self, asked: int, appendix: Appendix) -> None:
        if asked != self.operations.write_count:
            self._ask_appendix()
        elif appendix.id == self.tabs.appendix_id:
            self._show_appendix(appendix)

    def _show_appendix(self, appendix: Appendix) -> None:
        self.table.show_appendix(appendix)
        if self.isVisible():
            self._describe()
        else:
            # at the start the table is painted before the details of its row are made
            self.describe(appendix)
            self.details.show_soon()

    @Slot()
    def _describe(self) -> None:
        """What is said about the appendix, and the details of the row in use."""
        self.describe(self.table.appendix_model.appendix)
        self.details.show()

    @Slot()
    def _tab_changed(self) -> None:
        self.finish_editing()
        self._read_appendix()

    @Slot(int)
    def _show_new_appendix(self, appendix_id: int) -> None:
        self._read_plan(appendix_id)
        self._read_appendix()
        self.table.setFocus()

    @Slot(int)
    def _plan_chosen(self, place: int) -> None:
        plan_id = self.chooser.itemData(place)
        if plan_id != self.plan_id:
            self.open_plan(plan_id)

    @Slot(str)
    def _search(self, words: str) -> None:
        self.operations.read(lambda work: work.search(words, 12), partial(self.search_box.show_hits, words))

    @Slot(object)
    def _go_to_hit(self, hit: SearchHit) -> None:
        self.open_plan(hit.plan_id, hit.appendix_id, hit.row_id)
        self.table.setFocus()

    def _go_to(self, appendix_id: int, row_id: int) -> None:
        if self.plan_id is not None:
            self.open_plan(self.plan_id, appendix_id, row_id)

    @Slot()
    def _toggle_panel(self) -> None:
        self.panel.setVisible(self.panel.isHidden())

    @Slot()
    def _show_text(self) -> None:
        self.finish_editing()
        self.page_wanted.emit("plan_text")

    @Slot()
    def _print(self) -> None:
        self._prints.show_preview()

    @Slot()
    def _export(self) -> None:
        self._prints.ask_export()

    def _ask_rights(self) -> None:
        rights, buttons = self.operations.rights, self.buttons
        rights.need(Right.ENTER, buttons["add_row"], buttons["undo"])
        rights.need(Right.MANAGE, buttons["import"])
        rights.follow(Right.ENTER, self, self.table.allow_writing)
        self.table.typing_forbidden.connect(self.say_only_read)
        rights.follow(Right.ENTER, self, self.panel.fields.allow_writing)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.panel.tabs.currentChanged.connect(self._follow_tab)
        self.appendices.about_to_leave.connect(self.finish_editing)
        self.appendices.appendix_wanted.connect(self._show_new_appendix)
        self.chooser.activated.connect(self._plan_chosen)
        self.editing.commands.appendix_changed.connect(self._describe)
        self.search_box.wanted.connect(self._search)
        self.search_box.chosen.connect(self._go_to_hit)
        self.search_box.all_wanted.connect(self.search_wanted)


def _list_plans(work: Work) -> list[PlanSummary]:
    return work.list_plans()


def _outline(work: Work, plan_id: int) -> tuple[list[PlanSummary], list[AppendixSummary]]:
    return work.list_plans(), work.list_appendices(plan_id)
