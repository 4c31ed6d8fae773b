"""The figures of a period as the Excel file that goes to the level above: one sheet per form in the official order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.dates import date_text
from app.domain.reporting_period import ReportingPeriod, cut_off
from app.domain.statistics_form import Figures, Form, FormLine, FormSet, Shape
from app.exchange.form_xlsx_columns import add_lines
from app.exchange.form_xlsx_rows import add_rows
from app.exchange.formula_results import Results, save_with_results
from app.exchange.write_xlsx import sheet_name
from app.exchange.xlsx_cells import Look, put, set_widths
from app.texts import text

_PAPER_A4 = 9
_MM_PER_INCH = 25.4
_LABEL, _VALUE = Look(bold=True), Look()


@dataclass(frozen=True, slots=True)
class FormReport:
    """What goes upward: the forms of ``form_set`` with the ``figures`` by form key (``lines`` for forms of columns).
    ``version`` counts what the office has sent for the period: "1", then "2" after a correction."""

    office: str
    period: ReportingPeriod
    form_set: FormSet
    figures: Mapping[str, Figures]
    lines: Mapping[str, Sequence[FormLine]] = field(default_factory=dict)
    version: str = "1"


def write_form_report(report: FormReport, path: Path) -> None:
    """Write ``report`` to the .xlsx file ``path``. Everything but the cells for figures is locked (without a
    password); beside each calculated figure stands the formula that it has to agree with. Raises OSError where the
    file cannot be written."""
    book = Workbook()
    book.remove(book.active)
    results: dict[str, Results] = {}
    for number, form in enumerate(report.form_set.forms, 1):
        sheet = book.create_sheet(sheet_name(text("statistics.form_sheet", form=form.key), number, book.sheetnames))
        results[sheet.title] = _add_form(sheet, form, report)
    _add_info(book, report)
    for sheet in book.worksheets:
        _set_up(sheet)
    save_with_results(book, results, path)


def _add_form(sheet: Worksheet, form: Form, report: FormReport) -> Results:
    if form.shape is Shape.COLUMNS:
        return add_lines(sheet, form, report.lines.get(form.key, ()), report.period.name)
    return add_rows(sheet, form, report.figures.get(form.key, {}), report.period.name)


def _add_info(book: Workbook, report: FormReport) -> None:
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


def _set_up(sheet: Worksheet) -> None:
    """Locked, and ready to print on A4 in landscape."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = (mm / _MM_PER_INCH for mm in (20, 15, 20, 20))
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = text("export.sheet_footer")
