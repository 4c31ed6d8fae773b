"""What can be printed and exported of a plan that is followed: Sổ đôn đốc and the annex of results."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton

from app.domain.line_filter import LineFilter, periods_in, units_in_lines
from app.domain.milestone_lines import lines_of
from app.exchange.calendars import default_calendar
from app.ports import Work
from app.services.settings import soon_days
from app.services.tracking import rows_of
from app.texts import text
from ui.icons import icon

if TYPE_CHECKING:
    from ui.dialogs.reminder_preview import Followed
    from ui.pages.tracking_page import TrackingPage


def read_followed(work: Work, plan_id: int, today: date, shown: LineFilter) -> "Followed":
    """The plan with all that the two documents are made from."""
    from ui.dialogs.reminder_preview import Followed

    soon = soon_days(work)
    plan, rows = rows_of(work, plan_id, default_calendar())
    dated = [line for line in lines_of(plan, rows, today, soon) if line.due]
    nobody = [""] if any(not line.units for line in dated) else []
    return Followed(plan, rows, [*units_in_lines(dated), *nobody], periods_in(dated), today, shown, soon)


class TrackingPrints(QObject):
    """``button`` opens a menu with the documents; Ctrl+P opens the first of them."""

    def __init__(self, page: "TrackingPage") -> None:
        super().__init__(page)
        self._page = page
        self.button = QPushButton(text("print.menu"))
        self.button.setIcon(icon("print"))
        self.button.setToolTip(text("print.menu_tip"))
        self.menu = QMenu(self.button)
        self.reminders = self.menu.addAction(text("print.menu_reminders"), self.open_reminders)
        self.results = self.menu.addAction(text("print.menu_results"), self.open_results)
        self.button.setMenu(self.menu)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open_reminders)

    @Slot()
    def open_reminders(self) -> None:
        """Show Sổ đôn đốc, for the unit and the period that the page shows."""
        self._read(self._show_reminders)

    @Slot()
    def open_results(self) -> None:
        """Show the annex of results."""
        self._read(self._show_results)

    def _read(self, show: Callable[["Followed"], None]) -> None:
        page = self._page
        if page.plan_id is not None:
            use_case = partial(read_followed, plan_id=page.plan_id, today=page.clock.today, shown=page.filters.wanted)
            page.operations.read_after_writes(use_case, show)

    def _show_reminders(self, followed: "Followed") -> None:
        from ui.dialogs.reminder_preview import ReminderPreview

        ReminderPreview(followed, self._page).open()

    def _show_results(self, followed: "Followed") -> None:
        from ui.dialogs.results_preview import ResultsPreview

        ResultsPreview(followed, self._page).open()
