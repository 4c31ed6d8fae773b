"""Prints paragraphs and the two-column head of a document."""

from collections.abc import Sequence

from app.documents.layout import Layout
from app.documents.model import HeadingBlock, Paragraph, Style
from app.exchange.pdf_page import SectionPages, type_for
from app.texts import text

_RULE_GAP = 3.0
"""Points between a text and the line below it."""
_AFTER_BLOCK = 14.0


def print_paragraph(pages: SectionPages, paragraph: Paragraph, measures: Layout) -> None:
    """A paragraph over the whole width, going on overleaf where the page is full."""
    style = measures.styles[paragraph.style]
    type_ = type_for(style)
    pages.y -= style.before
    for line in type_.wrap(style.drawn(paragraph.text), pages.width):
        if pages.space < type_.leading:
            pages.next_page()
        if style.align == "center":
            pages.draw_centered([line], type_, pages.left + pages.width / 2, pages.y)
        else:
            pages.draw_lines([line], type_, pages.left, pages.y)
        pages.y -= type_.leading
    pages.y -= style.after


def print_heading_block(pages: SectionPages, block: HeadingBlock, measures: Layout) -> None:
    """Bodies and symbol on the left; country, motto, place and date on the right; lines of the lengths laid down."""
    left = _Half(pages, pages.left + pages.width / 4, measures)
    left.print(block.superior_body, Style.SUPERIOR_BODY)
    left.print(block.issuing_body, Style.ISSUING_BODY, measures.body_line)
    left.print(block.symbol, Style.SYMBOL)
    right = _Half(pages, pages.left + pages.width * 3 / 4, measures)
    right.print(text("document.country"), Style.COUNTRY)
    right.print(text("document.motto"), Style.MOTTO, measures.motto_line)
    right.print(block.place_date, Style.PLACE_DATE)
    pages.y = min(left.y, right.y) - _AFTER_BLOCK


class _Half:
    """One side of the head: centred lines below each other."""

    def __init__(self, pages: SectionPages, middle: float, measures: Layout) -> None:
        self._pages = pages
        self._middle = middle
        self._measures = measures
        self.y = pages.y

    def print(self, words: str, name: Style, rule: float = 0) -> None:
        """``words`` in a style and, where ``rule`` is given, a line below of that share of the last line's length."""
        if not words:
            return
        style = self._measures.styles[name]
        type_ = type_for(style)
        lines: Sequence[str] = type_.wrap(style.drawn(words), self._pages.width / 2 * 0.95)
        self.y -= style.before
        self._pages.draw_centered(list(lines), type_, self._middle, self.y)
        self.y -= len(lines) * type_.leading
        if rule:
            self.y -= _RULE_GAP
            self._pages.draw_rule(self._middle, self.y, rule * type_.width(lines[-1]))
