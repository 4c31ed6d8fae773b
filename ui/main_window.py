"""The window: side bar, menu bar, one page in front, news above it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.texts import text
from ui.actions import Actions
from ui.backup_commands import BackupCommands
from ui.care import Care
from ui.clock import Clock
from ui.computer import Computer
from ui.help_commands import HelpCommands
from ui.look_commands import LookCommands
from ui.messages import Messages
from ui.office_name import OfficeName
from ui.operations import Operations
from ui.pages import FIRST_RUN, PAGES, PLAN_TEXT, SETTINGS
from ui.pages.page import Page
from ui.sign_in import SignIn
from ui.start_up import StartUp
from ui.ways import Ways
from ui.widgets.banner import Banner
from ui.widgets.side_bar import SideBar
from ui.worker import Worker

if TYPE_CHECKING:
    from app.ports import Changes, PlanSummary, Storage
    from app.ports.backups import BackupStore
    from app.ports.proofs import ProofStore
    from app.ports.support import SupportStore
    from ui.pages.plan_page import PlanPage

_SIZE = (1366, 740)


class MainWindow(QMainWindow):
    """Shows pages and carries news between them; what a page does is its own business.

    Makes no use of the storage until ``start`` or a page asks for it.
    """

    first_painted = Signal()
    started = Signal()
    """The first page has been brought to the front."""

    def __init__(
        self,
        storage: Storage,
        data_folder: Path,
        today: date,
        proofs: ProofStore | None = None,
        backups: BackupStore | None = None,
        support: SupportStore | None = None,
    ) -> None:
        """``proofs`` keeps the files of proofs, ``backups`` backs the data up; without them none are taken in, or
        made. ``support`` knows facts about the data for a support package."""
        super().__init__()
        self._proofs = proofs
        self._painted = False
        self.today = today
        self.clock = Clock(today)
        self.data_folder = data_folder
        self.operations = Operations(storage, self)
        self.settings = QSettings(str(data_folder / "window.ini"), QSettings.Format.IniFormat)
        self.computer = Computer(self.settings, data_folder, self)
        self.actions_ = Actions(self)
        self.side_bar = SideBar([(spec.name, spec.icon) for spec in PAGES])
        self.banner = Banner()
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._lay_out()
        self._messages = Messages(self, self.banner, data_folder)
        self.worker = Worker(self.operations, self.clock, self)
        self.office_name = OfficeName(self.operations, self)
        self.backup = BackupCommands(self, backups) if backups is not None else None
        self.care = Care(self, support, backups)
        self.help = HelpCommands(self)
        self.look = LookCommands(self)
        self.sign_in = SignIn(self)
        self.ways = Ways(self)
        self._start_up = StartUp(self)
        self._connect()
        self.setWindowTitle(text("window.program_name"))
        self.resize(*_SIZE)
        self._restore()

    @property
    def current_page(self) -> Page:
        """The page in front."""
        return cast(Page, self._stack.currentWidget())

    @property
    def page_name(self) -> str:
        """The name of the page in front; "" before the first is there."""
        return next((name for name, page in self._pages.items() if page is self.current_page), "")

    def page(self, name: str) -> Page:
        """The page ``name``, made when first asked for. KeyError for an unknown name."""
        if name not in self._pages:
            spec = {spec.name: spec for spec in (*PAGES, FIRST_RUN, PLAN_TEXT, SETTINGS)}[name]
            page = spec.make(self.operations)
            page.page_wanted.connect(self.show_page)
            page.plan_shown.connect(self._show_plan)
            self.ways.lead_from(page)
            page.actor_changed.connect(self.sign_in.adopt)
            page.clock = self.clock
            page.proofs = self._proofs
            page.computer = self.computer
            page.use_actions(self.actions_)
            self.care.place.follow(page)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Bring the page ``name`` to the front; the plan page without any plan gives way to the list."""
        page = self.page(name)
        if name == "plan" and not self.plan_page.has_plan and not self.plan_page.open_any():
            name, page = "plans", self.page("plans")
        self._stack.setCurrentWidget(page)
        self.side_bar.show_page("plan" if name == PLAN_TEXT.name else name)
        self.actions_.allow_plan(name == "plan")
        page.follow_plan(self.plan_id)
        page.enter()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit what is being typed, wait until all is on disk, remember where we were."""
        self.finish_editing()
        for page in self._pages.values():
            page.stop_copying()
        self.sign_in.stop()
        self.care.stop()
        self.settings.setValue("geometry", self.saveGeometry())
        if self.backup is not None:
            self.backup.stop()
        self.operations.close()
        self.settings.sync()
        super().closeEvent(event)

    def has_page(self, name: str) -> bool:
        """Whether the page ``name`` was made already."""
        return name in self._pages

    @property
    def plan_page(self) -> PlanPage:
        """The page of the open plan."""
        return cast("PlanPage", self.page("plan"))

    @property
    def plan_id(self) -> int | None:
        """The id of the plan that is open; None where there is none."""
        page = self._pages.get("plan")
        return cast("PlanPage", page).plan_id if page is not None else None

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        frame = QHBoxLayout()
        frame.setContentsMargins(18, 8, 18, 0)
        frame.addWidget(self.banner)
        column.addLayout(frame)
        column.addWidget(self._stack, 1)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side_bar)
        line.addWidget(content, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        operations = self.operations
        operations.changed.connect(self._pass_on)
        operations.saved.connect(self.side_bar.show_saved)
        operations.history_changed.connect(self.actions_.show_history)
        operations.refused.connect(self.banner.show_sentence)
        operations.trouble.connect(self._messages.show_trouble)
        operations.crashed.connect(self.care.crashes.note)
        self._stack.currentChanged.connect(self.care.place.note)
        self.side_bar.chosen.connect(self.show_page)
        self.started.connect(self.actions_.dress)
        self.started.connect(self.office_name.read)
        self.started.connect(self.worker.start)
        self.side_bar.worker_wanted.connect(self.worker.choose)
        self.worker.changed.connect(self.side_bar.show_worker)
        operations.changed.connect(self.worker.show_changes)
        operations.changed.connect(self.office_name.show_changes)
        self.office_name.changed.connect(self.side_bar.show_own_office)
        self.actions_["quit"].triggered.connect(self.close)
        self.actions_["undo"].triggered.connect(operations.undo)
        self.actions_["redo"].triggered.connect(operations.redo)
        self.actions_["about"].triggered.connect(self._messages.show_about)

    def _restore(self) -> None:
        geometry = self.settings.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first picture is the frame alone; what the pages need is loaded behind it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._tell_painted)

    @Slot()
    def start(self) -> None:
        """Open the data on a worker, then bring the last plan to the front."""
        self._start_up.begin()

    @Slot()
    def _tell_painted(self) -> None:
        self.first_painted.emit()

    @Slot(object)
    def _show_plan(self, plan: PlanSummary | None) -> None:
        """Whose plan is open, in the side bar and the window's title; the plan page shows the same."""
        if plan and self.plan_id not in (None, plan.id):
            self.plan_page.open_plan(plan.id)
            return
        self.side_bar.show_office(plan.issuing_body if plan else None)
        name = text("window.program_name")
        self.setWindowTitle(text("window.window_title", plan=plan.title) if plan else name)

    def finish_editing(self) -> None:
        """Commit what is being typed."""
        for page in self._pages.values():
            page.finish_editing()

    def show_other_data(self) -> None:
        """The data were replaced: forget every page, and begin with them again."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.sign_in.begin(self._begin_again)

    def _begin_again(self) -> None:
        self.operations.say_all_changed()
        self.show_page("home")

    @Slot(object)
    def _pass_on(self, changes: Changes) -> None:
        for page in list(self._pages.values()):  # showing a change may make a page
            page.show_changes(changes)
