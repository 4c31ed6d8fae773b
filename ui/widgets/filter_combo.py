"""The lists to choose from in a line of filters: filled anew, what was chosen stays chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.theme import measured, px

_LIST_WIDTH = 320


def filter_combo(name: str) -> QComboBox:
    """A narrow field with a wide list; ``name`` is read out and shown as its tip."""
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.setMaxVisibleItems(24)
    measured(combo, lambda box: box.view().setMinimumWidth(px(_LIST_WIDTH)))
    combo.view().setTextElideMode(Qt.TextElideMode.ElideRight)
    return combo


def fill(combo: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
    """Offer ``entries``; what was chosen stays so, else the first is. A list that is the same as before is left alone:
    filling it anew takes time."""
    before = combo.currentData()
    if [(combo.itemText(place), combo.itemData(place)) for place in range(combo.count())] == list(entries):
        return
    combo.clear()
    for place, (words, value) in enumerate(entries):
        combo.addItem(words, value)
        combo.setItemData(place, words, Qt.ItemDataRole.ToolTipRole)
    choose(combo, before)


def choose(combo: QComboBox, value: object) -> None:
    """Choose ``value``, else the first entry. Compared here: Qt does not compare Python's objects."""
    values = [combo.itemData(place) for place in range(combo.count())]
    combo.setCurrentIndex(values.index(value) if value in values else 0)
