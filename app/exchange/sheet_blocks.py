"""Tables and the paragraphs around them, seen in a sheet full of cells."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from app.domain.errors import Refused
from app.domain.text import fold
from app.exchange.sheet_headings import is_heading_row
from app.exchange.sheet_merges import Cover, Line, covers, visible_lines
from app.exchange.sheet_model import MOST_COLUMNS, CellRemark, Sheet, Workbook
from app.exchange.source import SourceCell, SourceDocument, SourceParagraph, SourceRemark, SourceRow, SourceTable

_LABEL = re.compile(r"phu luc|bieu\b|bang\b|\(?kem theo|mau so")
_ORDINAL = re.compile(r"(?:[ivxlc]+|[a-z]|\d+(?:\.\d+)*)[.)]?(?:\s|$)")
_SIGNATURE = re.compile(r"noi nhan|tm\.|kt\.|tl\.|tuq\.|chu tich\b|nguoi lap|.*\bngay\b.*\bthang\b.*\bnam\b.*")
_MOST_SIGNED = 3


class Part(NamedTuple):
    """A stretch of lines that is one table, or paragraphs."""

    lines: list[Line]
    is_table: bool


def document_of(workbook: Workbook) -> SourceDocument:
    """All visible sheets one after the other. Raises Refused where there is no table."""
    if not any(sheet.rows for sheet in workbook.sheets):
        raise Refused("sheet.empty", file=workbook.file)
    blocks: list[SourceParagraph | SourceTable] = []
    remarks = [_file_remark(remark) for remark in workbook.remarks]
    if workbook.legacy_fonts:
        remarks.append(_converted_remark(workbook.legacy_fonts))
    tables = 0
    for sheet in workbook.sheets:
        places: dict[int, tuple[int, int]] = {}
        for block in _sheet_blocks(sheet, workbook.file, tables + 1, places):
            tables += isinstance(block, SourceTable)
            blocks.append(block)
        remarks += [_sheet_remark(remark, places) for remark in sheet.remarks]
    if not tables:
        raise Refused("sheet.no_table", file=workbook.file)
    return SourceDocument(workbook.file, tuple(blocks), tuple(remarks))


def _converted_remark(fonts: dict[str, int]) -> SourceRemark:
    values = (("fonts", ", ".join(sorted(fonts))), ("count", str(sum(fonts.values()))))
    return SourceRemark("legacy.converted", values)


def _file_remark(remark: CellRemark) -> SourceRemark:
    return SourceRemark(remark.key, remark.values, unread=remark.unread)


def _sheet_remark(remark: CellRemark, places: dict[int, tuple[int, int]]) -> SourceRemark:
    table, row = places.get(remark.row, (None, None)) if remark.row is not None else (None, None)
    return SourceRemark(remark.key, remark.values, table, row, remark.unread)


def _sheet_blocks(
    sheet: Sheet, file: str, number: int, places: dict[int, tuple[int, int]]
) -> Iterator[SourceParagraph | SourceTable]:
    """The blocks of one sheet, its tables counted from ``number``; fills ``places``: table and row of a sheet row."""
    lines = visible_lines(sheet)
    cover = covers(sheet, lines, file)
    for part in _parts(lines, cover):
        if not part.is_table:
            yield from _paragraphs(part.lines, cover)
            continue
        places.update({line.row: (number, index) for index, line in enumerate(part.lines, 1)})
        yield _table(part.lines, cover, sheet, number, file)
        number += 1


def _parts(lines: list[Line], cover: Cover) -> Iterator[Part]:
    """``lines`` cut before each table's title and before the signature below the last one."""
    heads = _heads(lines, cover)
    if not heads:
        yield Part(lines, False)
        return
    yield Part(lines[: heads[0]], False)
    for head, following in pairwise([*heads, len(lines)]):
        end = _title_start(lines, head, following, cover) if following < len(lines) else following
        tail = _tail_start(lines, head, end)
        yield Part(lines[head:tail], True)
        yield Part(lines[tail:following], False)


def _heads(lines: list[Line], cover: Cover) -> list[int]:
    """Where tables begin: heading rows, but no second heading row nor the same heading on a new page."""
    heads: list[int] = []
    previous = -2
    for index, line in enumerate(lines):
        if not is_heading_row(list(line.cells.values())):
            continue
        continued = index == previous + 1
        if heads and not continued:
            same = line.cells == lines[heads[-1]].cells
            continued = same and _title_start(lines, heads[-1], index, cover) == index
        previous = index
        if not continued:
            heads.append(index)
    return heads or _unknown_head(lines)


def _unknown_head(lines: list[Line]) -> list[int]:
    """Where a table begins whose headings nobody knows: the first line with several cells."""
    return [index for index, line in enumerate(lines) if len(line.cells) > 2][:1]


def _title_start(lines: list[Line], head: int, following: int, cover: Cover) -> int:
    """Index of the first title line above the heading at ``following``."""
    start = following
    while start - 1 > head and _is_title(lines[start - 1], lines[start], cover):
        start -= 1
    return start


def _is_title(line: Line, below: Line, cover: Cover) -> bool:
    if len(line.cells) != 1:
        return False
    ((column, text),) = line.cells.items()
    folded = fold(text)
    if _LABEL.match(folded):
        return True
    wide = (line.row, column) in cover or below.row > line.row + 1
    return wide and not _ORDINAL.match(folded)


def _tail_start(lines: list[Line], head: int, end: int) -> int:
    """Index of the first line of signatures and recipients below a table, or ``end``."""
    start = end
    while start - 1 > head and _may_be_signed(lines[start - 1]):
        start -= 1
    signed = (index for index in range(start, end) if _is_signature(lines[index]))
    return next(signed, end)


def _may_be_signed(line: Line) -> bool:
    first = next(iter(line.cells.values()))
    return len(line.cells) <= _MOST_SIGNED and not _ORDINAL.fullmatch(fold(first))


def _is_signature(line: Line) -> bool:
    return any(_SIGNATURE.match(fold(text)) for text in line.cells.values())


def _paragraphs(lines: list[Line], cover: Cover) -> Iterator[SourceParagraph]:
    for line in lines:
        for column, text in line.cells.items():
            centered = (line.row, column) in cover
            yield from (SourceParagraph(one, centered) for one in text.split("\n") if one)


def _table(lines: list[Line], cover: Cover, sheet: Sheet, number: int, file: str) -> SourceTable:
    columns = sorted({column for line in lines for column in line.cells})
    if len(columns) > MOST_COLUMNS:
        raise Refused("sheet.too_many_columns", file=file, sheet=sheet.name, most=MOST_COLUMNS)
    rows = [line.row for line in lines]
    return SourceTable(
        tuple(SourceRow(tuple(_row_cells(line, columns, rows, cover, sheet))) for line in lines), number, (), sheet.name
    )


def _row_cells(line: Line, columns: list[int], rows: list[int], cover: Cover, sheet: Sheet) -> Iterator[SourceCell]:
    place = 0
    while place < len(columns):
        column = columns[place]
        text = line.cells.get(column, "")
        merge = cover.get((line.row, column))
        if merge is None:
            decimal = place == 0 and (line.row, column) in sheet.fractions
            yield SourceCell(text.replace(",", ".") if decimal else text, place)
            place += 1
            continue
        end = bisect_left(columns, merge.right + 1)
        above = rows[bisect_left(rows, merge.top)] < line.row
        yield SourceCell("" if above else text, place, end - place, above)
        place = end
