"""What all plans share: units, the reporting calendar, the staff, the office itself, the log, accounts, forms."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QWidget

from app.ports import Changes
from app.texts import text
from ui.operations import Operations
from ui.pages.directory_accounts import AccountsTab
from ui.pages.directory_calendar import CalendarTab
from ui.pages.directory_kits import KitsTab
from ui.pages.directory_office import OfficeTab
from ui.pages.directory_staff import StaffTab
from ui.pages.directory_tab import DirectoryTab
from ui.pages.directory_units import UnitsTab
from ui.pages.log_tab import LogTab
from ui.pages.page import Page

UNITS, CALENDAR, STAFF, OFFICE, LOG, ACCOUNTS, KITS = range(7)
_NAMES = ("units", "calendar", "staff", "office", "log", "accounts", "kits")


class DirectoryPage(Page):
    """Tabs; what the last step did is said beside them."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("directory_page.title"), parent)
        self.bar = QTabBar(drawBase=False, expanding=False, usesScrollButtons=False)
        self.news = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.news.setObjectName("quiet")
        self.news.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.units, self.calendar, self.staff = UnitsTab(operations), CalendarTab(operations), StaffTab(operations)
        self.office, self.log = OfficeTab(operations), LogTab(operations)
        self.accounts, self.kits = AccountsTab(operations), KitsTab(operations)
        self.tabs: tuple[DirectoryTab, ...] = (
            self.units, self.calendar, self.staff, self.office, self.log, self.accounts, self.kits,
        )  # fmt: skip
        self._stack = QStackedWidget()
        for tab, name in zip(self.tabs, _NAMES, strict=True):
            self.bar.addTab(text(f"directory_page.tab_{name}"))
            self._stack.addWidget(tab)
            tab.said.connect(self.news.setText)
        self.log.place_wanted.connect(self.plan_wanted)
        self.accounts.actor_changed.connect(self.actor_changed)
        line = QHBoxLayout()
        line.addWidget(self.bar)
        line.addWidget(self.news, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._show_tab)

    @property
    def tab(self) -> DirectoryTab:
        """The tab in front."""
        return self.tabs[self.bar.currentIndex()]

    def show_tab(self, place: int) -> None:
        """Bring a tab to the front: UNITS, CALENDAR, STAFF, OFFICE, LOG, ACCOUNTS or KITS."""
        self.bar.setCurrentIndex(place)

    def enter(self) -> None:
        """Read the tab in front."""
        for tab in self.tabs:
            tab.clock = self.clock
        self.tab.read()
        self.tab.take_focus()

    def show_changes(self, changes: Changes) -> None:
        """Units, calendar, staff, the office, or the spellings in the plans may have changed."""
        if self.isVisible() and (changes.directories or changes.plans):
            self.tab.read()

    @Slot(int)
    def _show_tab(self, place: int) -> None:
        self.news.clear()
        self._stack.setCurrentIndex(place)
        self.enter()
