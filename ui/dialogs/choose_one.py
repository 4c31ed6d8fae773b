"""Asks for one of several things by name."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.domain.text import fold
from app.texts import text
from ui.dialogs.frame import FramedDialog
from ui.theme import measured, px

_WIDTH = 440
_MANY = 8
_ENTRY = 28


class ChooseOne(FramedDialog):
    """``chosen`` tells the value of the entry taken. Many entries can be filtered by typing, without marks."""

    chosen = Signal(object)

    def __init__(
        self,
        title: str,
        words: str,
        do: str,
        choices: Sequence[tuple[str, object]],
        first: object = None,
        cancel: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``choices`` are (words, value), values not None; ``first`` is the value selected at the beginning."""
        super().__init__(title, do, cancel or text("directory_page.cancel"), parent)
        self.filter = QLineEdit(placeholderText=text("directory_page.filter"))
        self.filter.setAccessibleName(text("directory_page.filter"))
        self.list = QListWidget()
        self.list.setObjectName("chooseList")
        self.list.setAccessibleName(words)
        for name, value in choices:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setSizeHint(QSize(0, px(_ENTRY)))
            self.list.addItem(item)
        self.body.addWidget(QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        self.filter.setVisible(len(choices) > _MANY)
        self.filter.textChanged.connect(self._filter)
        self.list.itemSelectionChanged.connect(self._allow)
        self.list.activated.connect(self._take)
        self.do.clicked.connect(self.take)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        values = [value for _, value in choices]
        self.list.setCurrentRow(values.index(first) if first in values else 0)
        self._allow()
        self.list.setFocus()

    @property
    def value(self) -> object:
        """The value of the entry in use; None where there is none."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None and not item.isHidden() else None

    @Slot()
    def take(self) -> None:
        """Tell the entry in use and close."""
        if self.value is not None:
            self.chosen.emit(self.value)
            self.accept()

    @Slot(QModelIndex)
    def _take(self, _index: QModelIndex) -> None:
        self.take()

    @Slot()
    def _allow(self) -> None:
        self.do.setEnabled(self.value is not None)

    @Slot(str)
    def _filter(self, words: str) -> None:
        wanted = fold(words.strip())
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            item.setHidden(wanted not in fold(item.text()))
        self.list.setCurrentRow(next((row for row, item in enumerate(items) if not item.isHidden()), -1))
        self._allow()
