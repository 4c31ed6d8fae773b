"""One appendix read and written whole. A save writes the difference between what was and what shall be."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.domain.errors import Refused
from app.domain.merging import check
from app.domain.plan import Appendix, Cell, Column, Role, Row, RowKind
from db import positions
from db.ids import next_ids
from db.tables import OF_ROW, appendix, cell, column, row

Values = dict[str, Any]


def plan_of(connection: Connection, appendix_id: int) -> int:
    """The plan that an appendix belongs to. Raises Refused for an unknown id."""
    found = connection.execute(select(appendix.c.plan_id).where(appendix.c.id == appendix_id)).scalar()
    if found is None:
        raise Refused("storage.no_appendix", appendix=appendix_id)
    return int(found)


def get_appendix(connection: Connection, appendix_id: int) -> Appendix:
    """The appendix with its columns and rows. Raises Refused for an unknown id."""
    query = select(appendix.c.label, appendix.c.title).where(appendix.c.id == appendix_id)
    found = connection.execute(query).one_or_none()
    if found is None:
        raise Refused("storage.no_appendix", appendix=appendix_id)
    columns = _columns(connection, appendix_id)
    return Appendix(found.label, found.title, columns, _rows(connection, appendix_id, columns), appendix_id)


def _columns(connection: Connection, appendix_id: int) -> tuple[Column, ...]:
    query = (
        select(column.c.heading, column.c.role, column.c.width, column.c.hidden, column.c.id)
        .where(column.c.appendix_id == appendix_id)
        .order_by(column.c.position, column.c.id)
    )
    return tuple(
        Column(heading, Role(role), width, hidden, id_)
        for heading, role, width, hidden, id_ in connection.execute(query)
    )


def _rows(connection: Connection, appendix_id: int, columns: Sequence[Column]) -> tuple[Row, ...]:
    query = (
        select(row.c.id, row.c.kind, row.c.ordinal, row.c.text, row.c.numbered)
        .where(row.c.appendix_id == appendix_id)
        .order_by(row.c.position, row.c.id)
    )
    found = connection.execute(query).all()
    cells = _cells(connection, appendix_id, columns)
    empty: list[Cell] = [""] * len(columns)
    return tuple(
        Row(RowKind.ITEM, tuple(cells.get(id_, empty)), "", "", numbered, id_)
        if kind == RowKind.ITEM
        else Row(RowKind.SECTION, (), ordinal, text, numbered, id_)
        for id_, kind, ordinal, text, numbered in found
    )


def _cells(connection: Connection, appendix_id: int, columns: Sequence[Column]) -> dict[int, list[Cell]]:
    places = {known.id: place for place, known in enumerate(columns)}
    query = select(cell.c.row_id, cell.c.column_id, cell.c.text).join(row).where(row.c.appendix_id == appendix_id)
    cells: dict[int, list[Cell]] = {}
    for row_id, column_id, text in connection.execute(query).all():
        cells.setdefault(row_id, [""] * len(columns))[places[column_id]] = text
    return cells


def add_appendix(connection: Connection, plan_id: int, new: Appendix, position: int) -> int:
    """Store an appendix whatever ids it carries; answers its id."""
    check(new)
    appendix_id = next_ids(connection, appendix, 1)[0]
    values = {"id": appendix_id, "plan_id": plan_id, "position": position, "label": new.label, "title": new.title}
    connection.execute(insert(appendix), [values])
    column_ids = _add_columns(connection, appendix_id, dict(enumerate(new.columns)))
    places = positions.assign([None] * len(new.rows))
    _add_rows(connection, appendix_id, list(zip(places, new.rows, strict=True)), list(column_ids))
    return appendix_id


def _column_values(new: Column, position: int) -> Values:
    width = None if new.width is None else round(new.width, 2)
    return {"heading": new.heading, "role": new.role, "width": width, "hidden": new.hidden, "position": position}


def _add_columns(connection: Connection, appendix_id: int, new: dict[int, Column]) -> range:
    ids = next_ids(connection, column, len(new))
    owner = {"appendix_id": appendix_id}
    values = [
        _column_values(one, place) | owner | {"id": id_} for id_, (place, one) in zip(ids, new.items(), strict=True)
    ]
    if values:
        connection.execute(insert(column), values)
    return ids


def _row_values(new: Row, position: int) -> Values:
    return {
        "kind": new.kind,
        "ordinal": new.ordinal,
        "text": new.text,
        "numbered": new.numbered,
        "position": position,
    }


def _add_rows(
    connection: Connection, appendix_id: int, new: Sequence[tuple[int, Row]], column_ids: Sequence[int]
) -> None:
    ids = next_ids(connection, row, len(new))
    values = [
        _row_values(one, place) | {"appendix_id": appendix_id, "id": id_}
        for id_, (place, one) in zip(ids, new, strict=True)
    ]
    if values:
        connection.execute(insert(row), values)
    _add_cells(
        connection,
        [
            (id_, column_id, text)
            for id_, (_, one) in zip(ids, new, strict=True)
            for column_id, text in zip(column_ids, one.cells, strict=False)
        ],
    )


def _add_cells(connection: Connection, cells: Sequence[tuple[int, int, Cell]]) -> None:
    if cells:
        connection.exec_driver_sql("INSERT INTO cell (row_id, column_id, text) VALUES (?, ?, ?)", list(cells))


def update_cells(connection: Connection, cells: Sequence[Values]) -> int:
    """Write texts given as ``{"of_row", "of_column", "new_text"}``; answers how many cells there were."""
    statement = (
        update(cell)
        .where(cell.c.row_id == bindparam("of_row"), cell.c.column_id == bindparam("of_column"))
        .values(text=bindparam("new_text"))
    )
    return connection.execute(statement, list(cells)).rowcount if cells else 0


def save_appendix(connection: Connection, before: Appendix, after: Appendix) -> None:
    """Turn the stored ``before`` into ``after``; rows and columns are the same where their ids are.

    Raises Refused where ``before`` is not stored.
    """
    check(after)
    if before.id is None:
        raise Refused("storage.no_appendix", appendix="")
    plan_of(connection, before.id)
    if (before.label, before.title) != (after.label, after.title):
        values = {"label": after.label, "title": after.title}
        connection.execute(update(appendix).where(appendix.c.id == before.id).values(values))
    column_ids = _save_columns(connection, before, after)
    _save_rows(connection, before, after, column_ids)


def _save_columns(connection: Connection, before: Appendix, after: Appendix) -> list[int]:
    assert before.id is not None
    known = {old.id: (place, old) for place, old in enumerate(before.columns)}
    kept = {new.id for new in after.columns}
    gone = [{"gone": id_} for id_ in known if id_ not in kept]
    if gone:
        connection.execute(delete(cell).where(cell.c.column_id == bindparam("gone")), gone)
        connection.execute(delete(column).where(column.c.id == bindparam("gone")), gone)
    fresh = {place: new for place, new in enumerate(after.columns) if new.id not in known or new.id is None}
    ids = dict(zip(fresh, _add_columns(connection, before.id, fresh), strict=True))
    for place, new in enumerate(after.columns):
        if place not in fresh and known[new.id] != (place, new):
            connection.execute(update(column).where(column.c.id == new.id).values(_column_values(new, place)))
    return [ids.get(place, new.id or 0) for place, new in enumerate(after.columns)]


def _save_rows(connection: Connection, before: Appendix, after: Appendix, column_ids: Sequence[int]) -> None:
    assert before.id is not None
    known = {old.id: old for old in before.rows}
    kept = {new.id for new in after.rows}
    remove_rows(connection, [id_ for id_ in known if id_ is not None and id_ not in kept])
    stored = _positions(connection, before.id)
    current = [stored.get(new.id) if new.id is not None and new.id in known else None for new in after.rows]
    places = positions.assign(current)
    both = list(zip(places, after.rows, strict=True))
    for (place, new), old_place in zip(both, current, strict=True):
        if old_place is not None and (place != old_place or _heading(new) != _heading(known[new.id])):
            connection.execute(update(row).where(row.c.id == new.id).values(_row_values(new, place)))
    old_ids = [old.id or 0 for old in before.columns]
    stayed = [new for new, old_place in zip(after.rows, current, strict=True) if old_place is not None]
    _save_cells(connection, [(known[new.id], new) for new in stayed], old_ids, column_ids)
    fresh = [pair for pair, old_place in zip(both, current, strict=True) if old_place is None]
    _add_rows(connection, before.id, fresh, column_ids)


def _heading(one: Row) -> tuple[object, ...]:
    return one.kind, one.ordinal, one.text, one.numbered


def _positions(connection: Connection, appendix_id: int) -> dict[int, int]:
    query = select(row.c.id, row.c.position).where(row.c.appendix_id == appendix_id)
    return {found.id: found.position for found in connection.execute(query)}


def _save_cells(
    connection: Connection, rows: Sequence[tuple[Row, Row]], old_ids: Sequence[int], new_ids: Sequence[int]
) -> None:
    changed: list[Values] = []
    added: list[tuple[int, int, Cell]] = []
    for old, new in rows:
        if old.cells == new.cells and old_ids == new_ids:
            continue
        was = dict(zip(old_ids, old.cells, strict=False))
        for id_, text in zip(new_ids, new.cells, strict=False):
            if id_ not in was:
                added.append((new.id or 0, id_, text))
            elif was[id_] != text:
                changed.append({"of_row": new.id, "of_column": id_, "new_text": text})
    update_cells(connection, changed)
    _add_cells(connection, added)


def remove_rows(connection: Connection, ids: Sequence[int]) -> None:
    """Remove rows with all that belongs to them."""
    gone = [{"gone": id_} for id_ in ids]
    if gone:
        for table in OF_ROW:
            connection.execute(delete(table).where(table.c.row_id == bindparam("gone")), gone)
        connection.execute(delete(row).where(row.c.id == bindparam("gone")), gone)


def remove_appendix(connection: Connection, appendix_id: int) -> None:
    """Remove an appendix and all in it. Raises Refused for an unknown id."""
    plan_of(connection, appendix_id)
    rows = select(row.c.id).where(row.c.appendix_id == appendix_id)
    for table in OF_ROW:
        connection.execute(delete(table).where(table.c.row_id.in_(rows)))
    connection.execute(delete(row).where(row.c.appendix_id == appendix_id))
    connection.execute(delete(column).where(column.c.appendix_id == appendix_id))
    connection.execute(delete(appendix).where(appendix.c.id == appendix_id))
