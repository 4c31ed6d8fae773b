"""Writes the guide as a PDF file: a page of contents with the numbers of the pages, then the chapters."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import IO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.documents.guide import Chapter, Guide, GuideBlock, Illustration, guide_layout, picture_measures
from app.documents.model import Paragraph, Style, Table
from app.exchange.fonts import font_family
from app.exchange.help_files import PICTURES
from app.exchange.pdf_flow import print_blocks
from app.exchange.pdf_page import SectionPages, mm, type_for
from app.exchange.pdf_paragraph import paragraph_printer
from app.exchange.render_pdf import PdfPages
from app.texts import text

_LANGUAGE = "vi-VN"
_LEAST_SHARE = 0.72
"""A picture may shrink to this share of its size rather than leave its page."""
_WITH_HEADING = 90.0
"""Points that must be left below for a chapter to begin on a page."""


def write_guide(guide: Guide, path: Path) -> int:
    """Writes ``guide`` to ``path``; the number of its pages. The same guide always gives the same bytes.

    Raises MachineTrouble where the PC has no suitable font, OSError where the file cannot be written.
    """
    found = _print(guide, BytesIO(), {})
    with path.open("wb") as file:
        return _print(guide, file, found)[guide.title]


def is_guide(guide: Guide, path: Path) -> bool:
    """Whether ``path`` is a PDF file that can be read and names the first chapter of ``guide``."""
    with PdfPages(path) as pages:
        return len(pages) > 1 and guide.chapters[0].title in pages.text(0)


def _print(guide: Guide, file: IO[bytes], starts: Mapping[str, int]) -> dict[str, int]:
    """Print with the pages of the chapters known so far; the page of each chapter, under the guide's title the last."""
    canvas = Canvas(file, invariant=1, lang=_LANGUAGE, pageCompression=1, initialFontName=font_family().regular)
    canvas.setTitle(guide.title)
    canvas.setCreator(text("document.program"))
    canvas.setProducer(text("document.program"))
    measures = guide_layout()
    pages = SectionPages(canvas, measures.page("A4", landscape=False), measures)
    print_blocks(pages, guide.head, measures)
    for chapter in guide.chapters:
        _print_contents_line(canvas, pages, chapter.title, starts.get(chapter.title))
    pages.next_page()
    found = {chapter.title: _print_chapter(canvas, pages, chapter) for chapter in guide.chapters}
    found[guide.title] = canvas.getPageNumber()
    pages.finish()
    canvas.save()
    return found


def _print_contents_line(canvas: Canvas, pages: SectionPages, title: str, page: int | None) -> None:
    """A title, dots and the number of its page, a way to the chapter for who reads on the screen."""
    face = type_for(guide_layout().styles[Style.BODY])
    number = str(page or "")
    right = pages.left + pages.width
    free = pages.width - face.width(title) - face.width("000") - 2 * face.width(" ")
    dots = "." * int(free / face.width("."))
    top = pages.y
    pages.draw_lines([title], face, pages.left, top)
    pages.draw_lines([dots], face, right - face.width("000") - face.width(dots), top)
    pages.draw_lines([number], face, right - face.width(number), top)
    pages.y -= face.leading * 1.15
    if page is not None:
        canvas.linkAbsolute("", title, (pages.left, pages.y, right, top))


def _print_chapter(canvas: Canvas, pages: SectionPages, chapter: Chapter) -> int:
    """The page on which the chapter begins."""
    if pages.space < _WITH_HEADING:
        pages.next_page()
    start = int(canvas.getPageNumber())
    canvas.bookmarkPage(chapter.title)
    canvas.addOutlineEntry(chapter.title, chapter.title)
    _Chapter(canvas, pages).print([Paragraph(chapter.title, Style.PART), *chapter.blocks])
    return start


class _Chapter:
    """Prints the blocks of a chapter one group after the other; a picture that finds no room on the page waits until
    the text has filled it."""

    def __init__(self, canvas: Canvas, pages: SectionPages) -> None:
        self._canvas, self._pages = canvas, pages
        self._waiting: list[Illustration] = []

    def print(self, blocks: Sequence[GuideBlock]) -> None:
        """All ``blocks``, no picture left for the next chapter."""
        for group in _groups(blocks):
            if isinstance(group, Illustration):
                self._waiting.append(group)
            else:
                self._print_text(group)
            self._print_what_fits()
        for picture in self._waiting:
            self._pages.next_page()
            self._draw(picture, 1.0)

    def _print_text(self, group: list[Paragraph | Table]) -> None:
        measures = guide_layout()
        print_blocks(self._pages, group, measures)
        if isinstance(group[-1], Table):
            self._pages.y -= measures.after_table

    def _print_what_fits(self) -> None:
        """The pictures that wait, in their order, a little smaller where that helps."""
        while self._waiting:
            share = self._pages.space / _height(self._waiting[0])
            if share < _LEAST_SHARE:
                return
            self._draw(self._waiting.pop(0), min(share, 1.0))

    def _draw(self, picture: Illustration, share: float) -> None:
        """In the middle with a fine frame, its caption below; ``share`` of the usual size."""
        own, pages = picture_measures(), self._pages
        width, height = (side * share for side in _size(picture))
        pages.y -= height + own.before * mm * share
        left = pages.left + (pages.width - width) / 2
        self._canvas.drawImage(_image(picture), left, pages.y, width, height)
        pages.draw_frame(left, pages.y, width, height)
        pages.y -= own.below * mm * share
        paragraph_printer(pages, picture.caption, guide_layout()).print()


def _groups(blocks: Sequence[GuideBlock]) -> Iterator[list[Paragraph | Table] | Illustration]:
    """Pictures alone, other blocks one by one, a heading together with what follows it, a list in one piece."""
    group: list[Paragraph | Table] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Illustration):
            yield block
            continue
        group.append(block)
        if not _goes_on(block, following):
            yield group
            group = []


def _goes_on(block: GuideBlock, following: GuideBlock | None) -> bool:
    """Whether no picture may come between two blocks."""
    if not isinstance(block, Paragraph):
        return False
    is_list = isinstance(following, Paragraph) and block.style is following.style is Style.POINT
    return is_list or guide_layout().styles[block.style].keep_next


def _image(picture: Illustration) -> ImageReader:
    return ImageReader(str(PICTURES / picture.file))


def _size(picture: Illustration) -> tuple[float, float]:
    """Width and height in points."""
    own = picture_measures()
    wide, high = _image(picture).getSize()
    width = min(wide * own.mm_per_pixel, own.widest) * mm
    return width, width * high / wide


def _height(picture: Illustration) -> float:
    """Points that a picture takes with its caption of one line and the spaces around them."""
    own, caption = picture_measures(), guide_layout().styles[picture.caption.style]
    line = type_for(caption).leading + caption.after
    return own.before * mm + _size(picture)[1] + own.below * mm + line
