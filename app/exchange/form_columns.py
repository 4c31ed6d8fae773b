"""A form whose indicators are columns, read from its headings: groups over columns, numbers (1) (2) (3) below."""

import re

from app.domain.statistics_form import Balance, Form, FormRow, Shape, Total, ValueKind
from app.domain.text import clean_line, fold
from app.exchange.form_grid import Grid, number_row

_NAME = re.compile(r"s?tt\b|so tt\b|linh vuc|don vi\b|ten\b|noi dung|thu tuc")
_DIGITS = re.compile(r"\d+")
_DEEPEST = 5


def read_column_form(grid: Grid) -> Form | None:
    """The form that ``grid`` holds; None where there is no row of column numbers below two rows of headings or more.

    Equations in the row of numbers, "(3)=(4)+(5)+(6)", become totals, a second one on the same column a balance.
    """
    for row in grid.lines:
        numbers = number_row(grid, row)
        if len(numbers) < 3 or row == grid.lines[0]:
            continue
        rows = tuple(_column(grid, row, column, number, rest) for column, (number, rest) in numbers.items())
        balances = [balance for number, rest in numbers.values() for balance in _equations(number, rest)[1:]]
        return Form("", _title(grid, row), rows, Shape.COLUMNS, tuple(balances))
    return None


def _column(grid: Grid, row: int, column: int, number: str, rest: str) -> FormRow:
    heading = column_headings(grid, row, column)
    label, group = heading[-1] if heading else number, heading[-2] if len(heading) > 1 else ""
    if not group and _NAME.match(fold(label)):
        return FormRow(number, label, "", ValueKind.TEXT)
    kind = ValueKind.PERCENT if "%" in label or fold(label).startswith("ty le") else ValueKind.COUNT
    equations = _equations(number, rest)
    calculation = Total(equations[0].parts) if equations else None
    return FormRow(number, label, "", kind, calculation=calculation, group=group)


def column_headings(grid: Grid, row: int, column: int) -> list[str]:
    """The texts above the number of a column, the topmost first, each merged one once; a title over all columns is
    none."""
    width = len(grid.columns())
    texts: list[str] = []
    for line in [line for line in grid.lines if row - _DEEPEST <= line < row]:
        merge = grid.cover.get((line, column))
        if merge and merge.right - merge.left + 1 >= width:
            continue
        shown = clean_line(grid.shown(line, column))
        if shown and (not texts or texts[-1] != shown) and _is_heading(grid, line):
            texts.append(shown)
    return texts


def _is_heading(grid: Grid, line: int) -> bool:
    """Whether a line belongs to the headings: it shows several texts, not one title over all columns."""
    return len({shown for column in grid.columns() if (shown := grid.shown(line, column))}) >= 3


def _title(grid: Grid, row: int) -> str:
    above = [line for line in grid.lines if line < row and not _is_heading(grid, line)]
    texts = [grid.text(line, column) for line in above for column in grid.columns() if grid.text(line, column)]
    return clean_line(max(texts, key=len)) if texts else grid.name


def _equations(number: str, rest: str) -> list[Balance]:
    """The sums that stand behind a column's number: "=(4)+(5)=(7)+(8)" are two."""
    sums = [tuple(_DIGITS.findall(part)) for part in rest.split("=") if _DIGITS.search(part)]
    return [Balance(number, parts) for parts in sums]
