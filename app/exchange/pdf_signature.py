"""Prints the end of a document: recipients on the left, signature block on the right, kept on one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.documents.layout import Layout
from app.documents.model import SignatureBlock, Style
from app.exchange.pdf_page import SectionPages, type_for
from app.exchange.pdf_text import Type

_BEFORE = 6.0
"""Points between the text and the block."""
_RAISED = 0.8
"""Share of the size at which letters stand below the upper edge of their line."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a column and its upper edge, in points below the block's."""

    text: str
    type: Type
    top: float


class SignaturePrinter:
    """One signature block on the pages of a section."""

    def __init__(self, pages: SectionPages, block: SignatureBlock, measures: Layout) -> None:
        self._pages = pages
        self._measures = measures
        self._right = list(self._right_lines(block))
        self._left = list(self._left_lines(block))

    @property
    def height(self) -> float:
        """Points that the block takes with its distance from the text."""
        return _BEFORE + max((line.top + line.type.leading for line in (*self._left, *self._right)), default=0.0)

    def print(self) -> None:
        """Prints the block; recipients that no page could hold go on overleaf."""
        pages, share = self._pages, self._measures.signature_left
        pages.y -= _BEFORE
        top = pages.y
        middle = pages.left + pages.width * (1 + share) / 2
        for line in self._right:
            pages.draw_centered([line.text], line.type, middle, top - line.top)
        lowest = min((top - line.top - line.type.leading for line in self._right), default=top)
        pages.y = min(lowest, self._print_left(top))

    def _print_left(self, top: float) -> float:
        """Where the left column ends."""
        pages, y = self._pages, top
        for line in self._left:
            y = top - line.top
            if y - line.type.leading < pages.bottom - 0.01:
                pages.next_page()
                top = pages.y + line.top
                y = pages.y
            pages.draw_lines([line.text], line.type, pages.left, y)
            y -= line.type.leading
        return y

    def _right_lines(self, block: SignatureBlock) -> Iterator[_Line]:
        width = self._pages.width * (1 - self._measures.signature_left)
        style = self._measures.styles[Style.SIGNING_AUTHORITY]
        type_, top = type_for(style), 0.0
        for words in block.authority:
            for line in type_.wrap(style.drawn(words), width):
                yield _Line(line, type_, top)
                top += type_.leading
        top += self._measures.signature_lines * type_.leading
        style = self._measures.styles[Style.SIGNER_NAME]
        type_ = type_for(style)
        for line in type_.wrap(style.drawn(block.name), width):
            yield _Line(line, type_, top)
            top += type_.leading

    def _left_lines(self, block: SignatureBlock) -> Iterator[_Line]:
        """The recipients, their heading standing as high as the first line on the right."""
        if not block.recipients:
            return
        width = self._pages.width * self._measures.signature_left * 0.97
        level = type_for(self._measures.styles[Style.SIGNING_AUTHORITY])
        label = type_for(self._measures.styles[Style.RECIPIENTS_LABEL])
        top = _baseline(level) - _baseline(label)
        yield _Line(block.recipients_label, label, top)
        top += label.leading
        type_ = type_for(self._measures.styles[Style.RECIPIENT])
        for recipient in block.recipients:
            for line in type_.wrap(recipient, width):
                yield _Line(line, type_, top)
                top += type_.leading


def _baseline(type_: Type) -> float:
    return (type_.leading - type_.size) / 2 + type_.size * _RAISED
