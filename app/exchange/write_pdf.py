"""Writes a document as a PDF file, laid out by hand on the page."""

from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.documents.layout import Layout, layout
from app.documents.model import Document, Section
from app.exchange.fonts import font_family
from app.exchange.pdf_flow import print_blocks
from app.exchange.pdf_page import SectionPages
from app.texts import text

_LANGUAGE = "vi-VN"

rl_config.useA85 = 0  # streams as bytes instead of printable letters: a fifth smaller and a quarter faster


def write_pdf(document: Document, path: Path, measures: Layout | None = None) -> None:
    """Writes ``document`` to ``path``, by ``measures`` or the shipped layout; the same document always gives the same
    bytes.

    Raises MachineTrouble where the PC has no suitable font, Refused for an unknown paper, OSError where the file
    cannot be written.
    """
    canvas = Canvas(str(path), invariant=1, lang=_LANGUAGE, pageCompression=1, initialFontName=font_family().regular)
    canvas.setTitle(document.title)
    canvas.setCreator(text("document.program"))
    canvas.setProducer(text("document.program"))
    for number, section in enumerate(document.sections):
        _bookmark(canvas, section, number)
        _print_section(canvas, section, measures or layout())
    canvas.save()


def _bookmark(canvas: Canvas, section: Section, number: int) -> None:
    """An entry in the reader's table of contents for the page that comes next."""
    key = f"section-{number}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(section.name, key)


def _print_section(canvas: Canvas, section: Section, measures: Layout) -> None:
    pages = SectionPages(canvas, measures.page(section.paper, section.landscape), measures)
    print_blocks(pages, section.blocks, measures)
    pages.finish()
