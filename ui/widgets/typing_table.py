"""What tables to type in like a spreadsheet have in common: a letter opens the cell and is the first letter in it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView

from ui.widgets.typing_delegate import TypingDelegate

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class TypingTable(QTableView):
    """``delegate`` opens the editors; ``typing_forbidden`` tells that somebody wanted to type who may only read."""

    delegate: TypingDelegate
    typing_forbidden = Signal()

    @property
    def is_editing(self) -> bool:
        """Whether a cell is open for typing."""
        return self.delegate.editor is not None

    def edit_place(self, words: str | None = None) -> None:
        """Open the cell in use for typing, with ``words`` in place of its own when given."""
        raise NotImplementedError

    @Slot()
    def finish_editing(self) -> None:
        """Store what is being typed."""
        if self.delegate.editor is not None:
            self.delegate.editor.finished.emit(0, 0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method composes begins in the cell, too."""
        if event.commitString() or event.preeditString():
            self.type_over(event)
        else:
            super().inputMethodEvent(event)

    def type_over(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Begin the cell in use anew with what was typed."""
        if not self.is_editing:
            self.edit_place("")
        if self.delegate.editor is not None:
            QApplication.sendEvent(self.delegate.editor, event)


def is_command(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or Meta is held."""
    return bool(event.modifiers() & _COMMAND_KEYS)


def is_letter(event: QKeyEvent) -> bool:
    """Whether the key types something, alone, with Shift or with AltGr."""
    held = event.modifiers() & _COMMAND_KEYS
    return bool(event.text()) and event.text()[0].isprintable() and (not held or held == _ALT_GR)
