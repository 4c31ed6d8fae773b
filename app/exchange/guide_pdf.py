"""Writes the guide as a PDF file: a page of contents with the numbers of the pages, then the chapters."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.documents.guide import Chapter, Guide, GuideBlock, Illustration, guide_layout, picture_measures
from app.documents.model import Paragraph, Style
from app.exchange.fonts import font_family
from app.exchange.help_files import PICTURES
from app.exchange.pdf_flow import print_blocks
from app.exchange.pdf_page import SectionPages, mm, type_for
from app.exchange.pdf_paragraph import paragraph_printer
from app.exchange.render_pdf import PdfPages
from app.texts import text

_LANGUAGE = "vi-VN"
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
    _print_parts(canvas, pages, [Paragraph(chapter.title, Style.PART), *chapter.blocks])
    return start


def _print_parts(canvas: Canvas, pages: SectionPages, blocks: Sequence[GuideBlock]) -> None:
    """The text between pictures by the rules of every document, the pictures between it."""
    gathered: list[GuideBlock] = []
    for block in blocks:
        if isinstance(block, Illustration):
            _print_text(pages, gathered)
            gathered = []
            _print_picture(canvas, pages, block)
        else:
            gathered.append(block)
    _print_text(pages, gathered)


def _print_text(pages: SectionPages, blocks: Sequence[GuideBlock]) -> None:
    print_blocks(pages, [block for block in blocks if not isinstance(block, Illustration)], guide_layout())


def _print_picture(canvas: Canvas, pages: SectionPages, picture: Illustration) -> None:
    """A picture in the middle with a fine frame, its caption below, on the next page where this one is too full."""
    own = picture_measures()
    image = ImageReader(str(PICTURES / picture.file))
    wide, high = image.getSize()
    width = min(wide * own.mm_per_pixel, own.widest) * mm
    height = width * high / wide
    caption = paragraph_printer(pages, picture.caption, guide_layout())
    if pages.space < own.before * mm + height + own.after * mm + caption.height:
        pages.next_page()
    pages.y -= height + own.before * mm
    left = pages.left + (pages.width - width) / 2
    canvas.drawImage(image, left, pages.y, width, height)
    pages.draw_frame(left, pages.y, width, height)
    pages.y -= own.after * mm / 3
    caption.print()
