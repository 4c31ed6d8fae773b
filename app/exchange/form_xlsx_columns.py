"""A form of columns as a worksheet: groups over columns, the lines, their totals, and formulas beside them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from openpyxl.worksheet.worksheet import Worksheet

from app.domain.statistics_compute import column_totals, filled, total_of
from app.domain.statistics_form import NOT_AVAILABLE, Balance, Figures, Form, FormLine, FormRow, Total, ValueKind
from app.exchange.form_xlsx_rows import FORMATS, figure_look, figure_value, formula_of, result_of
from app.exchange.formula_results import Results
from app.exchange.sheet_model import address
from app.exchange.xlsx_cells import Look, put, put_formula, put_merged, set_widths
from app.texts import text

_HEADING = Look(bold=True, across="center")
_TITLE = Look(bold=True, across="center", framed=False)
_PERIOD = Look(italic=True, across="center", framed=False)
_NUMBERS = Look(italic=True, across="center")
_FIRST_ROW = 7
_COUNT_FORMAT = FORMATS[ValueKind.COUNT]
_NARROW, _WIDE, _FIRST = 12.0, 36.0, 6.0
_ROOM = 5
"""Empty lines below those of the office, for more at the level above."""


def add_lines(sheet: Worksheet, form: Form, lines: Sequence[FormLine], period: str) -> Results:
    """Fill ``sheet`` with ``form``, its ``lines`` and their totals; returns what the formulas come to."""
    checks = _checks(form)
    width = len(form.rows) + len(checks)
    set_widths(sheet, [_width(row, at) for at, row in enumerate(form.rows)] + [_NARROW] * len(checks))
    _add_heading(sheet, form, checks, period, width)
    last = _FIRST_ROW + len(lines) + _ROOM - 1
    results: dict[str, Decimal | str] = {}
    for at in range(_FIRST_ROW, last + 1):
        line = lines[at - _FIRST_ROW] if at - _FIRST_ROW < len(lines) else FormLine("", "", {})
        _add_line(sheet, at, form, line)
        results |= _add_checks(sheet, at, form, checks, line.figures)
    results |= _add_totals(sheet, last, form, lines)
    results |= _add_checks(sheet, last + 1, form, checks, column_totals(form, lines))
    sheet.freeze_panes = address(_FIRST_ROW - 1, len([row for row in form.rows if not row.kind.is_figure]))
    sheet.print_title_rows = f"4:{_FIRST_ROW - 1}"
    return results


def _width(row: FormRow, at: int) -> float:
    if row.kind.is_figure:
        return _NARROW
    return _WIDE if at else _FIRST


def _add_heading(sheet: Worksheet, form: Form, checks: Sequence[Balance], period: str, width: int) -> None:
    heading = text("statistics.form_heading", form=form.key, title=form.title)
    put_merged(sheet, (1, 1), (1, width), heading, _TITLE)
    put_merged(sheet, (2, 2), (1, width), text("statistics.sheet_period", period=period), _PERIOD)
    for group, first, last in _groups(form):
        if group:
            put_merged(sheet, (4, 4), (first, last), group, _HEADING)
    for column, row in enumerate(form.rows, 1):
        put_merged(sheet, (5 if row.group else 4, 5), (column, column), row.label, _HEADING)
        put(sheet, 6, column, _numbered(row), _NUMBERS)
    if checks:
        first = len(form.rows) + 1
        put_merged(sheet, (4, 4), (first, width), text("statistics.column_formula"), _HEADING)
        for column, check in enumerate(checks, first):
            put(sheet, 5, column, f"({check.total})", _HEADING)
            put(sheet, 6, column, _sum_text(check.parts), _NUMBERS)
    sheet.row_dimensions[5].height = 48
    sheet.row_dimensions[6].height = 48


def _groups(form: Form) -> Iterator[tuple[str, int, int]]:
    """The groups over neighbouring columns with their first and last column, counted from 1."""
    column = 1
    for group, rows in groupby(form.rows, key=lambda row: row.group):
        count = len(list(rows))
        yield group, column, column + count - 1
        column += count


def _numbered(row: FormRow) -> str:
    """The number of a column with the sum that it has to be: "(3)=(4)+(5)+(6)"."""
    if not isinstance(row.calculation, Total) or not row.calculation.complete:
        return f"({row.code})"
    return f"({row.code})=\n{_sum_text(row.calculation.parts)}"


def _sum_text(codes: Sequence[str]) -> str:
    return "+".join(f"({code})" for code in codes)


def _checks(form: Form) -> list[Balance]:
    """The equations that stand as formulas beside the lines: totals, then balances."""
    totals = [(row.code, row.calculation) for row in form.rows]
    sums = [Balance(code, one.parts) for code, one in totals if isinstance(one, Total) and one.complete]
    return [*sums, *form.balances]


def _add_line(sheet: Worksheet, at: int, form: Form, line: FormLine) -> None:
    figures = filled(form, line.figures)
    words = iter((line.ordinal, line.name))
    for column, row in enumerate(form.rows, 1):
        if row.kind.is_figure:
            put(sheet, at, column, figure_value(figures.get(row.code)), figure_look(row.kind))
        else:
            put(sheet, at, column, next(words, ""), Look(entry=True, number_format="@"))


def _add_checks(sheet: Worksheet, at: int, form: Form, checks: Sequence[Balance], figures: Figures) -> Results:
    """The formulas of one line beside it; nothing shows in a line without figures."""
    cells = {row.code: address(at - 1, column) for column, row in enumerate(form.rows)}
    every = filled(form, figures)
    results: dict[str, Decimal | str] = {}
    for column, check in enumerate(checks, len(form.rows) + 1):
        formula = formula_of(Total(check.parts), cells, nothing="")
        put_formula(sheet, at, column, formula, Look(italic=True, across="right", number_format=_COUNT_FORMAT))
        given = [every[part] for part in check.parts if part in every]
        results[address(at - 1, column - 1)] = result_of(total_of(given), nothing="")
    return results


def _add_totals(sheet: Worksheet, last: int, form: Form, lines: Sequence[FormLine]) -> Results:
    """The line below all others: sums of the columns, as formulas."""
    totals = column_totals(form, lines)
    results: dict[str, Decimal | str] = {}
    names = iter(("", text("statistics.total_line")))
    for column, row in enumerate(form.rows, 1):
        if row.kind not in (ValueKind.COUNT, ValueKind.AMOUNT):
            put(sheet, last + 1, column, next(names, ""), Look(bold=True))
            continue
        cells = f"{address(_FIRST_ROW - 1, column - 1)}:{address(last - 1, column - 1)}"
        look = Look(bold=True, across="right", number_format=FORMATS[row.kind])
        put_formula(sheet, last + 1, column, f"=SUM({cells})", look)
        results[address(last, column - 1)] = totals.get(row.code, NOT_AVAILABLE).value or Decimal(0)
    return results
