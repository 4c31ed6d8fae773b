"""Figures from Excel or the clipboard into a form, matched by code and label; what did not fit is told with its reason.

Files differ in what they call and how they number an indicator, so that either may lead to its row; where code and
label lead to different rows, neither is believed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from app.domain.errors import Refused
from app.domain.figures_entry import FigureReading, read_figure
from app.domain.statistics_form import Form, FormRow, Shape, rows_by_code
from app.domain.text import clean_line, fold
from app.exchange.form_grid import FormRole, FormTable, Grid, code_of, find_tables, grids_of, is_code, successor_code
from app.exchange.read import read_sheets

_ALIKE = 0.75
_FEWEST = 0.5
"""The share of its rows, code and label alike, that a table must have in common with a form to be taken for it."""


@dataclass(frozen=True, slots=True)
class MatchedFigure:
    """A value found for row ``code``: as it was written, and as it was read, doubts included."""

    code: str
    typed: str
    reading: FigureReading


@dataclass(frozen=True, slots=True)
class UnmatchedFigure:
    """A value that went nowhere, with the sentence ``key`` that says why."""

    code: str
    label: str
    typed: str
    key: str


@dataclass(slots=True)
class FigureImport:
    """What of a table fitted a form and what did not, in the table's order."""

    form: Form
    matched: list[MatchedFigure] = field(default_factory=list)
    unmatched: list[UnmatchedFigure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    code: str
    label: str
    typed: str


@dataclass(slots=True)
class FileFigures:
    """What a file held: one import per table that is one of the forms, and the values of tables that are none."""

    imports: list[FigureImport] = field(default_factory=list)
    unmatched: list[UnmatchedFigure] = field(default_factory=list)


def import_figures(path: Path, forms: Sequence[Form]) -> FileFigures:
    """The figures in the spreadsheet at ``path`` for the forms of rows among ``forms``. Raises Refused where the file
    cannot be read or holds no table of indicators."""
    found = FileFigures()
    for grid in grids_of(read_sheets(path)):
        for lines in _tables(grid):
            form = _form_of(lines, forms)
            if form:
                found.imports.append(match_lines(form, [(line.code, line.label, line.typed) for line in lines]))
            else:
                found.unmatched += _of_no_form(lines)
    if not found.imports and not found.unmatched:
        raise Refused("statistics.import_no_table", file=path.name)
    return found


def _of_no_form(lines: Sequence[_Line]) -> Iterator[UnmatchedFigure]:
    key = "statistics.import_no_form"
    return (UnmatchedFigure(line.code, line.label, line.typed, key) for line in lines if line.typed)


def paste_figures(grid: Grid, form: Form) -> FigureImport:
    """The figures in a pasted block (see ``grid_of_block``): with headings, or columns of codes, labels and figures in
    this order where it has none."""
    lines = [line for table in _tables(grid) for line in table] or list(_bare_lines(grid))
    return match_lines(form, [(line.code, line.label, line.typed) for line in lines])


def match_lines(form: Form, lines: Sequence[tuple[str, str, str]]) -> FigureImport:
    """Match lines of code, label and written value with the rows of ``form``. Lines without a value are passed over."""
    found = FigureImport(form)
    used: set[str] = set()
    previous = ""
    for written, label, typed in lines:
        code = successor_code(code_of(written), previous, code_of(written) in used)
        previous = code or previous
        if not typed:
            used.add(code)
            continue
        row, key = _row_for(form, code, label)
        if row and row.code in used:
            row, key = None, "statistics.import_twice"
        if row is None:
            found.unmatched.append(UnmatchedFigure(code, label, typed, key))
            continue
        used.add(row.code)
        found.matched.append(MatchedFigure(row.code, typed, read_figure(typed, row)))
    return found


def _row_for(form: Form, code: str, label: str) -> tuple[FormRow | None, str]:
    """The row that code and label lead to; else the sentence that says why there is none."""
    by_code = rows_by_code(form).get(code)
    name = _name(label)
    if by_code and (not name or _alike(name, _name(by_code.label))):
        return _asking(by_code)
    by_label = [row for row in form.rows if name and _name(row.label) == name]
    if len(by_label) == 1:
        return _asking(by_label[0])
    if by_label:
        return None, "statistics.import_ambiguous"
    return None, "statistics.import_label_differs" if by_code else "statistics.import_unknown"


def _asking(row: FormRow) -> tuple[FormRow | None, str]:
    return (row, "") if row.kind.is_figure else (None, "statistics.import_heading")


def _name(label: str) -> str:
    """``label`` by its letters and digits alone."""
    return re.sub(r"[^a-z0-9]+", " ", fold(label)).strip()


def _alike(one: str, other: str) -> bool:
    """Whether two labels say the same but for a few words, or the words that one of them leaves out at its end."""
    if one == other or (one and other and (one.startswith(other) or other.startswith(one))):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _tables(grid: Grid) -> Iterator[list[_Line]]:
    """The lines of each table in ``grid``; a code that begins anew begins another table."""
    tables = find_tables(grid)
    for number, table in enumerate(tables):
        end = tables[number + 1].top if number + 1 < len(tables) else grid.lines[-1] + 1
        lines = [_line(grid, table, row) for row in grid.lines if table.start <= row < end]
        yield from _parted([line for line in lines if line.code or line.label])


def _parted(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    part: list[_Line] = []
    for line in lines:
        if part and line.code and line.code == part[0].code:
            yield part
            part = []
        if is_code(line.code) or part:
            part.append(line)
    if part:
        yield part


def _line(grid: Grid, table: FormTable, row: int) -> _Line:
    def text(role: FormRole) -> str:
        return clean_line(grid.text(row, table.roles[role])) if role in table.roles else ""

    return _Line(code_of(text(FormRole.CODE)), text(FormRole.LABEL), text(FormRole.VALUE))


def _bare_lines(grid: Grid) -> Iterator[_Line]:
    """Lines of a block without headings: a code first where there is one, the figure last, the longest text between."""
    for row in grid.lines:
        texts = [clean_line(text) for column in grid.columns() if (text := grid.text(row, column))]
        code = texts.pop(0) if is_code(texts[0]) and len(texts) > 1 else ""
        typed = texts.pop()
        yield _Line(code_of(code), max(texts, key=len, default=""), typed)


def _form_of(lines: Sequence[_Line], forms: Sequence[Form]) -> Form | None:
    """The form that has most of the lines, code and label both; None where none has half of them."""
    shares: Mapping[str, float] = {form.key: _share(lines, form) for form in forms if form.shape is Shape.ROWS}
    best = max(shares, key=lambda key: shares[key], default="")
    return next((form for form in forms if form.key == best and shares[best] >= _FEWEST), None)


def _share(lines: Sequence[_Line], form: Form) -> float:
    rows = {code: _name(row.label) for code, row in rows_by_code(form).items()}
    known = (line.code in rows and _alike(_name(line.label), rows[line.code]) for line in lines)
    return sum(known) / max(len(lines), 1)
