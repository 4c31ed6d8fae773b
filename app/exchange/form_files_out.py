"""A set of statistics forms as an Excel file that a person can change and load again."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.dates import date_text
from app.domain.statistics_form import Form, FormRow, FormSet, ValueKind
from app.domain.statistics_guess import calculation_text
from app.exchange.write_xlsx import sheet_name
from app.exchange.xlsx_cells import Look, put, put_merged, set_widths
from app.texts import text

INFO = ("key", "title", "year", "version", "document", "number", "date", "note")
"""The lines at the head of the sheet about the set, each with its label in the texts."""
_HEADING = Look(bold=True, across="center")
_CELL = Look(number_format="@")
_TITLE = Look(bold=True, framed=False)


def write_form_file(form_set: FormSet, path: Path) -> None:
    """Write ``form_set`` to the .xlsx file ``path``: one sheet per form, one on the set. ``read_form_file`` gives the
    same set back. Raises OSError where the file cannot be written."""
    book = Workbook()
    book.remove(book.active)
    names = [_add_form(book, number, form) for number, form in enumerate(form_set.forms, 1)]
    _add_info(book, form_set, names)
    book.save(path)


def kind_text(row: FormRow) -> str:
    """The kind of ``row`` in words, with its answers where it has some."""
    words = text(f"statistics.kind_{row.kind.value}")
    answers = "; ".join(f"{one.number} = {one.meaning}" for one in row.answers)
    return f"{words}: {answers}" if answers else words


def _add_form(book: Workbook, number: int, form: Form) -> str:
    sheet = book.create_sheet(sheet_name(text("statistics.form_sheet", form=form.key), number, book.sheetnames))
    set_widths(sheet, (9, 60, 18, 26, 22, 22, 30))
    put(sheet, 1, 1, text("statistics.form_heading", form=form.key, title=form.title), _TITLE)
    columns = ("code", "indicator", "unit", "kind", "calculation", "group", "note")
    for column, name in enumerate(columns, 1):
        put(sheet, 3, column, text(f"statistics.column_{name}"), _HEADING)
    for at, row in enumerate(form.rows, 4):
        _add_row(sheet, at, row)
    sheet.freeze_panes = "C4"
    return str(sheet.title)


def _add_row(sheet: Worksheet, at: int, row: FormRow) -> None:
    look = Look(bold=row.kind is ValueKind.HEADING, number_format="@")
    values = (row.code, row.label, row.unit, kind_text(row), calculation_text(row.calculation), row.group)
    for column, value in enumerate(values, 1):
        put(sheet, at, column, value, look)
    if row.note:
        put_merged(sheet, (at, at + row.note_rows - 1), (7, 7), row.note, _CELL)


def _add_info(book: Workbook, form_set: FormSet, names: list[str]) -> None:
    sheet = book.create_sheet(text("statistics.info_sheet"))
    set_widths(sheet, (24, 60, 18, 26, 30))
    source = form_set.source
    day = date_text(source.day) if source.day else ""
    head = (form_set.key, form_set.title, str(form_set.year), form_set.version)
    for row, (name, value) in enumerate(zip(INFO, (*head, source.document, source.number, day, source.note),
                                            strict=True), 1):  # fmt: skip
        put(sheet, row, 1, text(f"statistics.info_{name}"), _HEADING)
        put(sheet, row, 2, value, _CELL)
    top = len(INFO) + 2
    for column, name in enumerate(("form", "title", "sheet", "shape", "balances"), 1):
        put(sheet, top, column, text(f"statistics.list_{name}"), _HEADING)
    for row, (form, name) in enumerate(zip(form_set.forms, names, strict=True), top + 1):
        balances = "\n".join(f"{one.total} = {' + '.join(one.parts)}" for one in form.balances)
        values = (form.key, form.title, name, text(f"statistics.shape_{form.shape.value}"), balances)
        for column, value in enumerate(values, 1):
            put(sheet, row, column, value, _CELL)
