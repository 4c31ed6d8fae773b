"""The list of a row's progress: what can be selected, and which commands its keys ask for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.texts import text
from ui.widgets.row_entry import Entry
from ui.widgets.row_list_paint import ENTRY, EntryDelegate

_KEYS = {
    Qt.Key.Key_Return: "default",
    Qt.Key.Key_Enter: "default",
    Qt.Key.Key_Delete: "cancel",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Insert: "add",
}


class RowList(QListWidget):
    """``selection_changed`` tells that others are selected; ``command_wanted`` the name of a command asked for by a
    key or a double click; ``menu_wanted`` where on the screen."""

    selection_changed = Signal()
    command_wanted = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainList")
        self.setAccessibleName(text("row_panel.list_name"))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(EntryDelegate(self))
        self.doubleClicked.connect(self._double_clicked)

    @property
    def entries(self) -> list[Entry]:
        """Everything that is listed."""
        return [_entry(self.item(line)) for line in range(self.count())]

    @property
    def selected(self) -> list[Entry]:
        """What is selected, from top to bottom."""
        return [_entry(self.item(line)) for line in range(self.count()) if self.item(line).isSelected()]

    def show_entries(self, entries: Sequence[Entry], keep: bool) -> None:
        """List ``entries``; with ``keep`` what was selected stays so, and the list where it was."""
        kept = [_identity(entry) for entry in self.selected] if keep else []
        scrolled = self.verticalScrollBar().value() if keep else 0
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            self._add(entry, _identity(entry) in kept)
        self.blockSignals(False)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        self.selection_changed.emit()

    def select(self, *entries: Entry) -> None:
        """Select exactly these."""
        for line in range(self.count()):
            self.item(line).setSelected(_entry(self.item(line)) in entries)

    def _add(self, entry: Entry, selected: bool) -> None:
        item = QListWidgetItem(_spoken(entry))
        item.setData(ENTRY, entry)
        item.setToolTip(entry.words)
        can_use = entry.key is not None or entry.milestone is not None
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if can_use else Qt.ItemFlag.NoItemFlags)
        self.addItem(item)
        item.setSelected(selected)
        if selected:
            self.setCurrentItem(item)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell it in plain words."""
        super().selectionChanged(selected, deselected)
        if not self.signalsBlocked():
            self.selection_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again at the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """The keys that mean something here are not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter marks, Delete calls off, F2 edits, Insert adds, Ctrl+V pastes."""
        command = _command(event)
        if command:
            self.command_wanted.emit(command)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is selected."""
        self.menu_wanted.emit(event.globalPos())

    @Slot(QModelIndex)
    def _double_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.command_wanted.emit("default")


def _command(event: QKeyEvent) -> str:
    if event.matches(QKeySequence.StandardKey.Paste):
        return "paste"
    plain = not event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    return _KEYS.get(Qt.Key(event.key()), "") if plain else ""


def _entry(item: QListWidgetItem) -> Entry:
    found = item.data(ENTRY)
    assert isinstance(found, Entry)
    return found


def _identity(entry: Entry) -> tuple[object, ...]:
    return entry.kind, entry.key, entry.milestone if entry.key is None else None, entry.proof and entry.proof.id


def _spoken(entry: Entry) -> str:
    """What a screen reader says."""
    badge = entry.badge.words if entry.badge else ""
    return "\n".join(filter(None, (entry.words, entry.line, badge, *entry.details)))
