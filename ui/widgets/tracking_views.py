"""The milestones as a list, on a calendar or along the year: one of the three is in front."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.domain.milestone_lines import Line
from app.services.milestone_lists import MilestoneList
from app.texts import text
from ui.widgets.tracking_calendar import CalendarView
from ui.widgets.tracking_switch import ViewSwitch
from ui.widgets.tracking_table import TrackingTable
from ui.widgets.tracking_timeline import TimelineView

LIST, CALENDAR, TIMELINE, NOTHING = range(4)


class TrackingViews(QStackedWidget):
    """All three show what the filter of the table's model lets through; those that are not in front are filled when
    they come there. ``line_chosen`` tells the ``Line`` to go to."""

    line_chosen = Signal(object)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        views = ("list", "calendar", "timeline")
        self.switch = ViewSwitch(
            [(text(f"tracking_page.view_{one}"), one, text(f"tracking_page.view_{one}_tip")) for one in views]
        )
        self.table = TrackingTable()
        self.calendar = CalendarView()
        self.along = TimelineView()
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.nothing.setObjectName("quiet")
        self._listed: MilestoneList | None = None
        for view in (self.table, self.calendar, self.along, self.nothing):
            self.addWidget(view)
        self._connect()

    @property
    def selected(self) -> list[Line]:
        """The lines selected in the view in front."""
        if self.currentIndex() == LIST:
            return self.table.selected
        if self.currentIndex() == CALENDAR:
            return self.calendar.selected
        return self.along.timeline.selected if self.currentIndex() == TIMELINE else []

    def show_list(self, listed: MilestoneList) -> None:
        """Show another plan, or the same one after a change."""
        before, self._listed = self._listed, listed
        plan = listed.plan
        if plan is not None and (before is None or before.plan is None or before.plan.id != plan.id):
            this_year = listed.today.year == plan.year
            self.calendar.go_to(listed.today if this_year else date(plan.year, 1, 1))
        scrolled = self.table.verticalScrollBar().value()
        self.table.lines.show_lines(listed.lines, listed.appendices, listed.today)
        self.table.verticalScrollBar().setValue(scrolled)

    def why_empty(self, words: str) -> None:
        """What is said where nothing is to be shown."""
        self.nothing.setText(words)

    def choose(self, place: int) -> None:
        """Bring a view to the front: LIST, CALENDAR or TIMELINE."""
        self.switch.choose(place)

    @Slot()
    def refresh(self) -> None:
        """Fill the view in front with what the filter lets through now."""
        lines, listed, place = self.table.lines.shown, self._listed, self.switch.current
        if not lines or listed is None or listed.plan is None:
            self.setCurrentIndex(NOTHING)
            return
        if place == CALENDAR:
            self.calendar.show_lines(lines, listed.holidays, listed.today)
        elif place == TIMELINE:
            self.along.timeline.show_lines(lines, listed.appendices, listed.plan.year, listed.today)
        self.setCurrentIndex(place)

    @Slot()
    def focus_view(self) -> None:
        """Give the keys to the view in front."""
        view = self.currentWidget()
        if view is not None:
            view.setFocus()

    @Slot(int)
    def _show_view(self, place: int) -> None:
        del place
        self.refresh()
        self.focus_view()
        self.selection_changed.emit()

    def _connect(self) -> None:
        self.switch.chosen.connect(self._show_view)
        self.table.lines.modelReset.connect(self.refresh)
        for view in (self.table, self.calendar, self.along.timeline):
            view.line_chosen.connect(self.line_chosen)
            view.selection_changed.connect(self.selection_changed)
