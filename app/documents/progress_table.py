"""Tables about progress: columns by their headings, as wide as the paper lets them be."""

from collections.abc import Sequence

from app.documents.column_widths import ColumnText, column_widths
from app.documents.layout import layout
from app.documents.model import Style, Table, TableCell
from app.texts import text

Line = Sequence[str]
"""The words of one row, one text per column; a single text is a heading over the whole width."""


def progress_table(columns: Sequence[str], lines: Sequence[Line], paper: str = "A4") -> Table:
    """A landscape table. ``columns`` are keys of ``progress.column_…``; the first holds ordinals."""
    headings = [text(f"progress.column_{name}") for name in columns]
    heading = tuple(TableCell(words, Style.TABLE_HEADING, centered=True) for words in headings)
    rows = tuple(_row(line, len(columns)) for line in lines)
    return Table(_widths(headings, [line for line in lines if len(line) > 1], paper), heading, rows)


def _row(line: Line, columns: int) -> tuple[TableCell | None, ...]:
    if len(line) == 1:
        return (TableCell(line[0], Style.TABLE_SECTION, columns=columns), *[None] * (columns - 1))
    return tuple(TableCell(words, centered=place == 0) for place, words in enumerate(line))


def _widths(headings: Sequence[str], lines: Sequence[Line], paper: str) -> tuple[float, ...]:
    measures = layout()
    columns = [
        ColumnText(heading, [line[place] for line in lines], narrow=place == 0)
        for place, heading in enumerate(headings)
    ]
    total = measures.page(paper, landscape=True).printable_width
    return column_widths(columns, total, measures.styles[Style.TABLE_CELL].size, measures.cell_padding)
