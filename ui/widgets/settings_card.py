"""A card of settings: a title, and below it fields with their names before them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ui.theme import GAP, HALF_GAP, measured, px

_NAMES = 210


class SettingsCard(QFrame):
    """``add_field`` puts a field behind its name, ``add_whole`` a widget over the whole width."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        heading = QLabel(title)
        heading.setObjectName("cardTitle")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(HALF_GAP)
        self._grid.setColumnStretch(1, 1)
        measured(self, SettingsCard._measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + 2, GAP - 2, GAP + 2, GAP)
        column.setSpacing(HALF_GAP)
        column.addWidget(heading)
        column.addLayout(self._grid)

    def _measure(self) -> None:
        self._grid.setColumnMinimumWidth(0, px(_NAMES))

    def add_field(self, words: str, field: QWidget, fills: bool = False) -> QLabel:
        """Put ``field`` behind ``words``, as wide as it likes or as there is room."""
        row = self._grid.rowCount()
        label = QLabel(words, wordWrap=True)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        side = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, side)
        self._grid.addWidget(field, row, 1, side if fills else side | Qt.AlignmentFlag.AlignLeft)
        return label

    def add_whole(self, inside: QWidget | QLayout) -> None:
        """Put ``inside`` below all else."""
        row = self._grid.rowCount()
        if isinstance(inside, QLayout):
            self._grid.addLayout(inside, row, 0, 1, 2)
        else:
            self._grid.addWidget(inside, row, 0, 1, 2)

    def add_hint(self, words: str) -> QLabel:
        """Say something more, quietly."""
        hint = QLabel(words, wordWrap=True)
        hint.setObjectName("quiet")
        self.add_whole(hint)
        return hint
