"""The ways between pages: what leads to a row, to milestones, to the search, to the staff, to files dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from ui.widgets.file_drop import FileDrop

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.line_filter import LineFilter
    from ui.main_window import MainWindow
    from ui.pages.directory_page import DirectoryPage
    from ui.pages.import_page import ImportPage
    from ui.pages.page import Page
    from ui.pages.search_page import SearchPage
    from ui.pages.tracking_page import TrackingPage


class Ways(QObject):
    """Brings a page to the front and tells it what to show there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions = window.actions_
        actions["open_plans"].triggered.connect(self._show_plans)
        actions["new_plan"].triggered.connect(self._new_plan)
        actions["import"].triggered.connect(self._show_import)
        actions["find"].triggered.connect(self._find)
        actions["log"].triggered.connect(self._show_log)
        window.worker.nobody_there.connect(self._show_staff)
        FileDrop(window).dropped.connect(self._import_files)

    def lead_from(self, page: Page) -> None:
        """Follow what ``page`` asks for from now on."""
        page.plan_wanted.connect(self.open_plan)
        page.search_wanted.connect(self.search)
        page.milestones_wanted.connect(self.show_milestones)

    @Slot(object, object, object)
    def open_plan(self, plan_id: int, appendix_id: int | None = None, row_id: int | None = None) -> None:
        """Bring a plan to the front, at the given appendix and row when told."""
        self._window.plan_page.open_plan(plan_id, appendix_id, row_id)
        self._window.show_page("plan")

    @Slot(int)
    def open_plan_id(self, plan_id: int) -> None:
        """Bring a plan to the front."""
        self.open_plan(plan_id)

    @Slot(object)
    def show_milestones(self, wanted: LineFilter) -> None:
        """Bring the tracking page to the front with the milestones that ``wanted`` lets through."""
        self._window.show_page("tracking")
        cast("TrackingPage", self._window.page("tracking")).show_filter(wanted)

    @Slot(str)
    def search(self, words: str) -> None:
        """Bring the search page to the front with what is found for ``words``."""
        self._window.show_page("search")
        cast("SearchPage", self._window.page("search")).show_words(words)

    @Slot()
    def _show_staff(self) -> None:
        from ui.pages.directory_page import STAFF

        self._show_directory(STAFF)

    @Slot()
    def _show_log(self) -> None:
        from ui.pages.directory_page import LOG

        self._show_directory(LOG)

    def _show_directory(self, tab: int) -> None:
        self._window.show_page("directory")
        cast("DirectoryPage", self._window.page("directory")).show_tab(tab)

    @Slot()
    def _show_plans(self) -> None:
        self._window.show_page("plans")

    @Slot()
    def _new_plan(self) -> None:
        from ui.dialogs.new_plan import NewPlanDialog

        dialog = NewPlanDialog(self._window.operations, self._window)
        dialog.created.connect(self.open_plan_id)
        dialog.open()

    @Slot()
    def _show_import(self) -> None:
        self._window.show_page("import")

    @Slot(object)
    def _import_files(self, paths: list[Path]) -> None:
        """Files dropped on the window: show them on the import page."""
        self._window.show_page("import")
        cast("ImportPage", self._window.page("import")).open_files(paths)

    @Slot()
    def _find(self) -> None:
        """Ctrl+F goes to the search field of the page in front where it has one, else to the search page."""
        if self._window.page_name == "plan":
            self._window.plan_page.focus_search()
        elif self._window.page_name == "tracking":
            cast("TrackingPage", self._window.page("tracking")).focus_search()
        else:
            self._window.show_page("search")
