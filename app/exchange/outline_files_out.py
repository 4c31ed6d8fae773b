"""An outline of reports as an Excel file that a person can change and load again."""

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.body_levels import POINT_LETTERS
from app.domain.dates import date_text
from app.domain.report_outline import Outline, OutlinePart
from app.exchange.outline_words import offer_words, shown_places
from app.exchange.xlsx_cells import Look, put, set_widths
from app.texts import text

INFO = ("key", "title", "document", "number", "date", "forms", "document_type", "subject", "opening", "opening_before",
        "closing", "annexes", "ad_hoc", "register_figures")  # fmt: skip
"""The lines of the sheet about the outline, each with its label in the texts."""
COLUMNS = ("key", "level", "title", "offers", "words", "fields", "figures", "form")
_HEADING = Look(bold=True, across="center")
_CELL = Look(number_format="@")


def write_outline_file(outline: Outline, path: Path) -> None:
    """Write ``outline`` to the .xlsx file ``path``: a sheet with its parts, one about it. ``read_outline_file`` gives
    the same outline back. Raises OSError where the file cannot be written."""
    book = Workbook()
    book.remove(book.active)
    _add_parts(book.create_sheet(text("kits.outline_sheet")), outline)
    _add_info(book.create_sheet(text("statistics.info_sheet")), outline)
    book.save(path)


def part_cells(part: OutlinePart) -> tuple[str, ...]:
    """The cells of a part in the order of ``COLUMNS``."""
    offers = "\n".join(offer_words(offer) for offer in part.offers)
    lists = ("; ".join(one) for one in (part.words, part.fields, part.figures))
    return part.key, text(f"kits.level_{part.level}"), shown_places(part.title), offers, *lists, part.form


def point_cells(part: OutlinePart) -> Iterator[tuple[str, ...]]:
    """The cells of the points of a part, a row each below its own."""
    for letter, point in zip(POINT_LETTERS, part.points, strict=False):
        level, words = text("kits.level_point"), "; ".join(point.words)
        yield f"{letter})", level, shown_places(point.title), "", words, "", "", ""


def _add_parts(sheet: Worksheet, outline: Outline) -> None:
    set_widths(sheet, (9, 10, 60, 44, 30, 30, 26, 10))
    for column, name in enumerate(COLUMNS, 1):
        put(sheet, 1, column, text(f"kits.column_{name}"), _HEADING)
    lines = (cells for part in outline.parts for cells in (part_cells(part), *point_cells(part)))
    for row, cells in enumerate(lines, 2):
        for column, cell in enumerate(cells, 1):
            put(sheet, row, column, cell, _CELL)
    sheet.freeze_panes = "D2"


def _add_info(sheet: Worksheet, outline: Outline) -> None:
    set_widths(sheet, (34, 110))
    sentences = (outline.subject, outline.opening, outline.opening_before, outline.closing)
    figures = "\n".join(f"{code} = {text(f'kits.figure_{name}')}" for code, name in outline.register_figures.items())
    values = (
        outline.key, outline.title, outline.source, outline.number, date_text(outline.day) if outline.day else "",
        outline.forms, outline.document_type, *map(shown_places, sentences), outline.annexes,
        text("kits.yes" if outline.ad_hoc else "kits.no"), figures,
    )  # fmt: skip
    for row, (name, value) in enumerate(zip(INFO, values, strict=True), 1):
        put(sheet, row, 1, text(f"kits.info_{name}"), _HEADING)
        put(sheet, row, 2, value, _CELL)
