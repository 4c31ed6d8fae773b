"""Prints the two-column head of a document."""

from app.documents.layout import Layout
from app.documents.model import HeadingBlock, Style
from app.domain.official import Urgency
from app.exchange.pdf_page import SectionPages, mm, type_for
from app.exchange.pdf_paragraph import RULE_GAP
from app.texts import text

_AFTER_BLOCK = 14.0


def print_heading_block(pages: SectionPages, block: HeadingBlock, measures: Layout) -> None:
    """Bodies and number on the left; country, motto, place and date on the right; lines of the lengths laid down;
    number and date level with each other."""
    share = measures.heading_left
    left = _Half(pages, 0.0, share, measures)
    left.print(block.superior_body, Style.SUPERIOR_BODY)
    left.print(block.issuing_body, Style.ISSUING_BODY, measures.lines[Style.ISSUING_BODY])
    right = _Half(pages, share, 1 - share, measures)
    right.print(text("document.country"), Style.COUNTRY)
    right.print(text("document.motto"), Style.MOTTO, measures.lines[Style.MOTTO])
    left.y = right.y = min(left.y, right.y)
    left.print(block.symbol, Style.SYMBOL)
    right.print(block.place_date, Style.PLACE_DATE)
    left.print(block.dispatch_title, Style.DISPATCH_TITLE)
    if block.urgency is not Urgency.NONE:
        left.print_box(block.urgency)
    pages.y = min(left.y, right.y) - _AFTER_BLOCK


class _Half:
    """One side of the head: centred lines below each other. ``start`` and ``share`` are parts of the page's width."""

    def __init__(self, pages: SectionPages, start: float, share: float, measures: Layout) -> None:
        self._pages = pages
        self._width = pages.width * share
        self._middle = pages.left + pages.width * (start + share / 2)
        self._measures = measures
        self.y = pages.y

    def print(self, words: str, name: Style, rule: float = 0) -> None:
        """``words`` in a style and, where ``rule`` is given, a line below of that share of the last line's length."""
        if not words:
            return
        style = self._measures.styles[name]
        type_ = type_for(style)
        lines = type_.wrap(style.drawn(words), self._width)
        self.y -= style.before
        self._pages.draw_centered(lines, type_, self._middle, self.y)
        self.y -= len(lines) * type_.leading
        if rule:
            self.y -= RULE_GAP
            self._pages.draw_rule(self._middle, self.y, rule * type_.width(lines[-1]))

    def print_box(self, urgency: Urgency) -> None:
        """The framed word that says how fast the document is to go."""
        style, color = self._measures.styles[Style.URGENCY], self._measures.urgency_color
        width, height = (size * mm for size in self._measures.urgency_boxes[urgency])
        type_ = type_for(style)
        self.y -= style.before
        self._pages.draw_box(self._middle, self.y, width, height, color)
        top = self.y - (height - type_.leading) / 2
        words = style.drawn(text(f"document.urgency_{urgency.value}"))
        self._pages.draw_in_color(words, type_, self._middle, top, color)
        self.y -= height
