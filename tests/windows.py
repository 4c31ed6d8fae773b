"""Windows in tests, on a screen without a window manager."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def bring_forward(qtbot: QtBot, window: QWidget) -> None:
    """Show ``window`` and wait until keys go to it. Asked for again and again: a window that goes away late may take
    the activity once more, and while a list is open over another window the first asking is not heard."""

    def is_active() -> bool:
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
        window.show()
        window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(is_active)
