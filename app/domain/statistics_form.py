"""Statistics forms as data: what each row asks for, in which unit, and how it follows from other rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.errors import Refused

MOST_FORM_ROWS = 500
"""More indicators than any form has."""


class ValueKind(StrEnum):
    """What a row holds; the unit printed beside it is only words. TEXT is the ordinal or name of a line, HEADING a row
    that asks for nothing itself, CODED one of the row's answers, AMOUNT money or another measure with decimals."""

    HEADING = "heading"
    TEXT = "text"
    COUNT = "count"
    PERCENT = "percent"
    CODED = "coded"
    AMOUNT = "amount"

    @property
    def is_figure(self) -> bool:
        """Whether a figure belongs here at all."""
        return self not in (ValueKind.HEADING, ValueKind.TEXT)


class Shape(StrEnum):
    """Whether each indicator of a form is a row, or a column over lines that the office names itself."""

    ROWS = "rows"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers of a coded row: the number to write and what it means."""

    number: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """A percentage: the sum of the rows ``part`` over the sum of the rows ``whole``."""

    part: tuple[str, ...]
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of the rows ``parts``; where not ``complete`` the parts leave something out and make up the total at
    most (nhiệm vụ còn trong hạn has no row of its own)."""

    parts: tuple[str, ...]
    complete: bool = True


Calculation = Ratio | Total


@dataclass(frozen=True, slots=True)
class FormRow:
    """One indicator. ``group`` is the heading above it in a form of columns; ``note`` covers ``note_rows`` rows from
    this one on, as its merged cell does on paper."""

    code: str
    label: str
    unit: str
    kind: ValueKind
    answers: tuple[Answer, ...] = ()
    calculation: Calculation | None = None
    group: str = ""
    note: str = ""
    note_rows: int = 1


@dataclass(frozen=True, slots=True)
class Balance:
    """An equation that figures have to meet beside the totals: ``total`` = the sum of ``parts``."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its short name on paper ("1", "II.06a/VPCP/KSTT"), its title, and its rows in the official order."""

    key: str
    title: str
    rows: tuple[FormRow, ...]
    shape: Shape = Shape.ROWS
    balances: tuple[Balance, ...] = ()


@dataclass(frozen=True, slots=True)
class FormSource:
    """The document that prescribes a form: its type, number and date, and what else to know about where it is from."""

    document: str
    number: str
    day: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FormSet:
    """The forms that one document prescribes, from ``year`` on, as of its ``version``."""

    key: str
    title: str
    year: int
    version: str
    source: FormSource
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as entered or computed; ``value`` None stands for "-": not available."""

    value: Decimal | None


NOT_AVAILABLE = Figure(None)

Figures = Mapping[str, Figure]
"""Figures by row code; a code that is missing has nothing entered."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of a form of columns: its ordinal, its name (lĩnh vực, đơn vị) and its figures by column code."""

    ordinal: str
    name: str
    figures: Figures


def rows_by_code(form: Form) -> dict[str, FormRow]:
    """The rows of ``form`` by their codes."""
    return {row.code: row for row in form.rows}


def codes_in(calculation: Calculation | None) -> tuple[str, ...]:
    """The codes of the rows that ``calculation`` reads."""
    if isinstance(calculation, Ratio):
        return calculation.part + calculation.whole
    return calculation.parts if calculation else ()


def check_form(form: Form) -> Form:
    """``form`` itself, once sure that it can be worked with.

    Raises Refused where it has no row or more than any form has, a code comes twice, or a calculation names a row that
    does not exist or leads back to itself.
    """
    if not form.rows:
        raise Refused("statistics.form_empty", form=form.title)
    if len(form.rows) > MOST_FORM_ROWS:
        raise Refused("statistics.form_too_long", form=form.title, most=MOST_FORM_ROWS)
    rows = rows_by_code(form)
    if len(rows) < len(form.rows):
        codes = [row.code for row in form.rows]
        twice = next(code for code in codes if codes.count(code) > 1)
        raise Refused("statistics.code_twice", form=form.title, code=twice)
    for code, missing in _unknown_codes(form, rows):
        raise Refused("statistics.calculation_unknown", form=form.title, code=code, missing=missing)
    for row in form.rows:
        _refuse_circle(row.code, rows, (), form)
    return form


def _unknown_codes(form: Form, rows: Mapping[str, FormRow]) -> Iterator[tuple[str, str]]:
    named = [(row.code, codes_in(row.calculation)) for row in form.rows]
    named += [(balance.total, (balance.total, *balance.parts)) for balance in form.balances]
    return ((code, one) for code, ones in named for one in ones if one not in rows)


def _refuse_circle(code: str, rows: Mapping[str, FormRow], above: tuple[str, ...], form: Form) -> None:
    if code in above:
        raise Refused("statistics.calculation_circle", form=form.title, code=code)
    for one in codes_in(rows[code].calculation):
        _refuse_circle(one, rows, (*above, code), form)
