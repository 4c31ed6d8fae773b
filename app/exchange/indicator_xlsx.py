"""The indicators of a plan with their values in a period as a worksheet."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from app.documents.proof_documents import proof_line
from app.domain.indicator_values import IndicatorFigure, target_short, target_state, value_text, with_unit
from app.exchange.xlsx_cells import Look, put, put_merged, set_widths
from app.exchange.xlsx_out_heights import height_of, lines_needed
from app.texts import text

_COLUMNS = ("ordinal", "measure", "target", "value", "state", "note", "proofs")
_WIDTHS = (6.0, 52.0, 16.0, 16.0, 12.0, 32.0, 44.0)
_TITLE = Look(bold=True, across="center", framed=False)
_PERIOD = Look(italic=True, across="center", framed=False)
_HEADING = Look(bold=True, across="center")
_TEXT, _MIDDLE = Look(), Look(across="center")
_TOP = 4
_MM_PER_UNIT, _SIZE = 1.85, 12


def add_indicators(sheet: Worksheet, indicators: Sequence[IndicatorFigure], period: str) -> None:
    """Fill ``sheet`` with ``indicators``: target, value, whether it is met, note and proofs."""
    set_widths(sheet, _WIDTHS)
    put_merged(sheet, (1, 1), (1, len(_COLUMNS)), text("indicators.sheet_title"), _TITLE)
    put_merged(sheet, (2, 2), (1, len(_COLUMNS)), text("statistics.sheet_period", period=period), _PERIOD)
    for column, name in enumerate(_COLUMNS, 1):
        heading = text("statistics.column_ordinal") if name == "ordinal" else text(f"indicators.column_{name}")
        put(sheet, _TOP, column, heading, _HEADING)
    for number, one in enumerate(indicators, 1):
        _add(sheet, number, one)
    sheet.freeze_panes = f"C{_TOP + 1}"
    sheet.print_title_rows = f"{_TOP}:{_TOP}"


def _add(sheet: Worksheet, number: int, one: IndicatorFigure) -> None:
    words = (str(number), *indicator_cells(one))
    for column, cell in enumerate(words, 1):
        put(sheet, _TOP + number, column, cell, _TEXT if column in (2, 6, 7) else _MIDDLE)
    lines = max(lines_needed(cell, width * _MM_PER_UNIT, _SIZE, False)
                for cell, width in zip(words, _WIDTHS, strict=True))  # fmt: skip
    sheet.row_dimensions[_TOP + number].height = height_of(lines, _SIZE)


def indicator_cells(one: IndicatorFigure) -> tuple[str, ...]:
    """The cells of an indicator behind its number."""
    state = target_state(one.indicator, one.figure)
    value = with_unit(value_text(one.figure, one.indicator.unit), one.indicator.unit)
    proofs = "\n".join(proof_line(proof) for proof in one.proofs)
    return (
        one.indicator.measure,
        target_short(one.indicator),
        value,
        text(f"indicators.state_{state}"),
        one.note,
        proofs,
    )
