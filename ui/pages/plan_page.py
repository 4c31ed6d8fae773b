"""The page of one plan: a tab per appendix, its table, and the details of the selected row."""

from ui.operations import Operations
from ui.pages.page import Page


class PlanPage(Page):
    """Shows one plan and lets it be edited like a spreadsheet."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.plan_id: int | None = None
        self._preferred: int | None = None

    @property
    def has_plan(self) -> bool:
        """Whether a plan is open."""
        return self.plan_id is not None

    def prefer(self, plan_id: int) -> None:
        """Open this plan first, when it is still there."""
        self._preferred = plan_id

    def open_any(self) -> bool:
        """Open the preferred or newest plan; False when there is none."""
        plans = self.operations.read_now(lambda work: work.list_plans())
        ids = [plan.id for plan in plans]
        if ids:
            self.open_plan(self._preferred if self._preferred in ids else ids[-1])
        return bool(ids)

    def open_plan(self, plan_id: int, appendix_id: int | None = None, row_id: int | None = None) -> None:
        """Show the plan, at the given appendix and row when told."""
        self.plan_id = plan_id

    def finish_editing(self) -> None:
        """Commit the cell being typed in."""

    def focus_search(self) -> None:
        """Put the cursor in the search box."""
