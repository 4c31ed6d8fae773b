"""The heading of a source table: which rows it takes, and the columns it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.plan import Role
from app.domain.text import clean_line, fold
from app.exchange.headings import role_of
from app.exchange.source import SourceCell, SourceRow, SourceTable

_SEARCHED_ROWS = 6
_NUMBER_ROW = re.compile(r"\(?\s*(?:\d{1,2}|[a-z])\s*\)?(?:\s*=.*)?")
_MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class HeadingColumn:
    """A column as its heading draws it: grid columns ``first`` to ``last``, its words and what they mean."""

    first: int
    last: int
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class TableHeading:
    """The columns of a table, how many of its rows lie above the first body row (``rows``) and above the heading
    (``above``), and the words of the heading's rows as they are drawn."""

    columns: tuple[HeadingColumn, ...]
    rows: int
    above: int
    drawn: tuple[tuple[str, ...], ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The headings as compared between tables that continue each other."""
        return tuple(" ".join(fold(column.text).split()) for column in self.columns)


def heading_of(table: SourceTable) -> TableHeading | None:
    """The heading of ``table``, or None where its first rows name no columns of a plan."""
    for place, row in enumerate(table.rows[:_SEARCHED_ROWS]):
        if _is_heading(row):
            return _read(table.rows, place)
    marked = next((place for place, row in enumerate(table.rows[:_SEARCHED_ROWS]) if row.repeated_heading), None)
    if marked is not None and len([cell for cell in table.rows[marked].cells if cell.text]) > 2:
        return _read(table.rows, marked)
    return None


def _is_heading(row: SourceRow) -> bool:
    """At least two columns of a plan, one of which says what is done or by whom or when."""
    roles = {role_of(cell.text) for cell in row.cells if cell.text} - {Role.OTHER}
    filled = sum(bool(cell.text) for cell in row.cells)
    telling = roles & {Role.TASK, Role.OBJECTIVE, Role.ACTIVITY, Role.PRODUCT, Role.LEAD, Role.DEADLINE}
    return bool(telling) and len(roles) >= 2 and len(roles) * 2 >= min(filled, 4)


def _read(rows: Sequence[SourceRow], place: int) -> TableHeading:
    below = rows[place + 1] if place + 1 < len(rows) else None
    two = below is not None and _has_second_row(rows[place], below)
    columns = _two_row_columns(rows[place], below) if two and below else [_column(cell) for cell in rows[place].cells]
    end = place + 1 + two
    drawn = tuple(_folded(row) for row in rows[place:end])
    while end < len(rows) and is_number_row(rows[end]):
        end += 1
    return TableHeading(tuple(columns), end, place, drawn)


def _column(cell: SourceCell, parent: str = "") -> HeadingColumn:
    own = clean_line(cell.text)
    text = f"{parent} - {own}" if parent and own else own or parent
    role = role_of(own) if own else Role.OTHER
    if role is Role.OTHER and parent:
        role = role_of(parent)
    return HeadingColumn(cell.column, cell.column + cell.span - 1, text, role)


def _has_second_row(upper: SourceRow, lower: SourceRow) -> bool:
    """A heading of two rows: a cell over several columns, and below it, and nowhere else, their own headings."""
    wide = [cell for cell in upper.cells if cell.span > 1 and cell.text]
    own = [cell for cell in lower.cells if cell.text]
    if not wide or not own or any(_over(upper, cell) not in wide for cell in own):
        return False
    merged = any(cell.merged_above for cell in lower.cells)
    return merged or all(len([cell for cell in own if _over(upper, cell) is over]) > 1 for over in wide)


def _over(row: SourceRow, cell: SourceCell) -> SourceCell | None:
    return next((above for above in row.cells if above.column <= cell.column < above.column + above.span), None)


def _two_row_columns(upper: SourceRow, lower: SourceRow) -> list[HeadingColumn]:
    columns: list[HeadingColumn] = []
    for cell in lower.cells:
        above = _over(upper, cell)
        if above is not None and above.span == 1 and not cell.text:
            columns.append(_column(above))
        else:
            columns.append(_column(cell, clean_line(above.text) if above else ""))
    return columns


def is_number_row(row: SourceRow) -> bool:
    """A row that, below a heading, only numbers the columns: "(1) (2) (3)", "1 2 3", "A B 1"."""
    texts = [fold(cell.text) for cell in row.cells if cell.text]
    if len(texts) < 3 or len(texts) < len(row.cells) - 1:
        return False
    digits = [re.sub(r"\D", "", text.split("=")[0]) for text in texts]
    numbers = [int(number) for number in digits if 0 < len(number) <= _MOST_DIGITS]
    counted = len(numbers) >= 2 and all(b - a == 1 for a, b in zip(numbers, numbers[1:], strict=False))
    return counted and all(_NUMBER_ROW.fullmatch(text.strip()) for text in texts)


def repeats(heading: TableHeading, row: SourceRow) -> bool:
    """Whether ``row`` says the column headings again."""
    texts = _folded(row)
    return texts == heading.key or texts in heading.drawn


def _folded(row: SourceRow) -> tuple[str, ...]:
    return tuple(" ".join(fold(cell.text).split()) for cell in row.cells)
