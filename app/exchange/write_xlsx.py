"""A document as an Excel workbook: one sheet per appendix, ready to read on screen and to print."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.layout import Layout, layout
from app.documents.model import Document, HeadingBlock, Section, Table
from app.exchange.out_text import printable
from app.exchange.own_info import named_values
from app.exchange.xlsx_out_rows import SheetRows
from app.exchange.xlsx_out_sheet import column_units, section_lines, sheet_widths
from app.exchange.xlsx_out_styles import CellStyles
from app.texts import text

_LONGEST_NAME = 31
_PAPERS = {"A4": 9, "A3": 8}
_FROZEN_ROWS = 5
"""A heading further down than this row stays unfrozen: it would leave too little of a small screen."""
_MM_PER_INCH = 25.4


def write_xlsx(document: Document, path: Path) -> None:
    """Write ``document`` to ``path``, replacing what is there.

    Raises Refused for a text longer than an Excel cell can hold, OSError where the file cannot be written.
    """
    book = Workbook()
    book.remove(book.active)
    book.properties.title = printable(document.title)
    book.properties.creator = text("document.program")
    for name, value in named_values(document.info) if document.info else ():
        book.custom_doc_props.append(StringProperty(name=name, value=printable(value)))
    contents = []
    for number, section in enumerate(document.sections, 1):
        sheet = book.create_sheet(sheet_name(section.name, number, book.sheetnames))
        contents.append(fill_sheet(sheet, section, layout()))
    _save(book, contents, path)


def sheet_name(wanted: str, number: int, taken: list[str]) -> str:
    """A name that Excel accepts for the sheet ``number`` (from 1) and that is not among ``taken``, close to
    ``wanted``."""
    plain = re.sub(r"[\[\]:*?/\\]+", " ", printable(wanted))
    plain = " ".join(plain.split())[:_LONGEST_NAME].strip("' ")
    if not plain or plain.casefold() == "history":
        plain = text("export.sheet", number=number)
    used = {name.casefold() for name in taken}
    candidate, count = plain, 1
    while candidate.casefold() in used:
        count += 1
        candidate = f"{plain[: _LONGEST_NAME - len(str(count)) - 3].rstrip()} ({count})"
    return candidate


def fill_sheet(sheet: Worksheet, section: Section, measures: Layout) -> str:
    """Set up ``sheet`` for ``section``; its rows as XML text."""
    rows = SheetRows(sheet.title, sheet_widths(section, measures), measures, CellStyles(sheet, measures))
    for number, width in enumerate(rows.widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column_units(width)
    heading = _add_lines(rows, section)
    sheet.merged_cells.ranges = set(rows.merges)
    _set_up_page(sheet, section, measures, heading)
    block_above = any(isinstance(block, HeadingBlock) for block in section.blocks)
    if heading and heading[1] <= _FROZEN_ROWS and not block_above:
        sheet.freeze_panes = f"A{heading[1] + 1}"
    return "".join(rows.xml)


def _add_lines(rows: SheetRows, section: Section) -> tuple[int, int] | None:
    """Add the whole section to ``rows``; the first and the last row (from 1) of the heading that is repeated: that of
    the only table, None where there is none or several."""
    headings = []
    for line, is_heading in section_lines(section, rows.widths, rows.layout):
        rows.add(line)
        if is_heading:
            headings.append(rows.row)
    tables = sum(isinstance(block, Table) for block in section.blocks)
    return (headings[0], headings[-1]) if headings and tables == 1 else None


def _save(book: Workbook, contents: list[str], path: Path) -> None:
    """Let openpyxl write the workbook without rows, then put the rows into its sheets."""
    empty = BytesIO()
    book.save(empty)
    parts = {f"xl/worksheets/sheet{number}.xml": rows for number, rows in enumerate(contents, 1)}
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename in parts:
                data = with_rows(data, parts[item.filename])
            target.writestr(item.filename, data)


def with_rows(sheet: bytes, rows: str) -> bytes:
    """The XML of an empty ``sheet`` with ``rows`` as ``fill_sheet`` gives them."""
    without_size = re.sub(rb"<dimension [^>]*/>", b"", sheet)
    before, place, after = without_size.partition(b"<sheetData/>")
    if not place:
        before, place, after = without_size.partition(b"<sheetData></sheetData>")
    return b"".join((before, b"<sheetData>", rows.encode(), b"</sheetData>", after))


def _set_up_page(sheet: Worksheet, section: Section, measures: Layout, heading: tuple[int, int] | None) -> None:
    page = measures.page(section.paper, section.landscape)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup = sheet.page_setup
    setup.orientation = "landscape" if section.landscape else "portrait"
    setup.paperSize = _PAPERS.get(section.paper, _PAPERS["A4"])
    setup.fitToWidth, setup.fitToHeight = 1, 0
    setup.firstPageNumber, setup.useFirstPageNumber = 1, True
    margins = sheet.page_margins
    margins.left, margins.right = page.left / _MM_PER_INCH, page.right / _MM_PER_INCH
    margins.top, margins.bottom = page.top / _MM_PER_INCH, page.bottom / _MM_PER_INCH
    margins.header = margins.footer = page.bottom / _MM_PER_INCH / 2
    sheet.print_options.horizontalCentered = True
    footer = sheet.oddFooter.center
    footer.text, footer.font, footer.size = text("export.sheet_footer"), measures.font, round(measures.page_number_size)
    if heading:
        sheet.print_title_rows = f"{heading[0]}:{heading[1]}"
