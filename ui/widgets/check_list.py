"""A short list of things to tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget


class CheckList(QListWidget):
    """``ticked`` tells that a tick changed."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainList")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._tell)

    def show_names(self, names: Sequence[str], tips: Sequence[str] = ()) -> None:
        """List ``names``, all ticked."""
        self.blockSignals(True)
        self.clear()
        for number, name in enumerate(names):
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(tips[number] if tips else name)
            self.addItem(item)
        self.blockSignals(False)

    def tick(self, places: Collection[int]) -> None:
        """Tick the entries at ``places`` and no others; told once."""
        self.blockSignals(True)
        for line in range(self.count()):
            self.item(line).setCheckState(Qt.CheckState.Checked if line in places else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()

    def chosen(self) -> tuple[int, ...]:
        """Positions of the ticked entries."""
        checked = Qt.CheckState.Checked
        return tuple(line for line in range(self.count()) if self.item(line).checkState() is checked)

    def names(self, ticked: bool) -> set[str]:
        """Names of the entries that are ticked, or of those that are not."""
        chosen = set(self.chosen())
        return {self.item(line).text() for line in range(self.count()) if (line in chosen) is ticked}

    @Slot(QListWidgetItem)
    def _tell(self, _item: QListWidgetItem) -> None:
        self.ticked.emit()
