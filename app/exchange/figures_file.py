"""All the figures in one spreadsheet: those of forms of rows, and the lines of a form of columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import Refused
from app.domain.statistics_form import Form, Shape
from app.exchange.figures_import import FigureImport, FileFigures, UnmatchedFigure, import_figures
from app.exchange.form_columns import read_column_form
from app.exchange.form_grid import grids_of
from app.exchange.lines_import import ImportedLine, lines_in
from app.exchange.read import read_sheets

_FEWEST = 0.5
"""The share of a form's columns that a table must have to be taken for it."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file holds for some forms: figures by form of rows, values that fitted nowhere, lines by the key of their
    form of columns."""

    name: str
    imports: Sequence[FigureImport]
    unmatched: Sequence[UnmatchedFigure]
    lines: dict[str, list[ImportedLine]]


def read_figures(path: Path, forms: Sequence[Form]) -> FileRead:
    """The figures in the spreadsheet at ``path`` for ``forms``. Raises Refused where the file cannot be read or holds
    no table of figures."""
    lines = {form.key: there for form in forms if form.shape is Shape.COLUMNS and (there := _lines(path, form))}
    try:
        found = import_figures(path, forms)
    except Refused:
        if not lines:
            raise
        found = FileFigures()
    return FileRead(path.name, found.imports, found.unmatched, lines)


def _lines(path: Path, form: Form) -> list[ImportedLine]:
    grids = [grid for grid in grids_of(read_sheets(path)) if (table := read_column_form(grid)) is not None
             and len(form.rows) * _FEWEST <= len(table.rows) <= len(form.rows) * 2]  # fmt: skip
    return [line for grid in grids for line in lines_in(grid, form)]
