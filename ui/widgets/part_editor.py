"""The field that a text is written in: paragraphs with bold and slanted words, and tables between them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain.body import BodyParagraph, BodyPart, Level
from app.domain.body_levels import ordinal_after, without_ordinal
from app.domain.body_table import table_in
from app.domain.body_text import paragraph_of
from app.domain.pasted_text import tidied
from ui.theme import px
from ui.widgets.text_blocks import block_format, insert_parts, line_of, parts_of
from ui.widgets.text_tables import TextTables
from ui.widgets.text_tints import tints
from ui.widgets.title_look import TitleLook

_FAMILIES = ("Times New Roman", "Liberation Serif")
_SIZE = 17
_PAUSE_MS = 700
_LONGEST_MS = 10_000
"""How long typing without a pause waits to be told: one step of undo, and one line of the log, for one stretch."""
_KEPT_AFTER_MS = 250
"""How long a key at most waits to be kept against a power cut."""
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
LEVELS = {"part": Level.PART, "item": Level.ITEM, "point": Level.POINT, "dash": Level.DASH, "plain": Level.PLAIN}
"""What Ctrl+1 to Ctrl+5 make of a paragraph."""
_CTRL = Qt.KeyboardModifier.ControlModifier


class PartEditor(QTextEdit):
    """``edited`` tells the text once typing has paused, has gone on for a while, or the field is left. What is typed
    and not told yet is undone here, what was told by whoever stores it."""

    edited = Signal(object)
    typed = Signal(object)
    """The text as it stands while typing goes on, several times a second: to be kept, not stored."""
    find_wanted = Signal()
    """Ctrl+F was pressed."""
    step_wanted = Signal(bool)
    """F3 was pressed, with Shift (True) for the place before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partEditor")
        self.setTabChangesFocus(True)
        font = QFont()
        font.setFamilies(list(_FAMILIES))
        font.setPixelSize(px(_SIZE))
        self.document().setDefaultFont(font)
        self.tables = TextTables(self)
        self._shown: list[BodyParagraph] = []
        self._titles = TitleLook(self.document(), lambda: self._shown)
        self._dirty = self._loading = False
        self._offers: frozenset[str] = frozenset()
        self._all_to_read = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._longest = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.store)
        self._keep = QTimer(self, singleShot=True, interval=_KEPT_AFTER_MS)
        self._keep.timeout.connect(self._tell_typed)
        self.document().contentsChange.connect(self._typed)

    @property
    def paragraphs(self) -> tuple[BodyPart, ...]:
        """What is written."""
        return parts_of(self.document(), self._shown)

    @property
    def is_dirty(self) -> bool:
        """Whether something typed has not been told yet."""
        return self._dirty

    def show_paragraphs(self, paragraphs: Sequence[BodyPart], to_read: bool = False, keep_place: bool = False) -> None:
        """Show ``paragraphs``; those that nobody has read again are tinted, with ``to_read`` all of them. With
        ``keep_place`` the cursor stays about where it was."""
        place = self.textCursor().position() if keep_place else 0
        self._loading = True
        self.document().setUndoRedoEnabled(False)
        self.clear()
        self._shown = []
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(block_format())
        insert_parts(cursor, paragraphs, self._shown)
        self.document().setUndoRedoEnabled(True)
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._loading = self._dirty = False
        self._all_to_read = to_read
        self._tint()

    def show_offers(self, offers: Iterable[str]) -> None:
        """Tint the numbers of every paragraph that stands as it is offered: they come from the register."""
        self._offers = frozenset(offers)
        self._tint()

    def go_to_part(self, index: int) -> None:
        """Bring the part at ``index`` (from 0) to the top, the cursor at its beginning."""
        block = self._block_of(index)
        if block is not None:
            cursor = QTextCursor(block)
            self.setTextCursor(cursor)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def _block_of(self, index: int) -> QTextBlock | None:
        """The block that the part at ``index`` begins with; a table counts once, empty lines do not count."""
        number, table = -1, None
        block = self.document().begin()
        while block.isValid():
            inside = QTextCursor(block).currentTable()
            if inside is not None:
                number += inside is not table
            elif paragraph_of(line_of(block)) is not None:
                number += 1
            table = inside
            if number == index:
                return block
            block = block.next()
        return None

    @Slot()
    def store(self) -> None:
        """Tell what was typed, if anything was."""
        for timer in (self._pause, self._longest, self._keep):
            timer.stop()
        if self._dirty:
            self._dirty = self._all_to_read = False
            self._tint()
            self.edited.emit(self.paragraphs)

    @Slot()
    def toggle_bold(self) -> None:
        """Make the selected words bold, or not."""
        weight = QFont.Weight.Normal if self.fontWeight() > QFont.Weight.Normal else QFont.Weight.Bold
        self.setFontWeight(weight)

    @Slot()
    def toggle_italic(self) -> None:
        """Make the selected words slanted, or not."""
        self.setFontItalic(not self.fontItalic())

    def set_level(self, level: Level) -> None:
        """Give the paragraph of the cursor the ordinal of ``level`` that follows those above; PLAIN takes its ordinal
        away. Not within a table."""
        cursor = self.textCursor()
        if self.isReadOnly() or cursor.currentTable() is not None:
            return
        block = cursor.block()
        words = block.text()
        kept = without_ordinal(words)
        ordinal = "" if level is Level.PLAIN else f"{ordinal_after(_lines_above(block), level)} "
        cursor.beginEditBlock()
        cursor.setPosition(block.position())
        cursor.setPosition(block.position() + len(words) - len(kept), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(ordinal)
        cursor.endEditBlock()

    def event(self, event: QEvent) -> bool:
        """Keys that the window has commands for too: what is typed and not told yet is undone here, the rest by the
        window; finding is done here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _UNDO):
                return self._takes_undo(event)
            if _name_of(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def _takes_undo(self, event: QKeyEvent) -> bool:
        history = self.document()
        back = event.matches(QKeySequence.StandardKey.Undo)
        here = self._dirty and (history.isUndoAvailable() if back else history.isRedoAvailable())
        event.setAccepted(here)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+B and Ctrl+I as in Word; Ctrl+Enter stores at once; Ctrl+F and F3 find."""
        name = _name_of(event)
        if name is not None:
            self._do(name)
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin_plain()

    def _do(self, name: str) -> None:
        if name in ("next", "before"):
            self.step_wanted.emit(name == "before")
        elif name == "find":
            self.find_wanted.emit()
        elif name in LEVELS:
            self.set_level(LEVELS[name])
        elif not self.isReadOnly():
            {"bold": self.toggle_bold, "italic": self.toggle_italic, "store": self.store}[name]()

    def _begin_plain(self) -> None:
        """The paragraph after a heading is none itself, and is not the one that was shown here."""
        cursor = self.textCursor()
        if cursor.currentTable() is None and cursor.atBlockEnd():
            cursor.setBlockFormat(block_format(Level.PLAIN))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from cell to cell within a table, out of the field elsewhere."""
        return self.tables.step(1 if next else -1) or super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field stores it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.store()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text from Word or Excel keeps its paragraphs, tables, bold and slanted words, and drops its fonts, sizes and
        colours. Into a cell go words alone."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if cursor.currentTable() is not None:
            cursor.insertText(source.text().strip("\r\n").replace("\r\n", "\n").replace("\t", " "))
        else:
            insert_parts(cursor, _pasted(source))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    @Slot(int, int, int)
    def _typed(self, _place: int, removed: int, added: int) -> None:
        if not self._loading and (removed or added):
            self._dirty = True
            self._pause.start()
            for timer in (self._longest, self._keep):
                if not timer.isActive():
                    timer.start()

    @Slot()
    def _tell_typed(self) -> None:
        if self._dirty:
            self.typed.emit(self.paragraphs)

    def _tint(self) -> None:
        self.setExtraSelections(tints(self.document(), self._shown, self._all_to_read, self._offers))


def _name_of(event: QKeyEvent) -> str | None:
    """What the editor itself does for a key; None where it is the usual thing."""
    key, held = Qt.Key(event.key()), bool(event.modifiers() & _CTRL)
    if key is Qt.Key.Key_F3:
        return "before" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "next"
    named = {Qt.Key.Key_B: "bold", Qt.Key.Key_I: "italic", Qt.Key.Key_F: "find"}
    named |= {Qt.Key.Key_Return: "store", Qt.Key.Key_Enter: "store"}
    named |= {getattr(Qt.Key, f"Key_{number}"): name for number, name in enumerate(LEVELS, 1)}
    return named.get(key) if held else None


def _lines_above(block: QTextBlock) -> list[str]:
    """The paragraphs above ``block``, those of tables left out."""
    lines: list[str] = []
    above = block.previous()
    while above.isValid():
        if QTextCursor(above).currentTable() is None:
            lines.append(above.text())
        above = above.previous()
    return lines[::-1]


def _pasted(source: QMimeData) -> tuple[BodyPart, ...]:
    if not source.hasHtml():
        table = table_in(source.text())
        if table is not None:
            return (table,)
    document = QTextDocument()
    if source.hasHtml():
        document.setHtml(source.html())
    else:
        document.setPlainText(source.text())
    return tidied(parts_of(document))
