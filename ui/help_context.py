"""Which page of the help speaks of what is on the screen."""

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QDialog

from app.exchange.help_files import screen_topics

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.directory_page import DirectoryPage
    from ui.pages.plan_page import PlanPage

FIRST = "tong-quan"
DIRECTORY_TABS = ("units", "calendar", "staff", "office", "log", "accounts", "kits")
"""The tabs of the directory from left to right, as the data file names them."""
_PANEL = ("words", "progress", "log")


def topic_of(window: "MainWindow", dialog: QDialog | None = None) -> str:
    """The topic for ``dialog``, else for the page of ``window`` that is in front, its part in use first."""
    if dialog is not None:
        topic = dialog_topic(dialog)
        if topic:
            return topic
    name = window.page_name
    pages = screen_topics()["pages"]
    return pages.get(f"{name}/{_part(window, name)}") or pages.get(name) or FIRST


def dialog_topic(dialog: QDialog) -> str:
    """The topic for a dialog by its class, or the classes it is made from; "" where the page behind it says more."""
    dialogs = screen_topics()["dialogs"]
    names = [kind.__name__ for kind in type(dialog).__mro__]
    return next((dialogs[name] for name in names if name in dialogs), "")


def _part(window: "MainWindow", name: str) -> str:
    """The tab in front of the directory; the tab of the row's panel where the keys are in it."""
    if name == "directory":
        return DIRECTORY_TABS[cast("DirectoryPage", window.page(name)).bar.currentIndex()]
    if name == "plan":
        panel = cast("PlanPage", window.page(name)).panel
        focus = QApplication.focusWidget()
        inside = focus is not None and panel.isAncestorOf(focus)
        return _PANEL[panel.tabs.currentIndex()] if inside else ""
    return ""
