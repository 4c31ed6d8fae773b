"""The keys that the views of the milestones have in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def takes(event: QKeyEvent) -> bool:
    """Whether Enter was pressed by itself; with Ctrl it marks what is selected."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
