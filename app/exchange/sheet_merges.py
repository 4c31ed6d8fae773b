"""Merged ranges and hidden parts of a sheet, brought down to what is seen."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from app.domain.errors import Refused
from app.exchange.sheet_model import MOST_MERGED, CellRemark, Merge, Sheet


@dataclass(frozen=True, slots=True)
class Line:
    """A visible row (counted from 0) that holds text; ``cells`` by column, from left to right."""

    row: int
    cells: dict[int, str]


Cover = dict[tuple[int, int], Merge]
"""The merged range over a cell, for each cell that lies in one."""


def visible_lines(sheet: Sheet) -> list[Line]:
    """The rows that hold visible text, top down; leaves a remark where hidden rows or columns held some."""
    _uncover(sheet)
    hidden_rows = sum(1 for row in sheet.rows if row in sheet.hidden_rows)
    hidden_columns = {column for cells in sheet.rows.values() for column in cells} & sheet.hidden_columns
    if hidden_rows:
        _remark(sheet, "sheet.hidden_rows", hidden_rows)
    if hidden_columns:
        _remark(sheet, "sheet.hidden_columns", len(hidden_columns))
    rows = sorted(row for row in sheet.rows if row not in sheet.hidden_rows)
    lines = (Line(row, _visible(sheet.rows[row], sheet.hidden_columns)) for row in rows)
    return [line for line in lines if line.cells]


def covers(sheet: Sheet, lines: list[Line], file: str) -> Cover:
    """The merged ranges over the cells of ``lines``, cut down to rows and columns in use. Raises Refused where
    there are more than any plan has."""
    rows = [line.row for line in lines]
    columns = sorted({column for line in lines for column in line.cells})
    cover: Cover = {}
    area = 0
    for merge in sheet.merges:
        inside_rows = rows[bisect_left(rows, merge.top) : bisect_right(rows, merge.bottom)]
        inside_columns = columns[bisect_left(columns, merge.left) : bisect_right(columns, merge.right)]
        area += len(inside_rows) * len(inside_columns) + 1
        if area > MOST_MERGED:
            raise Refused("sheet.too_big", file=file)
        cover.update({(row, column): merge for row in inside_rows for column in inside_columns})
    return cover


def _visible(cells: dict[int, str], hidden: set[int]) -> dict[int, str]:
    return {column: cells[column] for column in sorted(cells) if column not in hidden}


def _remark(sheet: Sheet, key: str, count: int) -> None:
    sheet.remarks.append(CellRemark(key, (("sheet", sheet.name), ("count", str(count)))))


def _uncover(sheet: Sheet) -> None:
    """Move the text of a merged range whose first row or column is hidden to its first visible cell."""
    for merge in sheet.merges:
        text = sheet.rows.get(merge.top, {}).get(merge.left)
        row = _first_visible(merge.top, merge.bottom, sheet.hidden_rows)
        column = _first_visible(merge.left, merge.right, sheet.hidden_columns)
        if text and row is not None and column is not None and (row, column) != (merge.top, merge.left):
            del sheet.rows[merge.top][merge.left]
            sheet.rows.setdefault(row, {})[column] = text
            if not sheet.rows[merge.top]:
                del sheet.rows[merge.top]


def _first_visible(first: int, last: int, hidden: set[int]) -> int | None:
    return next((place for place in range(first, last + 1) if place not in hidden), None)
