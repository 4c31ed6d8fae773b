"""What is tinted in a text while it is written: words that nobody has read again, numbers of the register."""

import re
from collections.abc import Collection, Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from app.domain.body import BodyParagraph
from app.domain.body_text import is_to_read, paragraph_of
from ui.theme import colour
from ui.widgets.text_blocks import line_of

_NUMBER = re.compile(r"\d(?:[\d.,/]*\d)?%?")


def tints(
    document: QTextDocument, shown: Sequence[BodyParagraph], all_to_read: bool, offers: Collection[str]
) -> list[QTextEdit.ExtraSelection]:
    """The tints of ``document``, which ``shown`` were shown in at first: of paragraphs still to be read (all of them
    with ``all_to_read``), and of the numbers in those that stand as the register ``offers`` them. They are no part of
    the text, so that undo knows nothing of them."""
    if not (all_to_read or offers or any(map(is_to_read, shown))):
        return []
    return [tint for block in _blocks(document) for tint in _of_block(block, shown, all_to_read, offers)]


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _of_block(
    block: QTextBlock, shown: Sequence[BodyParagraph], all_to_read: bool, offers: Collection[str]
) -> Iterator[QTextEdit.ExtraSelection]:
    paragraph = paragraph_of(line_of(block, shown))
    if paragraph is not None and (all_to_read or paragraph.to_read):
        yield _tint(block, 0, block.length() - 1, "warn_soft")
    if block.text() in offers:
        yield from (_tint(block, *one.span(), "primary_soft") for one in _NUMBER.finditer(block.text()))


def _tint(block: QTextBlock, start: int, end: int, ground: str) -> QTextEdit.ExtraSelection:
    """The letters from ``start`` to ``end`` of ``block`` on another ground."""
    tint, look = QTextEdit.ExtraSelection(), QTextCharFormat()
    look.setBackground(colour(ground))
    tint.cursor, tint.format = QTextCursor(block), look
    tint.cursor.setPosition(block.position() + start)
    tint.cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return tint
