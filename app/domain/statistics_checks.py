"""What in a form's figures a clerk should look at again before they go upward. Nothing here ever blocks.

Of the several things that can be wrong with a percentage only the most telling one is said, and how far a figure is
from last period's only where nothing else is wrong with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.figures_entry import figure_text, number_text
from app.domain.statistics_compute import filled, ratio_of
from app.domain.statistics_form import (
    Figures,
    Form,
    FormLine,
    FormRow,
    Ratio,
    Shape,
    Total,
    ValueKind,
    codes_in,
    rows_by_code,
)

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class FigureWarning:
    """What is odd about row ``code``: the key and values of a sentence. ``line`` counts from 0 in a form of columns."""

    code: str
    key: str
    values: tuple[tuple[str, str], ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class FarFromLast:
    """When a figure is far from last period's: percentages by more than ``points`` percentage points, others by more
    than ``times`` as much or as little, unless both are below ``small``."""

    points: Decimal = Decimal(20)
    times: Decimal = Decimal(3)
    small: Decimal = Decimal(20)


@dataclass(frozen=True, slots=True)
class _Checked:
    """All that the checks of one row look at. ``entered`` is what was typed, ``figures`` that with what follows."""

    form: Form
    entered: Figures
    figures: Figures
    last: Figures
    far: FarFromLast

    def value(self, code: str) -> Decimal | None:
        """The value of row ``code``, None where there is none or it is not available."""
        return figure.value if (figure := self.figures.get(code)) else None


def check_figures(
    form: Form, figures: Figures, last: Figures | None = None, far: FarFromLast | None = None
) -> list[FigureWarning]:
    """Warnings about the ``figures`` of ``form`` in the order of its rows; ``last`` are those of the period before."""
    checked = _Checked(form, figures, filled(form, figures), filled(form, last or {}), far or FarFromLast())
    warnings = [warning for row in form.rows for warning in _about_row(row, checked)]
    warnings += _balances(checked)
    known = rows_by_code(form)
    return warnings + [_warning(code, "statistics.unknown_row", checked) for code in figures if code not in known]


def check_lines(form: Form, lines: Sequence[FormLine], last: Sequence[FormLine] = ()) -> list[FigureWarning]:
    """Warnings about each of the ``lines`` of a form of columns; ``last`` are those of the period before, compared with
    by name."""
    before = {line.name: line.figures for line in last}
    return [
        FigureWarning(warning.code, warning.key, warning.values, number)
        for number, line in enumerate(lines)
        for warning in check_figures(form, line.figures, before.get(line.name))
    ]


def _warning(code: str, key: str, checked: _Checked, **values: str) -> FigureWarning:
    return FigureWarning(code, key, (("code", _place(checked.form, code)), *values.items()))


def _about_row(row: FormRow, checked: _Checked) -> list[FigureWarning]:
    wrong = [*_kind(row, checked), *_total(row, checked), *_percent(row, checked)]
    return wrong or list(_far_from_last(row, checked))


def _place(form: Form, code: str) -> str:
    return f"({code})" if form.shape is Shape.COLUMNS else code


def _sum_text(form: Form, codes: Sequence[str]) -> str:
    return " + ".join(_place(form, code) for code in codes)


def _shown(value: Decimal, row: FormRow) -> str:
    return number_text(value, 2 if row.kind is ValueKind.PERCENT else 0)


def _kind(row: FormRow, checked: _Checked) -> Iterator[FigureWarning]:
    """A value where none belongs, a count with a fraction or below 0, an answer that the row does not know."""
    value = checked.value(row.code)
    if value is None:
        return
    shown = _shown(value, row)
    if not row.kind.is_figure:
        yield _warning(row.code, "statistics.value_in_heading", checked, value=shown)
    elif row.kind is ValueKind.CODED:
        if value not in {answer.number for answer in row.answers}:
            answers = "; ".join(f"{one.number} = {one.meaning}" for one in row.answers)
            yield _warning(row.code, "statistics.unknown_answer", checked, value=shown, answers=answers)
    elif value < 0:
        yield _warning(row.code, "statistics.negative", checked, value=shown)
    elif row.kind is ValueKind.COUNT and value % 1:
        yield _warning(row.code, "statistics.fraction_in_count", checked, value=shown)


def _total(row: FormRow, checked: _Checked) -> Iterator[FigureWarning]:
    """A total that its parts do not add up to, or that they exceed where they leave something out."""
    if isinstance(row.calculation, Total):
        key = "statistics.sum_differs" if row.calculation.complete else "statistics.parts_exceed"
        yield from _equation(row.code, row.calculation.parts, row.calculation.complete, key, checked)


def _balances(checked: _Checked) -> Iterator[FigureWarning]:
    for balance in checked.form.balances:
        yield from _equation(balance.total, balance.parts, True, "statistics.balance_differs", checked)


def _equation(code: str, parts: Sequence[str], exact: bool, key: str, checked: _Checked) -> Iterator[FigureWarning]:
    total = checked.value(code)
    given = [checked.figures.get(part) for part in parts]
    values = [figure.value for figure in given if figure is not None and figure.value is not None]
    if total is None or not values or (exact and None in given):
        return
    summed = sum(values, Decimal(0))
    if summed > total or (exact and summed != total):
        row = rows_by_code(checked.form)[code]
        sum_of = _sum_text(checked.form, parts)
        yield _warning(code, key, checked, value=_shown(total, row), parts=sum_of, sum=_shown(summed, row))


def _percent(row: FormRow, checked: _Checked) -> Iterator[FigureWarning]:
    value = checked.value(row.code)
    if row.kind is not ValueKind.PERCENT or value is None or value < 0:
        return
    shown = _shown(value, row)
    if count := _count_behind(row, value, checked):
        yield _warning(row.code, "statistics.count_for_percent", checked, value=shown, count=count)
    elif value > _HUNDRED:
        yield _warning(row.code, "statistics.above_100", checked, value=shown)
    elif (ratio := _ratio(row, checked)) is not None and _differs(value, ratio):
        calculation = _calculation_text(row, checked.form)
        yield _warning(row.code, "statistics.ratio_differs", checked, value=shown, ratio=_shown(ratio, row),
                       calculation=calculation)  # fmt: skip
    elif not isinstance(row.calculation, Ratio) and _seems_count(row, value, checked):
        yield _warning(row.code, "statistics.whole_percent", checked, value=shown)


def _ratio(row: FormRow, checked: _Checked) -> Decimal | None:
    """What the percentage of ``row`` comes to by its parts, None where they are not all there."""
    if not isinstance(row.calculation, Ratio) or not all(code in checked.figures for code in codes_in(row.calculation)):
        return None
    return ratio_of(row.calculation, checked.figures).value


def _count_behind(row: FormRow, value: Decimal, checked: _Checked) -> str:
    """The code of the part of a percentage that stands in place of it; "" where that is not the case."""
    ratio = _ratio(row, checked)
    if row.code not in checked.entered or ratio is None or not _differs(value, ratio):
        return ""
    return next((code for code in codes_in(row.calculation) if checked.value(code) == value), "")


def _differs(value: Decimal, ratio: Decimal) -> bool:
    """Whether ``value`` is another percentage than ``ratio``, rounded or cut off to as many decimals as it has."""
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return abs(value - ratio) > Decimal(1).scaleb(-min(decimals, 2))


def _seems_count(row: FormRow, value: Decimal, checked: _Checked) -> bool:
    """Whether a percentage without parts may be a count: it is whole, and nothing like last period's."""
    last = checked.last.get(row.code)
    if value % 1 or value in (0, _HUNDRED):
        return False
    return last is None or last.value is None or abs(last.value - value) > checked.far.points


def _calculation_text(row: FormRow, form: Form) -> str:
    if not isinstance(row.calculation, Ratio):
        return ""
    return f"{_sum_text(form, row.calculation.part)} / {_sum_text(form, row.calculation.whole)}"


def _far_from_last(row: FormRow, checked: _Checked) -> Iterator[FigureWarning]:
    before, value = checked.last.get(row.code), checked.value(row.code)
    if before is None or before.value is None or value is None:
        return
    if _is_far(row.kind, value, before.value, checked.far):
        yield _warning(row.code, "statistics.far_from_last", checked, value=_shown(value, row),
                       last=figure_text(before, row.kind))  # fmt: skip


def _is_far(kind: ValueKind, value: Decimal, last: Decimal, far: FarFromLast) -> bool:
    if kind is ValueKind.PERCENT:
        return abs(value - last) > far.points
    if kind not in (ValueKind.COUNT, ValueKind.AMOUNT) or max(value, last) < far.small:
        return False
    return value > last * far.times or last > value * far.times
