"""A list of what was typed before, below an editor; it never touches the text nor takes the focus."""

from functools import lru_cache
from itertools import islice

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.domain.text import fold

_MOST = 8


class SuggestionList(QListWidget):
    """Shows the values that contain what is typed; Down goes into it, Enter takes the marked one.

    One list serves every editor of a table, one after the other: a fresh one would cost more than the whole edit.
    """

    taken = Signal(str)
    """The value a person has chosen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._values: list[str] = []
        self.itemClicked.connect(self._take)
        self.hide()

    def serve(self, values: list[str]) -> None:
        """Offer these values from now on."""
        self._values = values
        self.hide()

    def show_for(self, editor: QWidget, typed: str) -> None:
        """Offer below ``editor`` the values that contain ``typed``, marks ignored; nothing when there is none or it is
        complete."""
        wanted = fold(typed.strip())
        matching = (value for value in self._values if wanted and value != typed and wanted in _folded(value))
        found = list(islice(matching, _MOST))
        if not found and self.isHidden():
            return
        self.clear()
        for value in found:
            item = QListWidgetItem(value.replace("\n", " · "))
            item.setData(Qt.ItemDataRole.UserRole, value)
            self.addItem(item)
        self.setCurrentRow(-1)
        if found:
            self._place(editor, len(found))
        self.setVisible(bool(found))

    def handle(self, key: int) -> bool:
        """Whether the list has used a key pressed in the editor."""
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow(max(-1, min(self.count() - 1, self.currentRow() + step)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._take(self.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _place(self, editor: QWidget, count: int) -> None:
        height = count * max(self.sizeHintForRow(0), 22) + 2 * self.frameWidth() + 2
        window = editor.window()
        corner = editor.mapTo(window, QPoint(0, editor.height()))
        if corner.y() + height > window.height():
            corner.setY(max(0, corner.y() - editor.height() - height))
        self.setGeometry(corner.x(), corner.y(), max(editor.width(), 240), height)
        self.raise_()

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(str(item.data(Qt.ItemDataRole.UserRole)))


@lru_cache(maxsize=20_000)
def _folded(value: str) -> str:
    """The same values are looked through at every key."""
    return fold(value)
