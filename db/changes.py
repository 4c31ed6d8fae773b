"""From the rows a step touched to what screens need to know."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, bindparam, select

from app.ports import Changes
from db import tables
from db.undo import Change, Image

_BESIDE = (tables.mark, tables.correction, tables.proof, tables.proof_use, tables.note, tables.unit, tables.calendar,
           tables.person, tables.office, tables.value_note, tables.value_proof, tables.kit_file)  # fmt: skip
"""What is noted beside the words of plans."""
_EVERYWHERE = (tables.unit, tables.calendar, tables.proof, tables.person, tables.office, tables.kit_file)
"""What every plan looks at."""


def describe(connection: Connection, changes: Sequence[Change]) -> Changes:
    """The plans, appendices and rows that ``changes`` touched, also those that are gone."""
    rows = _ids(changes, tables.row, "id").union(*(_ids(changes, table, "row_id") for table in tables.OF_ROW))
    appendices = (
        _ids(changes, tables.appendix, "id")
        | _ids(changes, tables.column, "appendix_id")
        | _ids(changes, tables.row, "appendix_id")
        | _owners(connection, tables.row, "appendix_id", rows)
    )
    plans = (
        _ids(changes, tables.plan, "id")
        | _ids(changes, tables.appendix, "plan_id")
        | _owners(connection, tables.appendix, "plan_id", appendices)
    )
    everywhere = any(change.table in _EVERYWHERE for change in changes)
    keeps_shape = all(map(_keeps_shape, changes))
    return Changes(frozenset(plans), frozenset(appendices), frozenset(rows), keeps_shape, everywhere)


def _images(changes: Iterable[Change], table: Table) -> Iterable[Image]:
    return (image for change in changes if change.table is table for image in (change.old, change.new) if image)


def _ids(changes: Iterable[Change], table: Table, name: str) -> set[int]:
    return {image[name] for image in _images(changes, table)}


def _owners(connection: Connection, table: Table, name: str, ids: Iterable[int]) -> set[int]:
    query = select(table.c[name]).where(table.c.id.in_(bindparam("ids", expanding=True))).distinct()
    known = sorted(ids)
    # SQLite takes a limited number of values in one statement
    parts = (known[start : start + 10_000] for start in range(0, len(known), 10_000))
    return {found for part in parts for found in connection.execute(query, {"ids": part}).scalars()}


def _keeps_shape(change: Change) -> bool:
    """Whether a change is text within a row that stays in its place."""
    if change.table in _BESIDE:
        return True
    if change.old is None or change.new is None:
        return False
    if change.table is tables.cell:
        return (change.old["text"] is None) == (change.new["text"] is None)
    return change.table is tables.row and change.old["position"] == change.new["position"]


def rows_to_index(changes: Sequence[Change]) -> set[int]:
    """Rows whose words may have changed: not those that only moved."""
    return _ids((change for change in changes if _reworded(change)), tables.row, "id") | _ids(
        changes, tables.cell, "row_id"
    )


def _reworded(change: Change) -> bool:
    if change.old is None or change.new is None or change.table is not tables.row:
        return True
    return any(change.old[name] != change.new[name] for name in ("kind", "ordinal", "text"))
