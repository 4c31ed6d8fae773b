"""The figures of a period as the Excel file that goes to the level above: one sheet per form in the official order."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.form_report import FormReport
from app.domain.dates import date_text
from app.domain.reporting_period import cut_off
from app.domain.statistics_form import Form, Shape
from app.exchange.form_xlsx_columns import add_lines
from app.exchange.form_xlsx_rows import add_rows
from app.exchange.formula_results import Results, save_with_results
from app.exchange.write_xlsx import sheet_name
from app.exchange.xlsx_cells import Look, put, set_widths
from app.texts import text

_PAPER_A4 = 9
_MM_PER_INCH = 25.4
_LABEL, _VALUE = Look(bold=True), Look()


def write_form_report(report: FormReport, path: Path) -> None:
    """Write ``report`` to the .xlsx file ``path``. Everything but the cells for figures is locked (without a
    password); beside each calculated figure stands the formula that it has to agree with. Raises OSError where the
    file cannot be written."""
    book = Workbook()
    book.remove(book.active)
    results: dict[str, Results] = {}
    for number, form in enumerate(report.form_set.forms, 1):
        sheet = book.create_sheet(sheet_name(text("statistics.form_sheet", form=form.key), number, book.sheetnames))
        results[sheet.title] = add_form(sheet, form, report)
    add_info(book, report)
    for sheet in book.worksheets:
        lock(sheet)
        set_up_page(sheet)
    save_with_results(book, results, path)


def add_form(sheet: Worksheet, form: Form, report: FormReport) -> Results:
    """Fill ``sheet`` with ``form`` and its figures in ``report``; returns what its formulas come to."""
    if form.shape is Shape.COLUMNS:
        return add_lines(sheet, form, report.lines.get(form.key, ()), report.period.name)
    return add_rows(sheet, form, report.figures.get(form.key, {}), report.period.name)


def add_info(book: Workbook, report: FormReport) -> None:
    """Add the sheet that tells office, period, version and where the forms come from."""
    sheet = book.create_sheet(text("statistics.info_sheet"))
    set_widths(sheet, (30, 80))
    start, end = cut_off(report.period)
    source = report.form_set.source
    values = {
        "office": report.office,
        "period": report.period.name,
        "period_code": report.period.code,
        "figures_from": date_text(start),
        "figures_to": date_text(end),
        "sent_version": report.version,
        "title": report.form_set.title,
        "key": report.form_set.key,
        "year": str(report.form_set.year),
        "version": report.form_set.version,
        "number": source.number,
        "date": date_text(source.day) if source.day else "",
        "how": text("statistics.info_how_text"),
    }
    for row, (name, value) in enumerate(values.items(), 1):
        put(sheet, row, 1, text(f"statistics.info_{name}"), _LABEL)
        put(sheet, row, 2, value, _VALUE)


def lock(sheet: Worksheet) -> None:
    """Let nobody type into the cells of ``sheet`` but those for figures; columns and rows may still be widened."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def set_up_page(sheet: Worksheet) -> None:
    """Ready to print on A4 in landscape."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = (mm / _MM_PER_INCH for mm in (20, 15, 20, 20))
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = text("export.sheet_footer")
