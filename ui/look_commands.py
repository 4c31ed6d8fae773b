"""The keys for the size of text, in the window and in every dialog, and the way to the page of settings."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog

from app.paths import RESOURCES

if TYPE_CHECKING:
    from ui.main_window import MainWindow

KEYS = ((1, ("Ctrl+=", "Ctrl++")), (-1, ("Ctrl+-",)), (0, ("Ctrl+0",)))
"""What each key does: steps of the size of text, 0 for the usual size."""
_NAME = "textKeys"


class LookCommands(QObject):
    """Belongs to the window, which must have its ``computer`` already."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        step = window.computer.step_text
        for steps, name in ((1, "text_larger"), (-1, "text_smaller"), (0, "text_usual")):
            window.actions_[name].triggered.connect(partial(step, steps))
        window.actions_["settings"].triggered.connect(self._show_settings)
        window.side_bar.settings_wanted.connect(self._show_settings)
        window.started.connect(self._set_icon)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch_dialog)

    @Slot()
    def _show_settings(self) -> None:
        self._window.show_page("settings")

    @Slot()
    def _set_icon(self) -> None:
        """The icon of every window; drawing it would hold up the first picture."""
        QApplication.setWindowIcon(QIcon(str(RESOURCES / "icons" / "so-cchc.svg")))

    @Slot(QWindow)
    def _watch_dialog(self, _window: QWindow | None) -> None:
        """A dialog in front keeps the keys of the window away, so that it gets its own."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog.findChild(QShortcut, _NAME) is not None:
            return
        for steps, keys in KEYS:
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), dialog)
                shortcut.setObjectName(_NAME)
                shortcut.activated.connect(partial(self._window.computer.step_text, steps))
