"""The table of an appendix with the states of its rows beside it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import px
from ui.widgets.appendix_table import AppendixTable
from ui.widgets.state_strip import StateStrip

_WORDS_FROM = 760
"""Width in pixels from which the states have room for words without pushing the last column out of view."""


class StatedTable(QWidget):
    """``table`` with a ``strip`` at its left edge: in view however far the table is scrolled to the right."""

    def __init__(self, table: AppendixTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = StateStrip(table, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.strip)
        line.addWidget(table, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the states are signs alone."""
        self.strip.set_narrow(event.size().width() < px(_WORDS_FROM))
        super().resizeEvent(event)
