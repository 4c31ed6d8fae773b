"""What the delegates of tables to type in have in common: one editor at a time, stored, given up, fed from a list."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Signal, Slot
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from ui.widgets.cell_editor import CellEditor
from ui.widgets.suggestion_list import SuggestionList

Index = QModelIndex | QPersistentModelIndex


class TypingDelegate(QStyledItemDelegate):
    """``moved`` tells by how many rows and columns to go on after the editor has closed."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list: SuggestionList | None = None
        self.editor: CellEditor | None = None
        self.start_text: str | None = None
        """What the next editor begins with, instead of the cell's words."""

    def words_at(self, index: Index) -> str:
        """The words of a cell as they are typed."""
        raise NotImplementedError

    def given_up(self) -> None:
        """An edit was given up."""

    def open_editor(self, parent: QWidget, values: list[str]) -> CellEditor:
        """A new editor; ``values`` are offered below it."""
        editor = CellEditor(parent)
        self.editor = editor
        editor.finished.connect(self._finish)
        editor.cancelled.connect(self._cancel)
        if values:
            if self._list is None:
                self._list = SuggestionList(editor.window())
                self._list.taken.connect(self._take)
            self._list.serve(values)
            editor.suggest_from(self._list)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's words, or what was typed; later changes of the model do not disturb typing."""
        if isinstance(editor, CellEditor) and not editor.property("begun"):
            editor.setProperty("begun", True)
            editor.begin(self.words_at(index) if self.start_text is None else self.start_text)
            self.start_text = None

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed words to the model."""
        if isinstance(editor, CellEditor):
            editor.stop()
            model.setData(index, editor.toPlainText())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor with its cell."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are the editor's own business; losing the focus stores, as everywhere."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(watched, event)

    @Slot(str)
    def _take(self, value: str) -> None:
        if self.editor is not None:
            self.editor.take(value)

    @Slot(int, int)
    def _finish(self, rows: int, columns: int) -> None:
        if self.editor is not None:
            self.commitData.emit(self.editor)
            self.closeEditor.emit(self.editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.moved.emit(rows, columns)

    @Slot()
    def _cancel(self) -> None:
        if self.editor is not None:
            self.editor.stop()
            self.closeEditor.emit(self.editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.given_up()
