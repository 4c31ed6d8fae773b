"""The first start: one page instead of an empty list, and where its ways lead."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from app.services.office import is_first_run

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.first_run_page import FirstRunPage
    from ui.pages.import_page import ImportPage


class FirstRun(QObject):
    """Shows the page where the register holds neither a plan nor anything about the office."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        if window.operations.read_now(is_first_run):
            page = cast("FirstRunPage", window.page("first_run"))
            page.file_wanted.connect(self._choose_file)
            page.template_wanted.connect(self._choose_template)
            window.show_page("first_run")

    @Slot()
    def _choose_file(self) -> None:
        self._window.show_page("import")
        cast("ImportPage", self._window.page("import")).choose_files()

    @Slot(int, str)
    def _choose_template(self, year: int, office: str) -> None:
        from ui.dialogs.new_plan import NewPlanDialog

        dialog = NewPlanDialog(self._window.operations, self._window)
        dialog.year.show_year(year)
        dialog.office.setText(office)
        dialog.created.connect(self._window.ways.open_plan_id)
        dialog.open()
