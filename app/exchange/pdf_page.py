"""Puts lines of text and frames on the pages of one section."""

from functools import cache

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from app.documents.layout import Layout, PageLayout, StyleLayout, layout
from app.exchange.fonts import font_family
from app.exchange.pdf_text import Type

mm = 72 / 25.4
"""Points in a millimetre."""
_TOLERANCE = 0.01


@cache
def type_for(style: StyleLayout) -> Type:
    """Face, size and leading of a style."""
    return type_of(style, style.bold, style.italic)


def type_of(style: StyleLayout, bold: bool, italic: bool) -> Type:
    """Size and leading of a style in a face of other weight or slant."""
    return _type(style.size, bold, italic, style.spacing)


@cache
def _type(size: float, bold: bool, italic: bool, spacing: float = 1.0) -> Type:
    return Type(font_family().face(bold, italic), size, size * layout().line_spacing * spacing)


class SectionPages:
    """The pages of one section while they are being filled; all lengths are points, heights count upwards.

    ``y`` is the height at which the next thing goes.
    """

    def __init__(self, canvas: Canvas, page: PageLayout, measures: Layout) -> None:
        self._canvas = canvas
        self._measures = measures
        self._page_height = page.height * mm
        self._page_width = page.width * mm
        self._top_margin = page.top * mm
        self.left = page.left * mm
        self.width = page.printable_width * mm
        self.top = (page.height - page.top) * mm
        self.bottom = page.bottom * mm
        self._number = 0
        self._begin()

    @property
    def space(self) -> float:
        """Points left on the page."""
        return self.y - self.bottom

    @property
    def full_height(self) -> float:
        """Points between the margins of a fresh page."""
        return self.top - self.bottom

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y >= self.top - _TOLERANCE

    @property
    def is_first(self) -> bool:
        """Whether the page is the first of its section."""
        return self._number == 1

    def next_page(self) -> None:
        """Ends the page and begins the next one."""
        self.finish()
        self._begin()

    def _begin(self) -> None:
        self._number += 1
        self._canvas.setPageSize((self._page_width, self._page_height))
        self._texts: dict[str, PDFTextObject] = {}
        self._flow: PDFTextObject | None = None
        self._frames = self._canvas.beginPath()
        self.y = self.top
        if self._number >= self._measures.first_numbered:
            self._draw_number()

    def _draw_number(self) -> None:
        """The page number in the top margin, in the middle between the margins as Word's header has it."""
        number = _type(self._measures.page_number_size, False, False)
        baseline = self._page_height - self._top_margin / 2 - number.size / 3
        self.draw_line(str(self._number), number, self.left + self.width / 2, baseline)

    def finish(self) -> None:
        """Ends the page."""
        self._canvas.setLineWidth(self._measures.grid_thickness)
        self._canvas.drawPath(self._frames)
        self._put_down()
        self._canvas.showPage()

    def _put_down(self) -> None:
        """Puts the text gathered so far on the page, so that what is printed later also comes later in the file."""
        for text in self._texts.values():
            self._canvas.drawText(text)
        if self._flow is not None:
            self._flow.setWordSpace(0)
            self._canvas.drawText(self._flow)
        self._texts, self._flow = {}, None

    def _text(self, type_: Type) -> PDFTextObject:
        """What gathers text of one type, so that the type is named once a page and not once a cell."""
        if self._flow is not None:
            self._put_down()
        key = f"{type_.face} {type_.size}"
        if key not in self._texts:
            self._texts[key] = self._canvas.beginText()
            self._texts[key].setFont(type_.face, type_.size, type_.leading)
        return self._texts[key]

    def draw_flow(self, line: str, type_: Type, x: float, top: float, stretch: float) -> None:
        """A piece of running text from the left, ``stretch`` points added to each of its blanks."""
        if self._flow is None:
            self._put_down()
            self._flow = self._canvas.beginText()
        text = self._flow
        text.setFont(type_.face, type_.size, type_.leading)
        text.setTextOrigin(x, top - _baseline(type_))
        text.setWordSpace(stretch)
        _put(text, line, type_)

    def draw_lines(self, lines: list[str], type_: Type, x: float, top: float) -> None:
        """Lines one below the other, from the left; ``top`` is the upper edge of the first."""
        text = self._text(type_)
        text.setTextOrigin(x, top - _baseline(type_))
        for line in lines:
            _put(text, line, type_)

    def draw_centered(self, lines: list[str], type_: Type, middle: float, top: float) -> None:
        """Lines one below the other, each centred on ``middle``."""
        for number, line in enumerate(lines):
            self.draw_line(line, type_, middle, top - _baseline(type_) - number * type_.leading)

    def draw_line(self, line: str, type_: Type, middle: float, baseline: float) -> None:
        """One line centred on ``middle``."""
        text = self._text(type_)
        text.setTextOrigin(middle - type_.width(line) / 2, baseline)
        _put(text, line, type_)

    def draw_frame(self, x: float, bottom: float, width: float, height: float) -> None:
        """The outline of a table cell."""
        self._frames.rect(x, bottom, width, height)

    def draw_box(self, middle: float, top: float, width: float, height: float, color: str) -> None:
        """A single-line frame in a colour of six hexadecimal digits, its words to be drawn by ``draw_in_color``."""
        self._canvas.saveState()
        self._canvas.setStrokeColor(f"#{color}")
        self._canvas.setLineWidth(self._measures.line_thickness)
        self._canvas.rect(middle - width / 2, top - height, width, height)
        self._canvas.restoreState()

    def draw_in_color(self, line: str, type_: Type, middle: float, top: float, color: str) -> None:
        """One line centred on ``middle`` in a colour of six hexadecimal digits."""
        text = self._canvas.beginText()
        text.setFont(type_.face, type_.size, type_.leading)
        text.setFillColor(f"#{color}")
        text.setTextOrigin(middle - type_.width(line) / 2, top - _baseline(type_))
        _put(text, line, type_)
        text.setFillColor("#000000")
        self._canvas.drawText(text)

    def draw_rule(self, middle: float, y: float, length: float) -> None:
        """A solid horizontal line below a text."""
        self._canvas.setLineWidth(self._measures.line_thickness)
        self._canvas.line(middle - length / 2, y, middle + length / 2, y)


def _put(text: PDFTextObject, line: str, type_: Type) -> None:
    """One line, other faces helping out with signs that the type lacks."""
    *first, (last_face, last) = type_.pieces(line)
    for face, piece in first:
        text.setFont(face, type_.size, type_.leading)
        text.textOut(piece)
    if first or last_face != type_.face:
        text.setFont(last_face, type_.size, type_.leading)
        text.textLine(last)
        text.setFont(type_.face, type_.size, type_.leading)
    else:
        text.textLine(last)


def _baseline(type_: Type) -> float:
    """From the upper edge of a line down to where its letters stand."""
    return (type_.leading - type_.size) / 2 + type_.size * 0.8
