"""The tab "Nhật ký" of the row's panel: notes, and what was changed, the newest first."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.staff import Note
from app.services.row_progress import RowProgress
from app.texts import text
from ui.theme import HALF_GAP, measured
from ui.widgets.row_entry import Entry, EntryKind
from ui.widgets.row_list_paint import ENTRY, EntryDelegate
from ui.widgets.row_log_words import StoryLine, story_lines
from ui.widgets.row_names import names_of

_LINES = 3
_NOTE = ENTRY + 1
_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Delete)


class NoteField(QPlainTextEdit):
    """A few lines of words; Ctrl+Enter is ``finished``, Esc gives up: ``left``."""

    finished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(text("row_panel.note_hint"))
        self.setAccessibleName(text("row_panel.note_hint"))
        self.setTabChangesFocus(True)
        measured(self, lambda field: field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + 12))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are no text: dropped here they are the panel's."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter writes the note, Esc leaves it."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RowLogTab(QWidget):
    """``note_added`` tells the words of a new note; ``note_changed`` a ``Note`` with other words; ``note_removed``
    the one to go."""

    note_added = Signal(str)
    note_changed = Signal(object)
    note_removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_id: int | None = None
        self._edited: Note | None = None
        self._is_writable = True
        self.field = NoteField()
        self.write = QPushButton(text("row_panel.note_write"))
        self.cancel = QPushButton(text("row_panel.note_cancel"))
        self.cancel.setProperty("quiet", True)
        self.list = StoryList()
        self.menu = QMenu(self)
        self._lay_out()
        self._connect()
        self.show_story(None)

    @property
    def words(self) -> list[str]:
        """What the list says, from top to bottom."""
        return [self.list.item(line).text() for line in range(self.list.count())]

    def show_story(self, progress: RowProgress | None) -> None:
        """Show notes and log of a row; a note being typed for the same row stays."""
        row_id = progress.row_id if progress else None
        if row_id != self._row_id:
            self._row_id = row_id
            self._stop_editing()
        self.field.setEnabled(row_id is not None)
        self._describe()
        self.list.clear()
        if progress is not None:
            self._fill(progress)

    def allow_writing(self, allowed: bool) -> None:
        """Let notes be changed and removed, or only read."""
        self._is_writable = allowed

    def finish(self) -> None:
        """The row is left: what was typed for it is not lost."""
        self._write()
        self._stop_editing()

    def edit(self, note: Note) -> None:
        """Let the words of a note be changed in the field."""
        self._edited = note
        self.field.setPlainText(note.text)
        self.field.setFocus()
        self._describe()

    def _fill(self, progress: RowProgress) -> None:
        lines = story_lines(progress.story, names_of(progress))
        for line in lines:
            self.list.add(line)
        if not lines:
            self.list.say(text("row_panel.log_empty"))

    @Slot()
    def _write(self) -> None:
        words = self.field.toPlainText().strip()
        edited = self._edited
        if not words:
            return
        self._stop_editing()
        if edited is None:
            self.note_added.emit(words)
        elif words != edited.text:
            self.note_changed.emit(Note(edited.row_id, words, edited.at, edited.who, edited.id))

    @Slot()
    def _stop_editing(self) -> None:
        self._edited = None
        self.field.clear()
        self._describe()

    @Slot()
    def _describe(self) -> None:
        self.write.setEnabled(bool(self.field.toPlainText().strip()))
        self.write.setText(text("row_panel.note_save" if self._edited else "row_panel.note_write"))
        self.cancel.setVisible(self._edited is not None)

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        if self._note is not None:
            self.menu.clear()
            self.menu.addAction(text("row_panel.note_edit")).triggered.connect(self._edit_current)
            self.menu.addAction(text("row_panel.note_remove")).triggered.connect(self._remove_current)
            self.menu.popup(point)

    @property
    def _note(self) -> Note | None:
        """The note in use, where it may be changed."""
        return self.list.note if self._is_writable else None

    @Slot()
    def _edit_current(self) -> None:
        if (note := self._note) is not None:
            self.edit(note)

    @Slot()
    def _remove_current(self) -> None:
        if (note := self._note) is not None:
            self.note_removed.emit(note)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._describe)
        self.field.finished.connect(self._write)
        self.field.left.connect(self._stop_editing)
        self.write.clicked.connect(self._write)
        self.cancel.clicked.connect(self._stop_editing)
        self.list.itemDoubleClicked.connect(self._edit_current)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.edit_wanted.connect(self._edit_current)
        self.list.remove_wanted.connect(self._remove_current)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF_GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, HALF_GAP)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.field)
        column.addLayout(buttons)
        column.addWidget(self.list, 1)


class StoryList(QListWidget):
    """Notes and changes; F2 edits a note, Delete removes it."""

    menu_wanted = Signal(QPoint)
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainList")
        self.setAccessibleName(text("row_panel.tab_log"))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(EntryDelegate(self))

    @property
    def note(self) -> Note | None:
        """The note in use."""
        item = self.currentItem()
        found = item.data(_NOTE) if item is not None else None
        return found if isinstance(found, Note) else None

    def add(self, line: StoryLine) -> None:
        """List a line below the others."""
        item = QListWidgetItem(f"{line.words}\n{line.when}")
        kind = EntryKind.NOTE if line.note else EntryKind.CHANGE
        item.setData(ENTRY, Entry(kind, line.words, details=(line.when,)))
        item.setData(_NOTE, line.note)
        self.addItem(item)

    def say(self, words: str) -> None:
        """Show words in place of lines."""
        item = QListWidgetItem(words)
        item.setData(ENTRY, Entry(EntryKind.WORDS, words))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again at the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a note."""
        self.menu_wanted.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """The keys that mean something here are not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits, Delete removes."""
        if event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)
