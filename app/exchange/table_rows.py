"""The body rows of a source table as section and item rows of an appendix."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.plan import Cell, Role, Row, RowKind
from app.domain.text import clean_line
from app.exchange.source import SourceCell, SourceRow, SourceTable
from app.exchange.table_heading import HeadingColumn, TableHeading, is_number_row, repeats

_SECTION_ORDINAL = re.compile(r"(?:[IVXLC]{1,7}|[A-Z])[.)/]?")
_LEADING_ORDINAL = re.compile(r"((?:[IVXLC]{1,7}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)[.)/]?)\s+(?=\S)")
_FULL = 2


def body_rows(table: SourceTable, heading: TableHeading, start: int) -> Iterator[tuple[int, Row]]:
    """The rows of ``table`` from position ``start`` on, each with its position; headings said again, rows of column
    numbers and empty rows are no rows."""
    merged: list[bool] = [False] * len(heading.columns)
    below_heading = True
    for place in range(start, len(table.rows)):
        source = table.rows[place]
        is_heading = repeats(heading, source)
        if is_heading or (below_heading and is_number_row(source)):
            below_heading = True
            continue
        below_heading = False
        row = _row(_aligned(source, heading.columns), heading.columns, merged)
        if row is None:
            continue
        merged = [row.kind is RowKind.ITEM] * len(heading.columns)
        yield place, row


def _aligned(source: SourceRow, columns: Sequence[HeadingColumn]) -> SourceRow:
    """``source`` with its cells below the headings in order where it has one for each: borders dragged a little aside
    give a row of Word a grid of its own."""
    ends = [cell.column + cell.span for cell in source.cells]
    starts = [columns[0].first, *ends[:-1]]
    if len(ends) != len(columns) or [cell.column for cell in source.cells] != starts:
        return source
    pairs = zip(source.cells, columns, strict=True)
    return SourceRow(
        tuple(replace(cell, column=column.first, span=column.last - column.first + 1) for cell, column in pairs)
    )


def _row(source: SourceRow, columns: Sequence[HeadingColumn], may_merge: Sequence[bool]) -> Row | None:
    section = _section(source, columns)
    if section is not None:
        return section
    cells = _cells(source, columns, may_merge)
    if not any(cells):
        return None
    return Row(RowKind.ITEM, tuple(cells))


def _cells(source: SourceRow, columns: Sequence[HeadingColumn], may_merge: Sequence[bool]) -> list[Cell]:
    texts: list[list[str]] = [[] for _ in columns]
    above = [False] * len(columns)
    for cell in source.cells:
        place = _place_of(cell, columns)
        if place is None:
            continue
        if cell.merged_above:
            for covered in _covered(cell, columns):
                above[covered] = may_merge[covered]
        elif cell.text:
            texts[place].append(cell.text)
    return [None if above[i] and not texts[i] else "\n".join(texts[i]) for i in range(len(columns))]


def _place_of(cell: SourceCell, columns: Sequence[HeadingColumn]) -> int | None:
    return next((i for i, column in enumerate(columns) if column.first <= cell.column <= column.last), None)


def text_outside(source: SourceRow, columns: Sequence[HeadingColumn]) -> str:
    """The text of cells that stand below no heading; "" where there is none."""
    return " ".join(clean_line(cell.text) for cell in source.cells if cell.text and _place_of(cell, columns) is None)


def _covered(cell: SourceCell, columns: Sequence[HeadingColumn]) -> list[int]:
    last = cell.column + cell.span - 1
    return [i for i, column in enumerate(columns) if cell.column <= column.last and column.first <= last]


def _section(source: SourceRow, columns: Sequence[HeadingColumn]) -> Row | None:
    """A section row: one cell over (nearly) all columns, or a section's ordinal with a text and nothing else."""
    filled = [cell for cell in source.cells if cell.text]
    if not filled or any(cell.merged_above for cell in source.cells):
        return None
    widest = max(filled, key=lambda cell: len(_covered(cell, columns)))
    width = len(_covered(widest, columns))
    beside = [cell for cell in filled if cell is not widest]
    if width >= max(_FULL, len(columns) - 1) and all(cell is filled[0] for cell in beside):
        return _section_row(beside[0].text if beside else "", widest.text)
    return _narrow_section(filled, columns)


def _narrow_section(filled: Sequence[SourceCell], columns: Sequence[HeadingColumn]) -> Row | None:
    first = filled[0]
    if len(filled) == 1 and len(columns) > 2 and _place_of(first, columns) == 0:
        return _section_row("", first.text) if _LEADING_ORDINAL.match(first.text) and first.text.isupper() else None
    if len(filled) != 2 or _place_of(first, columns) != 0 or columns[0].role is not Role.ORDINAL:
        return None
    is_next = _place_of(filled[1], columns) == 1
    return _section_row(first.text, filled[1].text) if is_next and _SECTION_ORDINAL.fullmatch(first.text) else None


def _section_row(ordinal: str, text: str) -> Row:
    text = clean_line(text)
    leading = None if ordinal else _LEADING_ORDINAL.match(text)
    if leading:
        ordinal, text = leading[1], text[leading.end() :]
    return Row(RowKind.SECTION, ordinal=clean_line(ordinal), text=text)
