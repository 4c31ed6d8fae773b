"""The editor of one cell: plain text over several lines, made for Vietnamese input methods."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui.theme import CELL_PADDING
from ui.widgets.suggestion_list import SuggestionList

_DRAFT_AFTER_MS = 300
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAVING = (*_ENTER, Qt.Key.Key_Escape)


class CellEditor(QPlainTextEdit):
    """Enter, Tab and Esc leave it; Alt+Enter breaks the line. Completes nothing by itself: an input method that types
    a key, Backspace and the key again must find what it typed."""

    finished = Signal(int, int)
    """Leave and store: rows and columns to move on by."""
    cancelled = Signal()
    """Leave and forget."""
    paused = Signal(str)
    """The text typed so far, some times a second while typing goes on."""
    grown = Signal()
    """The text may need more or less room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(CELL_PADDING - 2)
        self._suggestions: SuggestionList | None = None
        self._pause = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        self._pause.timeout.connect(self._tell_pause)

    def begin(self, text: str) -> None:
        """Start with ``text``, the cursor behind it, nothing selected."""
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.textChanged.connect(self._typed)

    def suggest_from(self, suggestions: SuggestionList) -> None:
        """Offer the values of this list below while typing."""
        self._suggestions = suggestions

    def stop(self) -> None:
        """The edit is over: tell no more pauses, offer no more."""
        self._pause.stop()
        if self._suggestions is not None:
            self._suggestions.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that leave the editor or belong to the list; the rest is typing."""
        if self._suggestions is not None and self._suggestions.handle(event.key()):
            return
        key, held = event.key(), event.modifiers()
        if key in _ENTER and held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            self.insertPlainText("\n")
        elif key in _ENTER:
            self.finished.emit(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif key == Qt.Key.Key_Tab:
            self.finished.emit(0, 1)
        elif key == Qt.Key.Key_Backtab:
            self.finished.emit(0, -1)
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this editor, whatever menus want it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _LEAVING:
            event.accept()
            return True
        return super().event(event)

    @Slot()
    def _typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()
        self.grown.emit()
        if self._suggestions is not None:
            self._suggestions.show_for(self, self.toPlainText())

    @Slot()
    def _tell_pause(self) -> None:
        self.paused.emit(self.toPlainText())

    def take(self, value: str) -> None:
        """Put a chosen value in place of what was typed."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(value)
        if self._suggestions is not None:
            self._suggestions.hide()
