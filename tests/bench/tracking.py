"""The tracking page with ten thousand milestones, in the real window: opening it, its filters, and how long the
window's thread is held up meanwhile."""

import gc
import itertools
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import LineState
from app.domain.plan import Plan
from app.exchange.calendars import default_calendar
from app.services.tracking import Result, mark_all
from db.storage import open_storage
from tests.bench.content import long_plan
from tests.bench.window import Painted
from ui.ahead import MakeAhead
from ui.garbage import GarbageCollector
from ui.main_window import MainWindow
from ui.milestone_keeper import keeper_of
from ui.pages.tracking_page import TrackingPage
from ui.theme import apply_theme
from ui.widgets.tracking_views import CALENDAR, LIST, TIMELINE

Task = Callable[[], object]
_DEADLINES = ("Định kỳ hằng quý", "Hằng tháng", "Quý {quarter}", "Trước ngày {day}/{month}/2026", "6 tháng, năm")
_ROWS = 2500
_LEAST_LINES = 9000
_TODAY = date(2026, 6, 17)
_REST_MS = 1500
_GOING_OVER_MS = 300
_FILTERS = (
    LineFilter(frozenset({LineState.OVERDUE})),
    LineFilter(),
    LineFilter(words="thu tuc hanh"),
    LineFilter(unit="Phòng Kinh tế"),
    LineFilter(appendix=3),
    LineFilter(frozenset({LineState.NOT_DUE}), words="ho so"),
)
_TICK_MS = 1


def milestones_plan(rows: int = _ROWS) -> Plan:
    """A plan of ``rows`` tasks in five appendices that has ten thousand milestones."""
    plan = long_plan(rows)
    appendix = plan.appendices[0]
    items = [replace(row, cells=(*row.cells[:-1], _deadline(number))) for number, row in enumerate(appendix.rows)]
    share = rows // 5
    parts = (items[start : start + share] for start in range(0, rows, share))
    appendices = (
        replace(appendix, label=f"Phụ lục số {place:02}", rows=tuple(part)) for place, part in enumerate(parts, 1)
    )
    return replace(plan, appendices=tuple(appendices))


def _deadline(number: int) -> str:
    words = _DEADLINES[number % len(_DEADLINES)]
    quarter = ("I", "II", "III", "IV")[number % 4]
    return words.format(quarter=quarter, day=number % 28 + 1, month=number % 12 + 1)


class Pulse(QObject):
    """Beats on the window's thread all the time; ``longest`` is the longest pause between two beats, in seconds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.perf_counter()
        self.longest = 0.0
        timer = QTimer(self, interval=_TICK_MS)
        timer.timeout.connect(self._beat)
        timer.start()

    def begin(self) -> None:
        """Count from now."""
        self._last, self.longest = time.perf_counter(), 0.0

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


class Bench:
    """The window on the plan with its list made, as it is a few seconds after the start."""

    def __init__(self, folder: Path) -> None:
        application = cast(QApplication, QApplication.instance() or QApplication(["bench"]))
        storage = open_storage(folder)
        self.plan_id = storage.write("", lambda work: work.add_plan(milestones_plan())).result
        apply_theme(application)
        self.window = MainWindow(storage, folder, _TODAY)
        GarbageCollector(self.window, lambda: not self.window.operations.idle)
        self.window.resize(1366, 740)
        self.window.show_page("plan")
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.keeper = keeper_of(self.window.operations)
        self.pulse = Pulse(self.window)
        gc.collect()  # the plan was made in this process, which it is not in the program
        self.until_ready(partial(MakeAhead, self.window, self.plan_id))
        wait(_REST_MS)

    @property
    def page(self) -> TrackingPage:
        """The page that is measured, made when first asked for."""
        return cast(TrackingPage, self.window.page("tracking"))

    def until_ready(self, act: Callable[[], object]) -> None:
        """Do ``act`` and go on with events until a list has been read again."""
        loop = QEventLoop()
        self.keeper.ready.connect(loop.quit)
        act()
        loop.exec()
        self.keeper.ready.disconnect(loop.quit)

    def open(self) -> float:
        """Seconds from the page being asked for until its rows are painted."""
        self.pulse.begin()
        start = time.perf_counter()
        self.window.show_page("tracking")
        Painted(self.page.table.viewport()).after(lambda: None)
        assert self.page.table.lines.rowCount() > _LEAST_LINES
        return time.perf_counter() - start

    def leave(self) -> None:
        """Another page comes to the front."""
        self.window.show_page("plan")
        wait(50)

    def change(self) -> None:
        """A milestone is marked while another page is in front, which shows it before anybody leaves it."""
        line = next(one for one in self.page.table.lines.shown if one.done is None)
        use_case = partial(
            mark_all,
            plan_id=self.plan_id,
            places=[(line.row_id, line.key)],
            result=Result(_TODAY),
            calendar=default_calendar(),
        )
        loop = QEventLoop()
        self.window.operations.write("", use_case, lambda _: loop.quit())
        loop.exec()
        wait(_GOING_OVER_MS)


def open_first(folder: Path) -> Task:
    """The page made and opened for the first time; a process can do that once."""
    return Bench(folder).open


def blocked_first(folder: Path) -> Task:
    """The longest time that the window's thread is held up by that."""
    bench = Bench(folder)

    def blocked() -> float:
        bench.open()
        wait(_REST_MS)
        return bench.pulse.longest

    return blocked


def open_again(folder: Path) -> Task:
    """The page brought to the front once more, nothing having changed."""
    bench = Bench(folder)

    def again() -> float:
        bench.leave()
        return bench.open()

    return again


def open_after_change(folder: Path) -> Task:
    """The page brought to the front after a change: what is kept is painted, the new list is read behind it."""
    return _changed(folder, lambda bench, painted: painted)


def blocked_after_change(folder: Path) -> Task:
    """The longest time that the window's thread is held up by that, until the new list is painted."""
    return _changed(folder, lambda bench, painted: bench.pulse.longest)


def _changed(folder: Path, counted: Callable[[Bench, float], float]) -> Task:
    bench = Bench(folder)
    bench.open()
    painted: list[float] = []

    def again() -> float:
        painted.clear()
        bench.leave()
        bench.change()
        bench.until_ready(lambda: painted.append(bench.open()))
        wait(100)
        return counted(bench, painted[0])

    return again


def filters(folder: Path) -> Task:
    """One filter after the other, until what it lets through is painted."""
    bench = Bench(folder)
    bench.open()
    wanted = itertools.cycle(_FILTERS)

    def choose() -> None:
        bench.page.filters.show_filter(next(wanted))
        Painted(bench.page.table.viewport()).after(lambda: bench.page.filters.changed.emit(bench.page.filters.wanted))

    return choose


def calendar(folder: Path) -> Task:
    """The calendar brought to the front."""
    return _view(folder, CALENDAR)


def timeline(folder: Path) -> Task:
    """The timeline brought to the front."""
    return _view(folder, TIMELINE)


def _view(folder: Path, place: int) -> Task:
    bench = Bench(folder)
    bench.open()
    views = bench.page.views

    def show() -> float:
        views.choose(LIST)
        wait(20)
        start = time.perf_counter()
        shown = views.calendar.grid if place == CALENDAR else views.along.timeline.viewport()
        Painted(shown).after(partial(views.choose, place))
        return time.perf_counter() - start

    return show


def wait(milliseconds: int) -> None:
    """Go on with events."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
