"""A report as the Excel workbook that goes to the level above: its text, its forms with formulas, its annexes.

The forms are written by the same functions as the export of figures, so that a number cannot differ between them.
"""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.form_report import FormReport
from app.documents.form_table import form_label
from app.documents.layout import layout
from app.documents.model import Document, Section
from app.domain.statistics_compute import filled
from app.domain.statistics_form import Form, Shape
from app.exchange.form_xlsx import add_form, add_info, lock, set_up_page
from app.exchange.form_xlsx_rows import FIRST_ROW, VALUE_COLUMN, figure_value
from app.exchange.formula_results import Results, with_results
from app.exchange.indicator_xlsx import add_indicators
from app.exchange.out_text import printable
from app.exchange.read_back import same_sheet
from app.exchange.write_xlsx import fill_sheet, sheet_name, with_rows
from app.texts import text


@dataclass(slots=True)
class _Contents:
    """What openpyxl cannot write, by the number of the sheet (from 1): whole rows, and results of formulas."""

    rows: dict[int, str] = field(default_factory=dict)
    results: dict[int, Results] = field(default_factory=dict)


def write_report_xlsx(document: Document, path: Path) -> None:
    """Write ``document``, which has ``forms``, to ``path``: a sheet for each of its sections, one for indicators, one
    about the file. Everything but the cells for figures is locked, without a password.

    Raises Refused for a text longer than an Excel cell can hold, OSError where the file cannot be written.
    """
    assert document.forms is not None
    book, contents = Workbook(), _Contents()
    book.remove(book.active)
    book.properties.title = printable(document.title)
    book.properties.creator = text("document.program")
    for number, section in enumerate(document.sections, 1):
        sheet = book.create_sheet(sheet_name(section.name, number, book.sheetnames))
        _add(sheet, number, section, document.forms, contents)
    for sheet in _more_sheets(book, document.forms):
        set_up_page(sheet)
    for sheet in book.worksheets:
        lock(sheet)
    book.security = WorkbookProtection(lockStructure=True)
    _save(book, contents, path)


def _add(sheet: Worksheet, number: int, section: Section, forms: FormReport, contents: _Contents) -> None:
    form = _forms_by_label(forms).get(section.name)
    if form is None:
        contents.rows[number] = fill_sheet(sheet, section, layout())
    else:
        contents.results[number] = add_form(sheet, form, forms)
        set_up_page(sheet)


def _forms_by_label(forms: FormReport) -> dict[str, Form]:
    """The forms of rows by the name of the section that shows them."""
    return {form_label(form): form for form in forms.form_set.forms if form.shape is Shape.ROWS}


def _more_sheets(book: Workbook, forms: FormReport) -> list[Worksheet]:
    there = len(book.worksheets)
    if forms.indicators:
        sheet = book.create_sheet(sheet_name(text("indicators.sheet"), there + 1, book.sheetnames))
        add_indicators(sheet, forms.indicators, forms.period.name)
    add_info(book, forms)
    return list(book.worksheets[there:])


def _save(book: Workbook, contents: _Contents, path: Path) -> None:
    plain = BytesIO()
    book.save(plain)
    parts = {f"xl/worksheets/sheet{number}.xml": number for number in range(1, len(book.sheetnames) + 1)}
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            number = parts.get(item.filename)
            if number in contents.rows:
                data = with_rows(data, contents.rows[number])
            elif number in contents.results:
                data = with_results(data.decode(), contents.results[number]).encode()
            target.writestr(item.filename, data)


def same_report_xlsx(path: Path, document: Document) -> bool:
    """Whether the workbook holds every row of the text and the annexes of ``document``, and every figure of its
    forms."""
    from python_calamine import CalamineWorkbook

    assert document.forms is not None
    forms = _forms_by_label(document.forms)
    with CalamineWorkbook.from_path(str(path)) as book:
        if len(book.sheet_names) <= len(document.sections):
            return False
        for number, section in enumerate(document.sections):
            rows = book.get_sheet_by_index(number).to_python(skip_empty_area=False)
            form = forms.get(section.name)
            if not (same_sheet(rows, section) if form is None else _same_form(rows, form, document.forms)):
                return False
    return True


def _same_form(rows: Sequence[Sequence[object]], form: Form, forms: FormReport) -> bool:
    wanted = filled(form, forms.figures.get(form.key, {}))
    found: Mapping[object, object] = {row[0]: row[VALUE_COLUMN - 1] for row in rows[FIRST_ROW - 1 :]}
    return all(found.get(row.code) == _shown(figure_value(wanted.get(row.code))) for row in form.rows)


def _shown(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value
