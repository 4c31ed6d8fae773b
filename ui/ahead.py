"""Makes the list of milestones and its page while nobody waits for them, so that the first opening takes no time."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Slot

from ui.milestone_keeper import keeper_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.tracking_page import TrackingPage


class MakeAhead(QObject):
    """Waits until nothing is going on, reads the list, makes the page, fills it: one after the other, with the
    window's own events between them."""

    def __init__(self, window: "MainWindow", plan_id: int | None) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = keeper_of(window.operations)
        self._keeper.ready.connect(self._make)
        self._keeper.prepare(plan_id, window.today)

    @Slot()
    def _make(self) -> None:
        self._keeper.ready.disconnect(self._make)
        self._window.page("tracking")
        if self._window.plan_page.has_plan:
            self._window.plan_page.tracking.follow()
        QTimer.singleShot(0, self, self._fill)

    @Slot()
    def _fill(self) -> None:
        cast("TrackingPage", self._window.page("tracking")).show_kept()
        self.deleteLater()
