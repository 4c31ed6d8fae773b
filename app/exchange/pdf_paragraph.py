"""Prints paragraphs: lines broken over pages so that no line is left alone and headings stay with their text."""

from dataclasses import dataclass

from app.documents.layout import Layout, StyleLayout
from app.documents.model import Paragraph
from app.exchange.pdf_lines import Piece, TextLine, text_lines
from app.exchange.pdf_page import SectionPages, mm, type_for, type_of

RULE_GAP = 3.0
"""Points between a text and the line below it."""
_TOGETHER = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""


@dataclass(slots=True)
class ParagraphPrinter:
    """One paragraph laid into lines, ready to be printed on the pages of a section. ``left`` and ``below`` are points:
    how far it is moved in, and what its line and the space after it take."""

    pages: SectionPages
    style: StyleLayout
    lines: list[TextLine]
    leading: float
    left: float
    rule: float
    below: float

    @property
    def keeps_next(self) -> bool:
        """Whether the paragraph stays on the page of what follows."""
        return self.style.keep_next

    @property
    def height(self) -> float:
        """Points that the whole paragraph takes."""
        return self.style.before + len(self.lines) * self.leading + self.below

    @property
    def least(self) -> float:
        """Points without which the paragraph does not begin on a page."""
        count = len(self.lines)
        return self.style.before + (count if count <= _TOGETHER + 1 else _TOGETHER) * self.leading

    def least_before(self, tail: float) -> float:
        """Points without which it does not begin on a page where ``tail`` points must follow its last lines."""
        return self.height + tail if len(self.lines) < 2 * _TOGETHER else self.least

    def print(self, tail: float = 0.0) -> None:
        """Prints the paragraph, going on overleaf where the page is full; ``tail`` points must fit below its end."""
        pages = self.pages
        if not pages.is_fresh or pages.is_first:
            pages.y -= self.style.before
        rest = self.lines
        while rest:
            count = self._count(rest, tail)
            for line in rest[:count]:
                self._draw(line)
            rest = rest[count:]
            if rest:
                pages.next_page()
        self._draw_rule()
        pages.y -= self.below

    def _count(self, rest: list[TextLine], tail: float) -> int:
        """How many of the lines that are left stand on this page; 0 turns the page at once."""
        room = int((self.pages.space + 0.01) / self.leading)
        if room >= len(rest):
            below = self.pages.space - len(rest) * self.leading + 0.01
            if not tail or below >= tail + self.below or (self.pages.is_fresh and len(rest) <= _TOGETHER):
                return len(rest)
        count = min(room, len(rest) - _TOGETHER)
        if count >= (_TOGETHER if rest is self.lines else 1):
            return count
        return max(room, 1) if self.pages.is_fresh else 0

    def _draw(self, line: TextLine) -> None:
        pages = self.pages
        x = pages.left + self.left
        if self.style.align == "center":
            x += (pages.width - self.left - line.width) / 2
        for text, type_, at in line.segments:
            pages.draw_flow(text, type_, x + at, pages.y, line.stretch)
        pages.y -= self.leading

    def _draw_rule(self) -> None:
        if self.rule:
            middle = self.pages.left + self.left + (self.pages.width - self.left) / 2
            self.pages.draw_rule(middle, self.pages.y - RULE_GAP, self.rule * self.lines[-1].width)


def paragraph_printer(pages: SectionPages, paragraph: Paragraph, measures: Layout) -> ParagraphPrinter:
    """``paragraph`` laid into lines of the width of ``pages``."""
    style = measures.styles[paragraph.style]
    left = paragraph.left * mm
    lines = text_lines(
        _pieces(paragraph, style), pages.width - left, style.first_line * mm, justified=style.align == "justify"
    )
    below = RULE_GAP + measures.after_line if paragraph.rule else style.after
    return ParagraphPrinter(pages, style, lines, type_for(style).leading, left, paragraph.rule, below)


def _pieces(paragraph: Paragraph, style: StyleLayout) -> list[Piece]:
    if not paragraph.runs:
        return [Piece(style.drawn(paragraph.text), type_for(style))]
    return [
        Piece(style.drawn(run.text), type_of(style, style.bold or run.bold, style.italic or run.italic))
        for run in paragraph.runs
    ]
