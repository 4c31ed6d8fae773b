"""Remembers where the clerk is, so that the next start comes back there, after a crash too.

Written a moment after the last move, on a thread of its own: an arrow key held down must not wait for the disk.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Slot

from ui.pages import PAGES

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.page import Page

_SETTLED_MS = 700
_NOT_AGAIN = ("import", "search")
"""Pages that show nothing when they are opened anew."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the clerk is; None for what there is not."""

    page: str | None = None
    plan: int | None = None
    appendix: int | None = None
    row: int | None = None


class PlaceKeeper(QObject):
    """Reads the last place with ``last``, keeps the present one from ``follow`` on."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._kept: Place | None = None
        self._ended = False
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._soon.timeout.connect(self.keep)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="place")

    def last(self) -> Place:
        """Where the clerk was; empty at the first start."""
        settings = self._window.settings
        numbers = (_whole(settings.value(name)) for name in ("plan", "appendix", "row"))
        page = str(settings.value("page") or "")
        known = page in {spec.name for spec in PAGES} and page not in _NOT_AGAIN
        return Place(page if known else None, *numbers)

    @Slot()
    def note(self) -> None:
        """The clerk has moved."""
        self._soon.start()

    def follow(self, page: "Page") -> None:
        """Moves within a plan count too."""
        from ui.pages.plan_page import PlanPage

        if isinstance(page, PlanPage):
            page.table.place_changed.connect(self.note)
            page.plan_shown.connect(self.note)

    @Slot()
    def keep(self) -> None:
        """Write down where the clerk is, where that has changed."""
        place = self._present()
        if place != self._kept and not self._ended:
            self._kept = place
            self._writer.submit(_write, self._window.data_folder / "window.ini", place)

    def _present(self) -> Place:
        page = self._window.page_name
        plan = self._window.plan_page if self._window.has_page("plan") else None
        return Place(page, *plan.spot) if plan else Place(page)

    def stop(self) -> None:
        """Write down the last place and end."""
        self._soon.stop()
        self.keep()
        self._ended = True
        self._writer.shutdown(wait=True)


def _write(file: Path, place: Place) -> None:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    for name in ("page", "plan", "appendix", "row"):
        value = getattr(place, name)
        settings.remove(name) if value is None else settings.setValue(name, value)
    settings.sync()


def _whole(value: object) -> int | None:
    """A number as it stands in the file; None for anything else, which somebody has put there by hand."""
    words = str(value)
    return int(words) if words.isascii() and words.isdigit() and len(words) < 16 else None
