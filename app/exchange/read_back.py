"""Reads an exported file again and compares it with the document it was made from, place by place.

Deliberately not through the readers for import: those judge what a table means, and an export must not be refused
because a heading of the clerk's own is not understood.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from app.documents.layout import layout
from app.documents.model import Block, Document, HeadingBlock, Paragraph, Section, SignatureBlock, Table
from app.domain.official import Urgency
from app.exchange.docx_out_table import drawn_rows
from app.exchange.out_text import printable
from app.exchange.xlsx_out_sheet import section_lines, sheet_widths
from app.texts import text

Texts = tuple[str, ...]
_NUMBER = re.compile(r"\A\s*\d{1,4}\s")
"""The page number, which would stand inside a word that is broken overleaf."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def same_docx(path: Path, document: Document) -> bool:
    """Whether the Word file holds every paragraph and every cell of ``document``, in order."""
    wanted = (texts for section in document.sections for block in section.blocks for texts in _word_rows(block))
    return all(a == b for a, b in zip_longest(_docx_rows(path), wanted))


def same_xlsx(path: Path, document: Document) -> bool:
    """Whether the workbook holds every row of ``document``, sheet by sheet, each cell a string."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(str(path)) as book:
        if len(book.sheet_names) != len(document.sections):
            return False
        sheets = [
            book.get_sheet_by_index(number).to_python(skip_empty_area=False) for number in range(len(document.sections))
        ]
        return all(same_sheet(sheet, section) for sheet, section in zip(sheets, document.sections, strict=True))


def same_sheet(sheet: Sequence[Sequence[object]], section: Section) -> bool:
    """Whether the rows of a ``sheet`` are those of ``section``, each cell a string."""
    found = (_trimmed(row) for row in sheet)
    lines = section_lines(section, sheet_widths(section, layout()), layout())
    wanted = (_trimmed([printable(cell.text) if cell else "" for cell in line]) for line, _ in lines)
    return all(a == b for a, b in zip_longest(found, wanted, fillvalue=()))


def same_pdf(path: Path, document: Document) -> bool:
    """Whether the PDF has a page for each section and every word of ``document`` can be found in its text."""
    pages = _pdf_pages(path)
    words = {word for page in pages for word in _plain(page).split()}
    missing = {word for shown in _texts(document) for word in _plain(shown).split()} - words
    run_together = "".join(_plain(_NUMBER.sub("", page)).replace(" ", "") for page in pages) if missing else ""
    return len(pages) >= len(document.sections) and all(word in run_together for word in missing)


def _word_rows(block: Block) -> Iterator[Texts]:
    match block:
        case Paragraph():
            yield from _lines(block.text)
        case Table():
            for cells, _ in drawn_rows(block):
                yield tuple("" if continued else printable(cell.text) for _, cell, continued in cells)
        case HeadingBlock():
            bodies = (block.superior_body, block.issuing_body, text("document.country"), text("document.motto"))
            urgency = block.urgency is not Urgency.NONE and text(f"document.urgency_{block.urgency.value}")
            yield from _lines(*bodies)
            yield from _lines(block.symbol, block.dispatch_title, urgency or "", block.place_date)
        case SignatureBlock():
            label = block.recipients_label if block.recipients else ""
            yield from _lines(label, *block.recipients, *block.authority, block.name)


def _lines(*texts: str) -> Iterator[Texts]:
    """Every line of ``texts`` that says something."""
    yield from ((line,) for words in texts for line in printable(words).split("\n") if line)


def _docx_rows(path: Path) -> Iterator[Texts]:
    """Paragraphs, the paragraphs of tables without lines, and the rows of tables with lines, from top to bottom."""
    with ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    for element in body:
        if element.tag == f"{_W}p" and (words := _words(element)):
            yield (words,)
        elif element.tag == f"{_W}tbl" and element.find(f"{_W}tblPr/{_W}tblBorders") is None:
            yield from ((words,) for paragraph in element.iter(f"{_W}p") if (words := _words(paragraph)))
        elif element.tag == f"{_W}tbl":
            for row in element.iterchildren(f"{_W}tr"):
                yield tuple("\n".join(map(_words, cell.iterchildren(f"{_W}p"))) for cell in row.iterchildren(f"{_W}tc"))


def _words(paragraph: etree._Element) -> str:
    return "".join(part.text or "" for part in paragraph.iter(f"{_W}t"))


def _trimmed(row: Sequence[object]) -> tuple[object, ...]:
    """``row`` without empty cells at its end."""
    cells = list(row)
    while cells and cells[-1] == "":
        cells.pop()
    return tuple(cells)


def _texts(document: Document) -> Iterator[str]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Table):
                yield from (cell.text for row in (*block.headings, *block.rows) for cell in row if cell)
            elif isinstance(block, SignatureBlock):
                yield from (*block.recipients, *block.authority, block.name)
            elif isinstance(block, HeadingBlock):
                yield from (block.superior_body, block.issuing_body, block.symbol)
                yield from (block.dispatch_title, block.place_date)


def _pdf_pages(path: Path) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as file:
        return [page.get_textpage().get_text_bounded() for page in file]


def _plain(text: str) -> str:
    """``text`` in lower case with a blank for everything that is no letter and no digit: line ends and hyphens are
    drawn where they fit."""
    normal = unicodedata.normalize("NFC", text).casefold()
    return "".join(character if character.isalnum() else " " for character in normal)
