"""Shows titles of a text in bold, as they are printed, without making their words bold ones."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from app.domain.body import BodyParagraph, Level
from app.domain.body_text import paragraph_of
from app.domain.official import is_label
from ui.widgets.text_blocks import line_of

_BY_FOLLOWING = (Level.ITEM, Level.ARTICLE)
"""What is a title or a sentence by what comes after it."""
_LEVELS = tuple(Level)
_NEW = -1


class TitleLook(QSyntaxHighlighter):
    """``shown`` gives the paragraphs that the document showed at first."""

    def __init__(self, document: QTextDocument, shown: Callable[[], Sequence[BodyParagraph]]) -> None:
        super().__init__(document)
        self._shown = shown
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._look_again)
        self._to_look_at: list[QTextBlock] = []

    def highlightBlock(self, text: str) -> None:
        """Bold where the block in turn is a title; the one above is looked at again when this one's level changes."""
        block = self.currentBlock()
        paragraph = self._paragraph(block)
        state = _LEVELS.index(paragraph.level) if paragraph is not None else len(_LEVELS)
        if self.currentBlockState() not in (_NEW, state):
            self._to_look_at.append(block.previous())
            self._again.start()
        self.setCurrentBlockState(state)
        if paragraph is not None and self._is_title(block, paragraph):
            self.setFormat(0, len(text), self._bold)

    def _is_title(self, block: QTextBlock, paragraph: BodyParagraph) -> bool:
        if paragraph.level not in (Level.PART, *_BY_FOLLOWING) or QTextCursor(block).currentTable() is not None:
            return False
        return paragraph.level is Level.PART or is_label(paragraph, self._following(block))

    def _following(self, block: QTextBlock) -> BodyParagraph | None:
        """The next paragraph that says anything."""
        block = block.next()
        while block.isValid():
            paragraph = self._paragraph(block)
            if paragraph is not None:
                return paragraph
            block = block.next()
        return None

    def _paragraph(self, block: QTextBlock) -> BodyParagraph | None:
        return paragraph_of(line_of(block, self._shown()))

    @Slot()
    def _look_again(self) -> None:
        blocks, self._to_look_at = self._to_look_at, []
        for block in blocks:
            if block.isValid():
                self.rehighlightBlock(block)
