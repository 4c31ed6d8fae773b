"""What the tabs of the directory have in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.clock import Clock
from ui.operations import Operations


class DirectoryTab(QWidget):
    """One tab: ``read`` is called when it comes to the front and after every change that it may show."""

    said = Signal(str)
    """A sentence about what the last step did, "" for none."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.clock = Clock()

    def fill_with(self, widget: QWidget) -> None:
        """Let ``widget`` take the whole tab."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)

    def read(self) -> None:
        """Read what the tab shows."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard where work begins."""
        raise NotImplementedError
