"""Writes a document as a PDF file, laid out by hand on the page."""

from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.documents.layout import Layout, layout
from app.documents.model import Block, Document, HeadingBlock, Paragraph, Section
from app.exchange.fonts import font_family
from app.exchange.pdf_heading import print_heading_block, print_paragraph
from app.exchange.pdf_page import SectionPages
from app.exchange.pdf_table import TablePrinter
from app.texts import text

_LANGUAGE = "vi-VN"

rl_config.useA85 = 0  # streams as bytes instead of printable letters: a fifth smaller and a quarter faster


def write_pdf(document: Document, path: Path) -> None:
    """Writes ``document`` to ``path``; the same document always gives the same bytes.

    Raises MachineTrouble where the PC has no suitable font, Refused for an unknown paper, OSError where the file
    cannot be written.
    """
    canvas = Canvas(str(path), invariant=1, lang=_LANGUAGE, pageCompression=1, initialFontName=font_family().regular)
    canvas.setTitle(document.title)
    canvas.setCreator(text("document.program"))
    canvas.setProducer(text("document.program"))
    for number, section in enumerate(document.sections):
        _bookmark(canvas, section, number)
        _print_section(canvas, section, layout())
    canvas.save()


def _bookmark(canvas: Canvas, section: Section, number: int) -> None:
    """An entry in the reader's table of contents for the page that comes next."""
    key = f"section-{number}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(section.name, key)


def _print_section(canvas: Canvas, section: Section, measures: Layout) -> None:
    pages = SectionPages(canvas, measures.page(section.paper, section.landscape), measures)
    for block in section.blocks:
        _print_block(pages, block, measures)
    pages.finish()


def _print_block(pages: SectionPages, block: Block, measures: Layout) -> None:
    if isinstance(block, Paragraph):
        print_paragraph(pages, block, measures)
    elif isinstance(block, HeadingBlock):
        print_heading_block(pages, block, measures)
    else:
        TablePrinter(pages, block, measures).print()
