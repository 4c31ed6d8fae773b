"""The text of one part of a report: paragraphs with bold and slanted words, nothing else."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain.body import BodyParagraph, Run
from app.domain.body_text import paragraphs_of
from ui.theme import colour, px

_FAMILIES = ("Times New Roman", "Liberation Serif")
_SIZE = 17
_INDENT = 28
_AFTER = 8
_PAUSE_MS = 1200


class PartEditor(QTextEdit):
    """``edited`` tells the paragraphs once typing has paused or the field is left."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partEditor")
        self.setTabChangesFocus(True)
        font = QFont()
        font.setFamilies(list(_FAMILIES))
        font.setPixelSize(px(_SIZE))
        self.document().setDefaultFont(font)
        self._dirty = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.store)
        self.document().contentsChange.connect(self._typed)
        self._loading = False

    @property
    def paragraphs(self) -> tuple[BodyParagraph, ...]:
        """What is written."""
        return paragraphs_of(_lines(self.document()))

    @property
    def is_dirty(self) -> bool:
        """Whether something typed has not been told yet."""
        return self._dirty

    def show_paragraphs(self, paragraphs: Sequence[BodyParagraph], to_read: bool = False) -> None:
        """Show ``paragraphs``; ``to_read`` tints them as words that nobody has read again."""
        self._loading = True
        self.clear()
        cursor = QTextCursor(self.document())
        for number, paragraph in enumerate(paragraphs):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block_format())
            for run in paragraph.runs:
                cursor.insertText(run.text.replace("\n", "\u2028"), _run_format(run, to_read))
        if not paragraphs:
            cursor.setBlockFormat(_block_format())
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._loading = self._dirty = False

    @Slot()
    def store(self) -> None:
        """Tell what was typed, if anything was."""
        self._pause.stop()
        if self._dirty:
            self._dirty = False
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+B and Ctrl+I as in Word; Ctrl+Enter stores at once."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if held and event.key() == Qt.Key.Key_B:
            self.toggle_bold()
        elif held and event.key() == Qt.Key.Key_I:
            self.toggle_italic()
        elif held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.store()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field stores it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.store()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text from Word keeps its paragraphs, bold and slanted words, and drops its fonts, sizes and colours."""
        document = QTextDocument()
        if source.hasHtml():
            document.setHtml(source.html())
        else:
            document.setPlainText(source.text())
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number, paragraph in enumerate(paragraphs_of(_lines(document))):
            if number:
                cursor.insertBlock(_block_format())
            for run in paragraph.runs:
                cursor.insertText(run.text.strip("\n").replace("\n", "\u2028"), _run_format(run, False))
        cursor.endEditBlock()

    @Slot(int, int, int)
    def _typed(self, _place: int, removed: int, added: int) -> None:
        if not self._loading and (removed or added):
            self._dirty = True
            self._pause.start()


def _lines(document: QTextDocument) -> Iterator[list[Run]]:
    block = document.begin()
    while block.isValid():
        yield _runs(block)
        block = block.next()


def _runs(block: QTextBlock) -> list[Run]:
    runs: list[Run] = []
    places = block.begin()
    while not places.atEnd():
        fragment = places.fragment()
        look = fragment.charFormat()
        runs.append(Run(fragment.text(), look.fontWeight() > QFont.Weight.Medium, look.fontItalic()))
        places += 1
    return runs


def _block_format() -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setAlignment(Qt.AlignmentFlag.AlignJustify)
    look.setTextIndent(_INDENT)
    look.setBottomMargin(_AFTER)
    return look


def _run_format(run: Run, to_read: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
    look.setFontItalic(run.italic)
    if to_read:
        look.setBackground(colour("warn_soft"))
    return look
