"""Statistics forms of another year or province, read from an Excel file.

A file that the program wrote itself says everything; of a form made elsewhere only codes, labels, units and notes can
be read, and the rest is guessed with a remark for the clerk.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.errors import Refused
from app.domain.statistics_form import (
    Balance,
    Form,
    FormRow,
    FormSet,
    FormSource,
    Shape,
    check_form,
)
from app.domain.statistics_guess import doubtful_units
from app.domain.text import clean_line, fold
from app.exchange.form_columns import read_column_form
from app.exchange.form_files_out import INFO
from app.exchange.form_grid import (
    FormRole,
    FormTable,
    Grid,
    find_tables,
    grids_of,
)
from app.exchange.form_rows import FormReader, FormRemark
from app.exchange.read import read_sheets
from app.texts import text

_SOURCE = re.compile(
    r"(Quyết định|Công văn|Thông tư|Kế hoạch|Hướng dẫn|Nghị quyết|Nghị định)\s+số:?\s*([\w/.&-]+\w)"
    r"(?:,?\s+ngày\s+(\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b")


@dataclass(frozen=True, slots=True)
class LoadedForms:
    """The forms of a file and what the clerk should know about how they were read."""

    form_set: FormSet
    remarks: tuple[FormRemark, ...]


def read_form_file(path: Path, year: int) -> LoadedForms:
    """The forms in the spreadsheet at ``path``; ``year`` stands in where the file names none.

    Raises Refused where the file cannot be read, holds no form, or holds one that cannot be worked with.
    """
    remarks: list[FormRemark] = []
    grids = list(grids_of(read_sheets(path)))
    info = next((grid for grid in grids if fold(grid.name) == fold(text("statistics.info_sheet"))), None)
    forms = [form for grid in grids if grid is not info for form in _forms_in(grid, remarks)]
    if not forms:
        raise Refused("statistics.no_form", file=path.name)
    form_set = _own_set(info, forms, year) if info else _foreign_set(path, grids, forms, year, remarks)
    for form in form_set.forms:
        check_form(form)
        remarks += [_unit_remark(form, row) for row in doubtful_units(form)]
    return LoadedForms(form_set, tuple(remarks))


def _unit_remark(form: Form, row: FormRow) -> FormRemark:
    return FormRemark("statistics.unit_doubtful", (("form", form.title), ("code", row.code), ("unit", row.unit)))


def _forms_in(grid: Grid, remarks: list[FormRemark]) -> Iterator[Form]:
    tables = find_tables(grid)
    column_form = None if any(_asks_by_row(table) for table in tables) else read_column_form(grid)
    if column_form:
        yield column_form
        return
    above = grid.lines[0] if grid.lines else 0
    for number, table in enumerate(tables):
        end = tables[number + 1].top if number + 1 < len(tables) else grid.lines[-1] + 1
        lines = [row for row in grid.lines if table.start <= row < end]
        yield from FormReader(grid, table, remarks).forms(lines, _title_above(grid, above, table.top))
        above = table.start


def _asks_by_row(table: FormTable) -> bool:
    return bool(table.roles.keys() & {FormRole.UNIT, FormRole.KIND})


def _title_above(grid: Grid, first: int, end: int) -> str:
    """The last line of words alone above a table; the sheet's name where there is none."""
    lines = [row for row in grid.lines if first <= row < end]
    texts = [[grid.text(row, column) for column in grid.columns() if grid.text(row, column)] for row in lines]
    titles = [one[0] for one in texts if len(one) == 1 and not one[0].startswith("(") and len(one[0]) > 3]
    return clean_line(titles[-1]) if titles else grid.name


def _own_set(info: Grid, forms: Sequence[Form], year: int) -> FormSet:
    """The set as the sheet about it says, its forms in the order of the sheets."""
    lines = {clean_line(info.text(row, 0)): info.text(row, 1) for row in info.lines}
    values = {name: lines.get(text(f"statistics.info_{name}"), "") for name in INFO}
    top = next((row for row in info.lines if info.text(row, 0) == text("statistics.list_form")), info.lines[-1])
    listed = [row for row in info.lines if row > top]
    named = [_as_listed(form, info, row) for form, row in zip(forms, listed, strict=False)]
    source = FormSource(values["document"], values["number"], day_in(values["date"]), values["note"])
    year = int(values["year"]) if _YEAR.fullmatch(values["year"]) else year
    return FormSet(values["key"], values["title"], year, values["version"], source, tuple(named))


def _as_listed(form: Form, info: Grid, row: int) -> Form:
    shapes = {fold(text(f"statistics.shape_{shape.value}")): shape for shape in Shape}
    balances = [line.partition("=") for line in info.text(row, 4).split("\n") if "=" in line]
    return replace(
        form,
        key=info.text(row, 0),
        title=info.text(row, 1),
        shape=shapes.get(fold(info.text(row, 3)), Shape.ROWS),
        balances=tuple(
            Balance(total.strip(), tuple(part.strip() for part in parts.split("+"))) for total, _, parts in balances
        ),
    )


def day_in(written: str) -> date | None:
    """The day of a date like 02/7/2025; None for anything that no calendar has."""
    try:
        day, month, year = (int(number) for number in re.findall(r"\d+", written))
        return date(year, month, day)
    except ValueError:
        return None


def _foreign_set(
    path: Path, grids: Sequence[Grid], forms: Sequence[Form], year: int, remarks: list[FormRemark]
) -> FormSet:
    """A set named after its file, with the document that the sheets mention as its source."""
    keyed = [replace(form, key=form.key or str(number)) for number, form in enumerate(forms, 1)]
    keys = [form.key for form in keyed]
    if len(set(keys)) < len(keys):
        keyed = [replace(form, key=str(number)) for number, form in enumerate(keyed, 1)]
    words = "\n".join(grid.cells[place] for grid in grids for place in sorted(grid.cells))
    found = _SOURCE.search(words)
    if not found:
        remarks.append(FormRemark("statistics.no_source", (("file", path.name),)))
    named = _YEAR.search(path.stem)
    year = int(named[1]) if named else year
    key = re.sub(r"[^a-z0-9]+", "-", fold(path.stem)).strip("-")
    return FormSet(key, path.stem, year, "1", _source(found), tuple(keyed))


def _source(found: re.Match[str] | None) -> FormSource:
    if not found:
        return FormSource("", "", None)
    return FormSource(found[1], found[2], day_in("/".join(found.group(3, 4, 5))) if found[3] else None)
