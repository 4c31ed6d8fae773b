"""Tables of a text as they are typed or pasted: cells brought to one width, cleaned, and read out of plain text."""

from collections.abc import Sequence

from app.domain.body import BodyTable
from app.domain.text import clean_cell

_LEAST_COLUMNS = 2


def table_of(rows: Sequence[Sequence[str]], heading_rows: int) -> BodyTable | None:
    """The table of ``rows``, the short ones filled up with empty cells; None where no cell says anything. One row at
    least stays below the heading where there are two."""
    width = max(map(len, rows), default=0)
    cleaned = tuple(tuple(clean_cell(cell) for cell in (*row, *[""] * (width - len(row)))) for row in rows)
    if not any(cell for row in cleaned for cell in row):
        return None
    return BodyTable(cleaned, min(heading_rows, max(len(cleaned) - 1, 0)))


def table_in(text: str) -> BodyTable | None:
    """The table that a spreadsheet put on the clipboard as plain text, its cells parted by tabs; None where ``text`` is
    no such thing."""
    lines = text.strip("\n").split("\n")
    rows = [line.rstrip("\r").split("\t") for line in lines]
    if len({len(row) for row in rows}) != 1 or len(rows[0]) < _LEAST_COLUMNS:
        return None
    return table_of(rows, 1)


def empty_table(rows: int, columns: int) -> BodyTable:
    """A table to type into, its first row the heading."""
    return BodyTable((("",) * columns,) * rows, 1)
