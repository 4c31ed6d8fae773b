"""The states of the rows on the plan page: read behind what is being done, shown beside the table and on the tabs."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu

from app.services.display import hide_states, states_hidden
from app.texts import text
from ui.pages.column_commands import ColumnCommands
from ui.pages.plan_frame import PlanFrame
from ui.widgets.row_panel import PROGRESS

if TYPE_CHECKING:
    from app.ports import Changes, Work
    from app.services.row_states import RowStates

_READ_AFTER_MS = 400
"""How long nothing may have been stored before the states are read: typing on costs nothing."""
_LOOK_AT_CLOCK_MS = 30_000


class PlanStateKeeper(QObject):
    """Keeps the states of ``page``'s plan right: after each change that touches it, and when a day has passed."""

    state_chosen = Signal(int)
    """Row id of an item row whose progress is wanted."""
    shown = Signal()
    """States that were read are on the screen."""

    def __init__(self, page: PlanFrame, columns: ColumnCommands) -> None:
        super().__init__(page)
        self.states: RowStates | None = None
        """What is shown, perhaps out of date."""
        self.menu: QMenu | None = None
        """The strip's menu opened last."""
        self._page = page
        self._operations = page.operations
        self._plan_id: int | None = None
        self._reading = False
        self._soon = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._soon.timeout.connect(self._read)
        self._clock = QTimer(self, interval=_LOOK_AT_CLOCK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self.look_at_clock)
        page.table.appendix_model.state_said = self._say
        for failed in (self._operations.trouble, self._operations.crashed):
            failed.connect(self._stop_waiting)
        columns.menu_opened.connect(self._add_entry)
        page.strip.menu_wanted.connect(self._open_menu)
        page.strip.state_chosen.connect(self._open_progress)

    @property
    def waiting(self) -> bool:
        """Whether states are still to come."""
        return self._reading or self._soon.isActive()

    @property
    def hidden(self) -> bool:
        """Whether the clerk does not want to see the states."""
        return self._page.strip.isHidden()

    def show_plan(self, plan_id: int) -> None:
        """Follow this plan; the states of another are shown no longer."""
        if self._plan_id is None:
            self._page.strip.setHidden(self._operations.read_now(states_hidden))
        if plan_id != self._plan_id:
            self._plan_id = plan_id
            self._show(None)
        self._soon.start()
        self._clock.start()

    def show_changes(self, changes: "Changes") -> None:
        """Read again what a write may have touched, once nothing more is being written."""
        if self._plan_id in changes.plans or changes.directories:
            self._soon.start()

    def hide(self, hidden: bool) -> None:
        """Show the states or not, now and at the next start."""
        self._page.strip.setHidden(hidden)
        self._operations.write("", partial(hide_states, hidden=hidden))

    @Slot()
    def _read(self) -> None:
        """Not while somebody types or something else is under way: nobody waits for it."""
        if self._plan_id is None:
            return
        if self._reading or self._operations.writing or self._page.table.is_editing:
            self._soon.start()
            return
        self._reading = True
        use_case = partial(_read_states, plan_id=self._plan_id, today=self._page.clock.today)
        self._operations.read(use_case, self._take, self._fail)

    def _take(self, states: "RowStates") -> None:
        self._reading = False
        if states.plan_id == self._plan_id:
            self._show(states)

    def _fail(self, _sentence: str) -> None:
        """The plan has gone meanwhile; the page says so itself."""
        self._reading = False

    @Slot()
    def _stop_waiting(self) -> None:
        """What was asked for may never come; the next change asks again."""
        self._reading = False

    def _show(self, states: "RowStates | None") -> None:
        self.states = states
        self._page.strip.show_states(states)
        self._page.tabs.show_overdue(states.overdue if states else {})
        self.shown.emit()

    def _say(self, row_id: int) -> str:
        from ui.widgets.state_words import row_words

        state = self.states.rows.get(row_id) if self.states else None
        return row_words(state, self.states.today) if state and self.states else ""

    @Slot()
    def look_at_clock(self) -> None:
        """Read again where another day has begun since."""
        if self.states is not None and self.states.today != self._page.clock.today:
            self._soon.start()

    @Slot(int)
    def _open_progress(self, row_id: int) -> None:
        """The panel shows the row in use already; its progress comes to the front."""
        self._page.panel.show()
        self._page.panel.show_tab(PROGRESS)
        self.state_chosen.emit(row_id)

    @Slot(object)
    def _add_entry(self, menu: QMenu) -> None:
        """The entry that shows and hides the states, in the menu of a column."""
        menu.addSeparator()
        action = menu.addAction(text("plan_states.show"))
        action.setCheckable(True)
        action.setChecked(not self.hidden)
        action.toggled.connect(self._toggle)

    @Slot(bool)
    def _toggle(self, shown: bool) -> None:
        self.hide(not shown)

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        self.menu = QMenu(self._page)
        self.menu.addAction(text("plan_states.hide"), partial(self.hide, True))
        self.menu.popup(point)


def _read_states(work: "Work", plan_id: int, today: date) -> "RowStates":
    """On the storage's thread, which has the time to load the rules too."""
    from app.exchange.calendars import default_calendar
    from app.services.row_states import read_row_states

    return read_row_states(work, plan_id, default_calendar(), today)
