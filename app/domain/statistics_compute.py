"""Figures that follow from others: totals and percentages."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from app.domain.statistics_form import (
    NOT_AVAILABLE,
    Calculation,
    Figure,
    Figures,
    Form,
    FormLine,
    Ratio,
    Total,
    ValueKind,
    codes_in,
    rows_by_code,
)

_CENT = Decimal("0.01")


def computed(form: Form, figures: Figures) -> dict[str, Figure]:
    """What every calculated row comes to, by its code; rows whose parts are not all there are missing.

    A part that was entered counts as entered, one that was not as computed. A total of parts that are all "-" is "-",
    and so is a percentage of nothing, never 0 or 100; percentages are rounded to two decimals, halves up.
    """
    known: dict[str, Figure | None] = {}
    for row in form.rows:
        _compute(row.code, form, figures, known)
    return {row.code: one for row in form.rows if (one := known[row.code]) is not None}


def filled(form: Form, figures: Figures) -> dict[str, Figure]:
    """``figures`` with what was not entered but can be computed."""
    return {**computed(form, figures), **figures}


def column_totals(form: Form, lines: Iterable[FormLine]) -> dict[str, Figure]:
    """The totals over all ``lines`` of a form of columns, percentages computed anew; columns without any figure are
    missing."""
    every = [filled(form, line.figures) for line in lines]
    summed: dict[str, Figure] = {}
    for row in form.rows:
        given = [figures[row.code] for figures in every if row.code in figures]
        if row.kind in (ValueKind.COUNT, ValueKind.AMOUNT) and given:
            summed[row.code] = total_of(given)
    return filled(form, summed)


def total_of(figures: Sequence[Figure]) -> Figure:
    """The sum of those that are available; "-" where none is."""
    values = [figure.value for figure in figures if figure.value is not None]
    return Figure(sum(values, Decimal(0))) if values else NOT_AVAILABLE


def _compute(code: str, form: Form, figures: Figures, known: dict[str, Figure | None]) -> Figure | None:
    """The computed figure of row ``code``, remembered in ``known``; None where it is not calculated."""
    if code not in known:
        calculation = rows_by_code(form)[code].calculation
        parts = {one: figures.get(one) or _compute(one, form, figures, known) for one in codes_in(calculation)}
        given = {one: figure for one, figure in parts.items() if figure is not None}
        known[code] = _result(calculation, given) if len(given) == len(parts) else None
    return known[code]


def _result(calculation: Calculation | None, given: Figures) -> Figure | None:
    if isinstance(calculation, Total):
        return total_of([given[code] for code in calculation.parts]) if calculation.complete else None
    return ratio_of(calculation, given) if calculation else None


def ratio_of(ratio: Ratio, given: Figures) -> Figure:
    """The percentage that ``given``, with all rows of ``ratio``, comes to; "-" where the whole is 0 or one side is not
    available."""
    part = total_of([given[code] for code in ratio.part]).value
    whole = total_of([given[code] for code in ratio.whole]).value
    if part is None or not whole:
        return NOT_AVAILABLE
    return Figure((part * 100 / whole).quantize(_CENT, ROUND_HALF_UP))
