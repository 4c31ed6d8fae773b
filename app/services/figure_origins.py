"""Where the figures of a form come from: typed, computed from others, or known to the register."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.domain.statistics_compute import computed
from app.domain.statistics_form import Figure, Figures, Form, FormRow, Ratio

_NOTHING: Figures = {}
_DECIMALS = 2
"""Those of a computed percentage."""


class Origin(StrEnum):
    """Where the figure of a row comes from: HEADING has none, REGISTER and COMPUTED ones are not typed."""

    HEADING = "heading"
    REGISTER = "register"
    COMPUTED = "computed"
    ENTERED = "entered"


def origins_of(form: Form, entered: Figures, known: Figures = _NOTHING) -> Mapping[str, Origin]:
    """Where each row of ``form`` has its figure from, by code. What was entered in a calculated row and differs from
    its parts stays an entered one: a file with other percentages is warned of, not overruled. Nor is a row computed
    whose parts are missing or not available: the office may know the percentage alone."""
    figures = {**entered, **known}
    made = computed(form, figures)
    return {row.code: _origin(form, row, figures, known, made) for row in form.rows}


def follows(form: Form, figures: Figures, row: FormRow, figure: Figure | None) -> bool:
    """Whether ``figure`` is what ``row`` comes to by its parts among ``figures``, rounded as it is written."""
    if row.calculation is None or figure is None or figure.value is None:
        return False
    found = computed(form, {code: one for code, one in figures.items() if code != row.code}).get(row.code)
    if found is None or found.value is None:
        return False
    if not isinstance(row.calculation, Ratio):
        return found.value == figure.value
    return _rounded(found.value, figure.value) == _rounded(figure.value, figure.value)


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """``value`` with as many decimals as ``like`` has, two at most; whole numbers are never rounded to."""
    exponent = like.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return value.quantize(Decimal(1).scaleb(-min(decimals, _DECIMALS)), ROUND_HALF_UP) if decimals > 0 else value


def _origin(form: Form, row: FormRow, figures: Figures, known: Figures, made: Figures) -> Origin:
    if not row.kind.is_figure:
        return Origin.HEADING
    if row.code in known:
        return Origin.REGISTER
    if row.code in figures:
        return Origin.COMPUTED if follows(form, figures, row, figures[row.code]) else Origin.ENTERED
    found = made.get(row.code)
    return Origin.COMPUTED if found is not None and found.value is not None else Origin.ENTERED
