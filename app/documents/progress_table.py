"""Tables about progress: columns by their headings, as wide as the paper lets them be."""

from collections.abc import Sequence

from app.documents.column_widths import ColumnText, column_widths
from app.documents.layout import layout
from app.documents.model import Style, Table, TableCell
from app.texts import text

_NUMBER_WIDTH = 20.0
"""Millimetres of a column of numbers."""
Line = Sequence[str]
"""The words of one row, one text per column; a single text is a heading over the whole width."""


def progress_table(columns: Sequence[str], lines: Sequence[Line], paper: str = "A4", numbers_from: int = 0) -> Table:
    """A landscape table. ``columns`` are keys of ``progress.column_…``; the first holds ordinals, and those from the
    place ``numbers_from`` on (0: none) hold numbers."""
    headings = [text(f"progress.column_{name}") for name in columns]
    heading = tuple(TableCell(words, Style.TABLE_HEADING, centered=True) for words in headings)
    rows = tuple(_row(line, len(columns), numbers_from) for line in lines)
    told = [line for line in lines if len(line) > 1]
    return Table(_widths(headings, told, paper, numbers_from), heading, rows)


def _row(line: Line, columns: int, numbers_from: int) -> tuple[TableCell | None, ...]:
    if len(line) == 1:
        return (TableCell(line[0], Style.TABLE_SECTION, columns=columns), *[None] * (columns - 1))
    return tuple(
        TableCell(words, centered=place == 0 or _is_number(place, numbers_from)) for place, words in enumerate(line)
    )


def _is_number(place: int, numbers_from: int) -> bool:
    return 0 < numbers_from <= place


def _widths(headings: Sequence[str], lines: Sequence[Line], paper: str, numbers_from: int) -> tuple[float, ...]:
    measures = layout()
    columns = [
        ColumnText(
            heading,
            [line[place] for line in lines],
            _NUMBER_WIDTH if _is_number(place, numbers_from) else None,
            narrow=place == 0,
        )
        for place, heading in enumerate(headings)
    ]
    total = measures.page(paper, landscape=True).printable_width
    return column_widths(columns, total, measures.styles[Style.TABLE_CELL].size, measures.cell_padding)
