"""The lines of a form of columns (lĩnh vực by lĩnh vực) from Excel or the clipboard."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.figures_entry import FigureReading, read_figure
from app.domain.statistics_form import Form, FormLine, FormRow
from app.domain.text import clean_line, fold
from app.exchange.form_columns import column_headings
from app.exchange.form_grid import Grid, grids_of, number_row
from app.exchange.read import read_sheets
from app.texts import text


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """A line with its figures, and what was doubtful or could not be read, by column code."""

    line: FormLine
    readings: Mapping[str, FigureReading]


def import_lines(path: Path, form: Form) -> list[ImportedLine]:
    """The lines in the spreadsheet at ``path`` for ``form``, without the line of totals. Raises Refused where the file
    cannot be read."""
    return [line for grid in grids_of(read_sheets(path)) for line in lines_in(grid, form)]


def lines_in(grid: Grid, form: Form) -> list[ImportedLine]:
    """The lines in ``grid``: its columns by their numbers (1) (2) (3) and, where the headings differ from the form's,
    by the headings. Without a row of numbers the columns are taken in the form's order."""
    for row in grid.lines:
        numbers = number_row(grid, row)
        if numbers:
            columns = _columns(grid, row, {column: number for column, (number, _) in numbers.items()}, form)
            return list(_lines(grid, [line for line in grid.lines if line > row], columns, form))
    columns = dict(zip(grid.columns(), form.rows, strict=False))
    return list(_lines(grid, grid.lines, columns, form))


def _columns(grid: Grid, row: int, numbers: Mapping[int, str], form: Form) -> dict[int, FormRow]:
    by_code = {one.code: one for one in form.rows}
    by_name = {_key((one.group, one.label)): one for one in form.rows}
    found: dict[int, FormRow] = {}
    for column, number in numbers.items():
        heading = column_headings(grid, row, column)
        named = by_name.get(_key(heading[-2:] if len(heading) > 1 else ("", *heading)))
        one = named or by_code.get(number)
        if one and one not in found.values():
            found[column] = one
    return found


def _key(heading: Sequence[str]) -> str:
    return fold("|".join(heading))


def _lines(grid: Grid, lines: Sequence[int], columns: Mapping[int, FormRow], form: Form) -> Iterator[ImportedLine]:
    for line in lines:
        words = {row.code: clean_line(grid.text(line, column)) for column, row in columns.items()}
        names = [words.get(row.code, "") for row in form.rows if not row.kind.is_figure]
        ordinal, name = (names[0], names[1]) if len(names) > 1 else ("", *names[:1])
        readings = {row.code: read_figure(words[row.code], row) for row in columns.values() if row.kind.is_figure}
        readings = {code: reading for code, reading in readings.items() if reading.figure or reading.doubts}
        if not readings or not name or _is_total(name):
            continue
        figures = {code: reading.figure for code, reading in readings.items() if reading.figure is not None}
        yield ImportedLine(FormLine(ordinal, name, figures), readings)


def _is_total(name: str) -> bool:
    return fold(name).strip() in {fold(text("statistics.total_line")), "tong so", "tong", "cong"}
