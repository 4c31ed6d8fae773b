"""Chooses one of a few views: buttons in one frame, one of them pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.icons import icon
from ui.theme import measured

_AROUND = 58
"""Icon, distances and borders beside the words."""


class ViewSwitch(QWidget):
    """``chosen`` tells the place of the view that was picked."""

    chosen = Signal(int)

    def __init__(self, entries: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """``entries``: (words, icon, tip), left to right."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for place, (words, picture, tip) in enumerate(entries):
            button = QPushButton(icon(picture), words)
            button.setCheckable(True)
            button.setToolTip(tip)
            measured(button, lambda one: one.setMinimumWidth(_bold_width(one)))
            button.setProperty("segment", _place_name(place, len(entries)))
            self._group.addButton(button, place)
            line.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._tell)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """Left to right."""
        return self._group.buttons()

    @property
    def current(self) -> int:
        """The place of the pressed button."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Press the button at ``place``, as a click does."""
        self._group.button(place).click()

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.chosen.emit(place)


def _bold_width(button: QPushButton) -> int:
    """Room for the words in bold, which they are while the button is pressed."""
    font = button.font()
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(button.text()) + _AROUND


def _place_name(place: int, count: int) -> str:
    if place == 0:
        return "first"
    return "last" if place == count - 1 else "middle"
