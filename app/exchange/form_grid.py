"""A sheet or a pasted block as a form's table sees it: cells by place, merged ranges filled, headings by words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.text import clean_line, fold
from app.exchange.sheet_merges import covers, visible_lines
from app.exchange.sheet_model import Merge, Workbook

Place = tuple[int, int]


class FormRole(StrEnum):
    """What a column of a form's table holds."""

    CODE = "code"
    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"
    NOTE = "note"
    KIND = "kind"
    CALCULATION = "calculation"
    GROUP = "group"


_HEADINGS: tuple[tuple[FormRole, str], ...] = (
    (FormRole.CODE, r"s?tt|so tt|ma( so| chi tieu)?|ky hieu"),
    (FormRole.UNIT, r"don vi( tinh)?|dvt"),
    (FormRole.KIND, r"kieu so lieu"),
    (FormRole.CALCULATION, r"cach tinh"),
    (FormRole.GROUP, r"nhom( cot)?"),
    (FormRole.NOTE, r"ghi chu"),
    (FormRole.LABEL, r"(ten )?chi tieu.*|noi dung.*"),
    (FormRole.VALUE, r"so lieu.*|gia tri|ket qua.*|thuc hien"),
)
_NUMBERED = re.compile(r"\(?(\d{1,2})\)?((?:\s*=\s*\(?\d{1,2}\)?(?:\s*\+\s*\(?\d{1,2}\)?)*)*)")
_SUM = re.compile(r"\(?\d{1,2}\)?(?:\s*\+\s*\(?\d{1,2}\)?)+")
"""What stands below the heading of a column that only checks others."""
_LAST = re.compile(r"\d{1,9}")
_CODE = re.compile(r"\d{1,3}(?:[.,]\d{1,3})*\.?")
_DEEPEST_HEADING = 4


@dataclass(slots=True)
class Grid:
    """The cells of one sheet that hold text, by row and column; ``lines`` are the rows that hold any, top down, and
    ``cover`` the merged range over a cell."""

    name: str
    cells: Mapping[Place, str]
    lines: Sequence[int]
    cover: Mapping[Place, Merge] = field(default_factory=dict)

    def text(self, row: int, column: int) -> str:
        """What the cell itself holds."""
        return self.cells.get((row, column), "")

    def shown(self, row: int, column: int) -> str:
        """What is seen there: in a merged range the text of its first cell."""
        merge = self.cover.get((row, column))
        return self.text(merge.top, merge.left) if merge else self.text(row, column)

    def columns(self) -> list[int]:
        """The columns that hold anything, from left to right."""
        return sorted({column for _, column in self.cells})

    def rows_below(self, row: int, column: int) -> int:
        """How many rows the cell covers."""
        merge = self.cover.get((row, column))
        return merge.bottom - merge.top + 1 if merge else 1


@dataclass(frozen=True, slots=True)
class FormTable:
    """The headings of a form's table: its columns by role, the first row and the row after the last."""

    roles: Mapping[FormRole, int]
    top: int
    start: int


def grids_of(workbook: Workbook) -> Iterator[Grid]:
    """The visible sheets of ``workbook`` that hold anything."""
    for sheet in workbook.sheets:
        lines = visible_lines(sheet)
        cells = {(line.row, column): text for line in lines for column, text in line.cells.items()}
        if lines:
            yield Grid(sheet.name, cells, [line.row for line in lines], covers(sheet, lines, workbook.file))


def grid_of_block(block: Sequence[Sequence[str | None]]) -> Grid:
    """A block of cells from the clipboard."""
    cells = {(row, column): text for row, line in enumerate(block) for column, text in enumerate(line) if text}
    return Grid("", cells, sorted({row for row, _ in cells}))


def find_tables(grid: Grid) -> list[FormTable]:
    """The tables of indicators in ``grid``: each begins with headings for a code or ordinal and for the indicator."""
    tables: list[FormTable] = []
    for row in grid.lines:
        if tables and row < tables[-1].start:
            continue
        roles = _roles(grid, [row])
        if FormRole.CODE in roles and FormRole.LABEL in roles:
            end = _heading_end(grid, row)
            heading = [line for line in grid.lines if row <= line < end]
            tables.append(FormTable(_roles(grid, heading), row, _after_numbers(grid, end)))
    return tables


def number_row(grid: Grid, row: int) -> dict[int, tuple[str, str]]:
    """The column numbers in ``row`` with what follows them ("=(4)+(5)"), by column; empty for any other row."""
    texts = {column: text for column in grid.columns() if (text := grid.text(row, column))}
    found = {column: _NUMBERED.fullmatch(text) for column, text in texts.items() if not _SUM.fullmatch(text)}
    numbers = {column: (match[1], match[2]) for column, match in found.items() if match}
    in_order = [int(number) for number, _ in numbers.values()]
    complete = len(numbers) == len(found) >= 3 and in_order == list(range(1, len(in_order) + 1))
    return numbers if complete else {}


def code_of(text: str) -> str:
    """``text`` as a code: no full stop at its end, points where a number format made commas of them."""
    words = clean_line(text).strip("() ")
    return words.rstrip(".").replace(",", ".") if _CODE.fullmatch(words) else words.rstrip(".")


def is_code(text: str) -> bool:
    """Whether ``text`` is an indicator's code: 1, 1.1, 4.1.2."""
    return bool(_CODE.fullmatch(clean_line(text).strip("() ")))


def successor_code(code: str, previous: str, taken: bool) -> str:
    """``code``, or with the 0 that Excel took from it: 1.1 after 1.9 is 1.10."""
    head, _, last = previous.rpartition(".")
    expected = f"{head}.{int(last) + 1}" if head and _LAST.fullmatch(last) else ""
    return expected if taken and expected == f"{code}0" else code


def _roles(grid: Grid, rows: Sequence[int]) -> dict[FormRole, int]:
    """The columns by role, judged by the lowest of the heading ``rows`` that says anything known."""
    found: dict[FormRole, int] = {}
    for column in grid.columns():
        texts = [grid.shown(row, column) for row in reversed(rows)]
        role = next((role for text in texts if (role := _role(text))), None)
        if role:
            found.setdefault(role, column)
    return found


def _role(heading: str) -> FormRole | None:
    words = re.sub(r"[^a-z0-9]+", " ", fold(heading)).strip()
    return next((role for role, pattern in _HEADINGS if re.fullmatch(pattern, words)), None) if words else None


def _heading_end(grid: Grid, row: int) -> int:
    """The row after a heading that may go on over several rows below ``row``."""
    deepest = max((grid.cover[row, c].bottom for c in grid.columns() if (row, c) in grid.cover), default=row)
    return min(deepest, row + _DEEPEST_HEADING) + 1


def _after_numbers(grid: Grid, row: int) -> int:
    return row + 1 if number_row(grid, row) else row
