"""One tab per appendix, with its number of rows."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from app.ports import AppendixSummary
from app.texts import text
from ui.widgets.overdue_mark import draw_mark, mark_room

_NUMBERED = re.compile(r"^phụ lục\s*(?:số\s*)?([\dIVX]+[a-zA-Z]?)\b", re.IGNORECASE)
_LONGEST = 18


class AppendixTabs(QTabBar):
    """Tabs named shortly ("PL 02 · 7"); the whole label and title stand in the tool tip."""

    menu_wanted = Signal(QPoint)
    """The point on the screen where the menu of the appendix in front belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self._appendices: list[AppendixSummary] = []
        self._overdue: Mapping[int, int] = {}

    @property
    def appendix_id(self) -> int | None:
        """The appendix in front, None when the plan has none."""
        place = self.currentIndex()
        return self._appendices[place].id if 0 <= place < len(self._appendices) else None

    def show_appendices(self, appendices: Sequence[AppendixSummary], wanted: int | None = None) -> None:
        """Show a tab for each, ``wanted`` (else the one in front before) in front; tells no change of tab."""
        wanted = wanted or self.appendix_id
        self._appendices = list(appendices)
        blocked = self.blockSignals(True)
        while self.count() > len(appendices):
            self.removeTab(self.count() - 1)
        for place, appendix in enumerate(appendices):
            if place >= self.count():
                self.addTab("")
            self.setTabText(place, f"{short_label(appendix.label, place)} · {appendix.rows}")
        ids = [appendix.id for appendix in appendices]
        if wanted in ids:
            self.setCurrentIndex(ids.index(wanted))
        self.blockSignals(blocked)
        self._mark_overdue()

    def show_rows(self, appendix_id: int | None, rows: int) -> None:
        """Show that an appendix now has so many item rows."""
        for place, appendix in enumerate(self._appendices):
            if appendix.id == appendix_id:
                self.setTabText(place, f"{short_label(appendix.label, place)} · {rows}")

    def show_overdue(self, overdue: Mapping[int, int]) -> None:
        """Show how many tasks are late in the appendices, by id; those that are not named have none."""
        self._overdue = overdue
        self._mark_overdue()

    def _mark_overdue(self) -> None:
        """A sign and a number on the tabs with late tasks; the others stay calm."""
        for place, appendix in enumerate(self._appendices):
            late = self.late_at(place)
            title = f"{appendix.label}: {appendix.title}".strip(": ")
            words = text("plan_states.tab_overdue", count=late) if late else ""
            self.setTabToolTip(place, "\n".join(part for part in (title, words) if part))
            self.setAccessibleTabName(place, ", ".join(part for part in (title, words) if part))
            self._make_room(place, mark_room(late) if late else 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tabs, and the marks of late tasks on them."""
        super().paintEvent(event)
        painter = QPainter(self)
        for place in range(len(self._appendices)):
            if late := self.late_at(place):
                draw_mark(painter, self.tabRect(place), late)

    def _make_room(self, place: int, room: int) -> None:
        """An empty widget keeps the tab's text away from the mark; the tab bar only hides the one before."""
        side = QTabBar.ButtonPosition.RightSide
        before = self.tabButton(place, side)
        if room == (before.width() if before else 0):
            return
        spacer = QWidget(self) if room else None
        if spacer is not None:
            spacer.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            spacer.setFixedSize(room, 1)
        self.setTabButton(place, side, spacer)
        if before is not None:
            before.deleteLater()

    def late_at(self, place: int) -> int:
        """How many late tasks the tab at ``place`` tells of."""
        return self._overdue.get(self._appendices[place].id, 0)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) appendix, round and round."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    @Slot(QPoint)
    def _ask_menu(self, point: QPoint) -> None:
        """The menu belongs to the tab under the pointer, which comes to the front."""
        place = self.tabAt(point)
        if place >= 0:
            self.setCurrentIndex(place)
        self.menu_wanted.emit(self.mapToGlobal(point))


def short_label(label: str, place: int) -> str:
    """What fits on a tab: "PL 02" for "Phụ lục số 02", else the label's beginning, else the table's number."""
    found = _NUMBERED.match(label)
    if found:
        return text("plan_page.short_label", number=found[1])
    if not label:
        return text("plan_page.table_number", number=place + 1)
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
