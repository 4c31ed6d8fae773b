"""Changes to an appendix's columns: pure functions. Positions count from 0 over ``appendix.columns``."""

from dataclasses import replace

from app.domain.errors import Refused
from app.domain.numbering import mark_numbered
from app.domain.plan import Appendix, Cell, Column, Role, Row, RowKind
from app.domain.text import clean_line


def _with_cells(row: Row, cells: tuple[Cell, ...]) -> Row:
    return replace(row, cells=cells) if row.kind is RowKind.ITEM else row


def add_column(appendix: Appendix, at: int, column: Column) -> Appendix:
    """``column`` put in before position ``at``, empty in every row."""
    named = replace(column, heading=clean_line(column.heading), id=None)
    rows = (_with_cells(row, (*row.cells[:at], "", *row.cells[at:])) for row in appendix.rows)
    return replace(appendix, columns=(*appendix.columns[:at], named, *appendix.columns[at:]), rows=tuple(rows))


def remove_column(appendix: Appendix, at: int) -> Appendix:
    """``appendix`` without a column and its cells. Raises Refused for the only one."""
    if len(appendix.columns) == 1:
        raise Refused("edit.last_column")
    rows = (_with_cells(row, (*row.cells[:at], *row.cells[at + 1 :])) for row in appendix.rows)
    return replace(appendix, columns=(*appendix.columns[:at], *appendix.columns[at + 1 :]), rows=tuple(rows))


def move_column(appendix: Appendix, at: int, to: int) -> Appendix:
    """The column at ``at`` put where, once it is taken out, position ``to`` is."""
    order = [place for place in range(len(appendix.columns)) if place != at]
    order.insert(to, at)
    rows = tuple(
        _with_cells(row, tuple(row.cells[place] for place in order)) if row.kind is RowKind.ITEM else row
        for row in appendix.rows
    )
    return replace(appendix, columns=tuple(appendix.columns[place] for place in order), rows=rows)


def _changed(appendix: Appendix, at: int, column: Column) -> Appendix:
    return replace(appendix, columns=(*appendix.columns[:at], column, *appendix.columns[at + 1 :]))


def rename_column(appendix: Appendix, at: int, heading: str) -> Appendix:
    """A column with another heading, on one line. Raises Refused for an empty one."""
    if not clean_line(heading):
        raise Refused("edit.empty_heading")
    return _changed(appendix, at, replace(appendix.columns[at], heading=clean_line(heading)))


def set_role(appendix: Appendix, at: int, role: Role) -> Appendix:
    """A column with another meaning. There is one ordinal column: a former one becomes ``other``; the rows whose
    ordinal follows its place number themselves from then on."""
    was = appendix.column_of(Role.ORDINAL)
    if role is Role.ORDINAL and was not in (None, at):
        appendix = _changed(appendix, was or 0, replace(appendix.columns[was or 0], role=Role.OTHER))
    changed = _changed(appendix, at, replace(appendix.columns[at], role=role))
    return changed if changed.column_of(Role.ORDINAL) == was else mark_numbered(changed)


def hide_column(appendix: Appendix, at: int, hidden: bool = True) -> Appendix:
    """A column shown no more, or again. Raises Refused where no visible column would be left."""
    if hidden and all(column.hidden for place, column in enumerate(appendix.columns) if place != at):
        raise Refused("edit.last_column")
    return _changed(appendix, at, replace(appendix.columns[at], hidden=hidden))


def resize_column(appendix: Appendix, at: int, width: float | None) -> Appendix:
    """A column ``width`` millimetres wide on landscape A4; None leaves it to the program."""
    return _changed(appendix, at, replace(appendix.columns[at], width=width))
