"""The print preview and the export of a plan, and what they read."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.documents.state_column import PlanStates, plan_states
from app.domain.body import Body
from app.domain.plan import Plan
from app.domain.settings import Settings
from app.exchange.calendars import default_calendar
from app.ports import Work
from app.services.settings import read_settings
from app.services.tracking import rows_of

if TYPE_CHECKING:
    from ui.pages.plan_page import PlanPage


def what_to_print(work: Work, plan_id: int, today: date) -> tuple[Plan, PlanStates, Body | None]:
    """The whole plan, the states of its tasks ``today``, and its text where it was imported with one."""
    plan, rows = rows_of(work, plan_id, default_calendar())
    return plan, plan_states(plan, rows, today), work.body(plan_id)


class PlanPrints(QObject):
    """Opens the dialogs over the page of the plan."""

    def __init__(self, page: "PlanPage") -> None:
        super().__init__(page)
        self._page = page

    def show_preview(self) -> None:
        """Show the plan as it goes on paper."""
        from ui.dialogs.print_preview import PrintPreview

        self._read(lambda plan, states, body, usual: PrintPreview(plan, states, self._page, body, usual).open())

    def ask_export(self) -> None:
        """Ask for kind and file, then write the plan."""
        from ui.dialogs.export_dialog import ExportDialog

        self._read(
            lambda plan, states, body, usual: ExportDialog(plan, states, self._page, body=body, usual=usual).open()
        )

    def _read(self, on_done: Callable[[Plan, PlanStates, Body | None, Settings], None]) -> None:
        """Read the whole plan, its states and its text, and what a print begins with, for a dialog; what is being typed
        and all writes before this are included."""
        self._page.finish_editing()
        if self._page.plan_id is not None:
            use_case = partial(_with_settings, plan_id=self._page.plan_id, today=self._page.clock.today)
            self._page.operations.read_after_writes(use_case, lambda found: on_done(*found))


def _with_settings(work: Work, plan_id: int, today: date) -> tuple[Plan, PlanStates, Body | None, Settings]:
    return *what_to_print(work, plan_id, today), read_settings(work)
