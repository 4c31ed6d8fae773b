"""The real window, without a screen: a key, a search, an appendix opened; each until what it asks for is there."""

import itertools
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.storage import open_storage
from tests.bench.content import long_plan
from ui.main_window import MainWindow
from ui.pages.plan_page import PlanPage
from ui.theme import apply_theme

Task = Callable[[], object]
_TYPED = "thu tuc hanh chinh thuoc tham quyen"


def _window(folder: Path, plans: int, rows: int = 2000) -> MainWindow:
    """The window on ``plans`` plans of ``rows`` rows each."""
    application = cast(QApplication, QApplication.instance() or QApplication(["bench"]))
    storage = open_storage(folder)
    storage.write("", lambda work: [work.add_plan(long_plan(rows)) for _ in range(plans)])
    apply_theme(application)
    window = MainWindow(storage, folder, date(2026, 3, 1))
    window.resize(1366, 740)
    window.show_page("plan")
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowExposed(window)
    return window


def _settle(window: MainWindow) -> None:
    """Wait until what is read behind the opened plan, its rows' states, is there."""
    states = _plan_page(window).states
    while states.waiting or not window.operations.idle:
        QTest.qWait(10)


def _plan_page(window: MainWindow) -> PlanPage:
    return cast(PlanPage, window.page("plan"))


def _until(signal: SignalInstance, act: Callable[[], object]) -> None:
    """Do ``act`` and go on with events until ``signal``."""
    loop = QEventLoop()
    connection = signal.connect(loop.quit)
    act()
    loop.exec()
    signal.disconnect(connection)


class Painted(QObject):
    """Ends a loop once a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self._loop = QEventLoop(self)

    def after(self, act: Callable[[], object]) -> None:
        """Do ``act`` and go on with events until the widget is painted."""
        act()
        self._widget.installEventFilter(self)
        self._widget.update()
        self._loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._loop.quit)
        return False


def edit_cell(folder: Path) -> Task:
    """A letter typed into a cell and Enter, until the commit is told."""
    edits = _edits(folder)
    return lambda: sum(edits())


def commit_cell(folder: Path) -> Task:
    """The same, counted from Enter."""
    edits = _edits(folder)
    return lambda: edits()[1]


def _edits(folder: Path) -> Callable[[], tuple[float, float]]:
    """Each call types into one cell; gives the seconds for the letter, and from Enter to the commit."""
    window = _window(folder, 1)
    table = _plan_page(window).table
    _settle(window)
    # Eleven letters over twenty rows: a cell never gets the letter it has, which would store nothing.
    letters = itertools.cycle("abcdeghiklm")
    rows = itertools.cycle(range(20))
    table.setFocus()

    def edit() -> tuple[float, float]:
        table.go_to(next(rows), 2)
        start = time.perf_counter()
        QTest.keyClicks(table, next(letters))
        typed = time.perf_counter()
        editor = QApplication.focusWidget() or table
        _until(window.operations.saved, lambda: QTest.keyClick(editor, Qt.Key.Key_Return))
        return typed - start, time.perf_counter() - typed

    return edit


def open_appendix(folder: Path) -> Task:
    """Another plan with 2,000 long rows brought to the front, until its table is painted."""
    window = _window(folder, 2)
    plans = itertools.cycle([1, 2])

    def open_next() -> None:
        page = _plan_page(window)
        Painted(page.table.viewport()).after(lambda: page.open_plan(next(plans)))

    return open_next


def search(folder: Path) -> Task:
    """One more letter for the search, until the answer has come back to the window's thread.

    Without the search box, whose pause while somebody goes on typing is wanted, and once the plan just opened is read
    to its end.
    """
    window = _window(folder, 5)
    _settle(window)
    lengths = itertools.cycle(range(2, len(_TYPED) + 1))

    def look() -> None:
        words = _TYPED[: next(lengths)]
        loop = QEventLoop()
        window.operations.read(lambda work: work.search(words, 12), lambda _: loop.quit())
        loop.exec()

    return look
