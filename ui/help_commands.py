"""The commands of the menu of help, F1 in every dialog, and what is new after an update."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog

from app import VERSION

if TYPE_CHECKING:
    from ui.guide_commands import GuideCommands
    from ui.help_window import HelpWindow
    from ui.main_window import MainWindow

NEWS = "co-gi-moi"
SHORTCUTS = "phim-tat"
_SEEN = "version_seen"
_SHORTCUT = "helpShortcut"


class HelpCommands(QObject):
    """Makes the help when it is first asked for. A dialog in front has a help window of its own, since Qt lets no
    other be used beside it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._help: HelpWindow | None = None
        self._guide: GuideCommands | None = None
        actions = window.actions_
        actions["help"].triggered.connect(self.show_here)
        actions["shortcuts"].triggered.connect(self._show_shortcuts)
        actions["whats_new"].triggered.connect(self.show_news)
        actions["print_guide"].triggered.connect(self._print_guide)
        actions["save_guide"].triggered.connect(self._save_guide)
        window.started.connect(self._look_for_news)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch_dialog)

    @property
    def help(self) -> "HelpWindow | None":
        """The help window beside the program's own, once there is one."""
        return self._help

    @Slot()
    def show_here(self) -> None:
        """Open the help at what is in front."""
        from ui.help_context import topic_of

        dialog = QApplication.activeModalWidget()
        self.show_topic(topic_of(self._window, dialog if isinstance(dialog, QDialog) else None))

    def show_topic(self, topic: str) -> None:
        """Open the help at ``topic``."""
        shown = self._window_for(QApplication.activeModalWidget())
        shown.show_topic(topic)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    @Slot()
    def show_news(self) -> None:
        """Open the help at what is new."""
        self.show_topic(NEWS)

    @Slot()
    def _show_shortcuts(self) -> None:
        self.show_topic(SHORTCUTS)

    @Slot()
    def _print_guide(self) -> None:
        self._guide_commands().show_preview()

    @Slot()
    def _save_guide(self) -> None:
        self._guide_commands().ask_target()

    def _guide_commands(self) -> "GuideCommands":
        from ui.guide_commands import GuideCommands

        if self._guide is None:
            self._guide = GuideCommands(self._window)
        return self._guide

    @Slot()
    def _look_for_news(self) -> None:
        """Once after an update that brought something; the very first start has nothing to compare with."""
        settings = self._window.settings
        ran_before = settings.contains(_SEEN) or settings.contains("geometry")
        seen = str(settings.value(_SEEN, ""))
        settings.setValue(_SEEN, VERSION)
        if ran_before and seen != VERSION and _has_news(seen):
            self.show_news()

    @Slot(QWindow)
    def _watch_dialog(self, _focused: QWindow | None) -> None:
        """Give a dialog that comes to the front its F1: the menu's own does not reach it."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.findChild(QShortcut, _SHORTCUT) is None:
            shortcut = QShortcut(QKeySequence("F1"), dialog, self.show_here)
            shortcut.setObjectName(_SHORTCUT)

    def _window_for(self, dialog: object) -> "HelpWindow":
        from ui.help_window import HelpWindow

        if isinstance(dialog, QDialog):
            own = dialog.findChild(HelpWindow)
            return own if own is not None else HelpWindow(self._window.settings, dialog)
        if self._help is None:
            self._help = HelpWindow(self._window.settings, self._window)
        return self._help


def _has_news(seen: str) -> bool:
    """Whether anything is told of the versions after ``seen``; read only after an update."""
    from app.exchange.help_files import news_since

    return bool(news_since(seen))
