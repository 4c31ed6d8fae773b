"""A form of rows as a worksheet: the two-row heading, the figures, and beside them the formulas they agree with."""

from collections.abc import Mapping
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from app.domain.figures import NO_FIGURE
from app.domain.statistics_compute import computed, filled
from app.domain.statistics_form import Calculation, Figure, Figures, Form, FormRow, Ratio, Total, ValueKind
from app.exchange.formula_results import Results
from app.exchange.sheet_model import address
from app.exchange.xlsx_cells import Look, put, put_formula, put_merged, set_widths
from app.exchange.xlsx_out_heights import height_of, lines_needed
from app.texts import text

WIDTHS = (8.0, 62.0, 17.0, 14.0, 26.0, 14.0)
FORMATS = {
    ValueKind.COUNT: "[$-42A]#,##0",
    ValueKind.PERCENT: "[$-42A]0.00",
    ValueKind.AMOUNT: "[$-42A]#,##0.00",
    ValueKind.CODED: "0",
}
"""Number formats by kind, Vietnamese whatever the language of the machine."""
VALUE_COLUMN = 4
"""The column of the figures, from 1."""
_CHECK_COLUMN = 6
_HEADING = Look(bold=True, across="center")
_TITLE = Look(bold=True, across="center", framed=False)
_PERIOD = Look(italic=True, across="center", framed=False)
FIRST_ROW = 7
"""The row of the first indicator, from 1."""
_MM_PER_UNIT, _SIZE = 1.85, 12


def add_rows(sheet: Worksheet, form: Form, figures: Figures, period: str) -> Results:
    """Fill ``sheet`` with ``form`` and its ``figures``, computed ones where none was entered; returns what the
    formulas come to."""
    set_widths(sheet, WIDTHS)
    _add_heading(sheet, form, period)
    places = {row.code: FIRST_ROW + at for at, row in enumerate(form.rows)}
    every, made = filled(form, figures), computed(form, filled(form, figures))
    results: dict[str, Decimal | str] = {}
    for row in form.rows:
        _add_row(sheet, places[row.code], row, every.get(row.code))
        results |= _add_formula(sheet, places, row, made)
    _add_notes(sheet, places, form)
    sheet.freeze_panes = f"C{FIRST_ROW}"
    sheet.print_title_rows = f"4:{FIRST_ROW - 1}"
    return results


def figure_value(figure: Figure | None) -> object:
    """``figure`` as a cell holds it: a number, "-", or nothing."""
    if figure is None:
        return ""
    return NO_FIGURE if figure.value is None else figure.value


def figure_look(kind: ValueKind) -> Look:
    """How a cell for a figure looks: it alone can be typed into while the sheet is locked."""
    return Look(across="right", entry=kind.is_figure, number_format=FORMATS.get(kind, "General"))


def formula_of(calculation: Calculation | None, cells: Mapping[str, str], nothing: str = NO_FIGURE) -> str:
    """``calculation`` over the ``cells`` of its rows; "" where there is nothing to compute. Cells that hold "-" count
    as nothing; where all do, ``nothing`` is shown."""
    if isinstance(calculation, Ratio):
        part, whole = (",".join(cells[code] for code in codes) for codes in (calculation.part, calculation.whole))
        return f'=IF(OR(COUNT({part})=0,SUM({whole})=0),"{nothing}",ROUND(SUM({part})/SUM({whole})*100,2))'
    if isinstance(calculation, Total) and calculation.complete:
        parts = ",".join(cells[code] for code in calculation.parts)
        return f'=IF(COUNT({parts})=0,"{nothing}",SUM({parts}))'
    return ""


def result_of(figure: Figure | None, nothing: str = NO_FIGURE) -> Decimal | str:
    """What a formula shows for the computed ``figure``."""
    return nothing if figure is None or figure.value is None else figure.value


def _add_heading(sheet: Worksheet, form: Form, period: str) -> None:
    last = len(WIDTHS)
    heading = text("statistics.form_heading", form=form.key, title=form.title)
    put_merged(sheet, (1, 1), (1, last), heading, _TITLE)
    put_merged(sheet, (2, 2), (1, last), text("statistics.sheet_period", period=period), _PERIOD)
    for columns, name in (((1, 1), "ordinal"), ((2, 2), "indicator"), ((5, 5), "note"), ((6, 6), "formula")):
        put_merged(sheet, (4, 5), columns, text(f"statistics.column_{name}"), _HEADING)
    put_merged(sheet, (4, 4), (3, 4), text("statistics.column_result"), _HEADING)
    put(sheet, 5, 3, text("statistics.column_unit"), _HEADING)
    put(sheet, 5, 4, text("statistics.column_value"), _HEADING)
    for column in range(1, last + 1):
        put(sheet, 6, column, f"({column})", Look(italic=True, across="center"))


def _add_row(sheet: Worksheet, at: int, row: FormRow, figure: Figure | None) -> None:
    bold = row.kind is ValueKind.HEADING or "." not in row.code
    put(sheet, at, 1, row.code, Look(bold=bold, across="center", number_format="@"))
    put(sheet, at, 2, row.label, Look(bold=bold))
    put(sheet, at, 3, row.unit, Look(across="center"))
    put(sheet, at, VALUE_COLUMN, figure_value(figure), figure_look(row.kind))
    put(sheet, at, 5, "", Look())
    put(sheet, at, _CHECK_COLUMN, "", Look())
    lines = max(lines_needed(words, WIDTHS[column] * _MM_PER_UNIT, _SIZE, bold)
                for column, words in ((1, row.label), (2, row.unit)))  # fmt: skip
    sheet.row_dimensions[at].height = height_of(lines, _SIZE)


def _add_formula(sheet: Worksheet, places: Mapping[str, int], row: FormRow, made: Figures) -> Results:
    cells = {code: address(place - 1, VALUE_COLUMN - 1) for code, place in places.items()}
    formula = formula_of(row.calculation, cells)
    if not formula:
        return {}
    look = Look(italic=True, across="right", number_format=FORMATS.get(row.kind, "General"))
    put_formula(sheet, places[row.code], _CHECK_COLUMN, formula, look)
    return {address(places[row.code] - 1, _CHECK_COLUMN - 1): result_of(made.get(row.code))}


def _add_notes(sheet: Worksheet, places: Mapping[str, int], form: Form) -> None:
    end = FIRST_ROW + len(form.rows) - 1
    for row in form.rows:
        if row.note:
            at = places[row.code]
            put_merged(sheet, (at, min(at + row.note_rows - 1, end)), (5, 5), row.note, Look())
