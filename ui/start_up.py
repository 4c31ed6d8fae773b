"""From the first picture to the first page: the data opened, whoever works asked, the last place found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from app.ports import History
    from ui.main_window import MainWindow

_AFTER_START_MS = 300


class StartUp(QObject):
    """Brings the last plan to the front, then lets the window say that it has ``started``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """Open the data on a worker, then go on."""
        self._window.operations.open(self._show_first, self._cannot_open)

    def _show_first(self, history: History) -> None:
        self._window.actions_.show_history(history)
        self._window.sign_in.begin(self._show_last)

    def _show_last(self) -> None:
        window, last = self._window, self._window.care.place.last()
        if last.plan is not None:
            window.plan_page.prefer(last.plan, last.appendix, last.row)
        window.show_page("plan")
        if last.page is not None and window.plan_page.has_plan:
            window.show_page(last.page)
        if not window.plan_page.has_plan:
            self._begin_first_run()
        QTimer.singleShot(_AFTER_START_MS, self, self._tell_started)

    def _begin_first_run(self) -> None:
        from ui.first_run import FirstRun

        FirstRun(self._window)

    @Slot()
    def _tell_started(self) -> None:
        from ui.ahead import MakeAhead

        self._window.started.emit()
        MakeAhead(self._window, self._window.plan_id)

    def _cannot_open(self, sentence: str) -> None:
        from ui.refusal import show_refusal

        show_refusal(sentence)
        QApplication.exit(1)
