"""What each write changed, noted by the database itself, and the way back.

TEMP triggers put the old and the new image of every touched row, as JSON, into ``undo_change``. A step is undone by
giving each row its old image back, after a look whether it still has the new one. SQLite only.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError

from app.domain.access import Actor, Right, must_have, must_own_step
from app.domain.errors import Refused
from app.ports import History
from db.tables import LOGGED

KEPT_STEPS = 200
Image = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A row's image before and after a step; None where it did not exist."""

    table: Table
    old: Image | None
    new: Image | None


_TABLES = {table.name: table for table in LOGGED}


def _image(table: Table, alias: str) -> str:
    return "json_object(" + ", ".join(f"'{c.name}', {alias}.\"{c.name}\"" for c in table.columns) + ")"


def _key(table: Table, alias: str) -> str:
    return " || ' ' || ".join(f'{alias}."{c.name}"' for c in table.primary_key)


def install(connection: sqlite3.Connection) -> None:
    """Set up the note-taking on a fresh connection that will write."""
    connection.execute("CREATE TEMP TABLE current_step (id INTEGER)").close()
    for table in LOGGED:
        for event, old, new in (("INSERT", False, True), ("UPDATE", True, True), ("DELETE", True, False)):
            connection.execute(_trigger(table, event, old, new)).close()


def _trigger(table: Table, event: str, old: bool, new: bool) -> str:
    before = _image(table, "OLD") if old else "NULL"
    after = _image(table, "NEW") if new else "NULL"
    # IS NOT also keeps updates that change nothing out of the log
    return f"""CREATE TEMP TRIGGER note_{event.lower()}_{table.name} AFTER {event} ON main."{table.name}"
        WHEN EXISTS (SELECT 1 FROM current_step) AND {before} IS NOT {after}
        BEGIN INSERT INTO undo_change (step_id, table_name, "key", old, new)
        VALUES ((SELECT id FROM current_step), '{table.name}', {_key(table, "NEW" if new else "OLD")},
            {before}, {after}); END"""


def begin_step(connection: Connection, label: str, who: str) -> int:
    """Start noting a step called ``label``, done by ``who``; answers its id."""
    begun = "INSERT INTO undo_step (label, undone, who) VALUES (?, 0, ?) RETURNING id"
    step = int(connection.exec_driver_sql(begun, (label, who)).scalar_one())
    connection.exec_driver_sql("INSERT INTO current_step VALUES (?)", (step,))
    return step


def end_step(connection: Connection, step: int) -> list[Change]:
    """Stop noting; keep of each row the first and the last image. A step that changed nothing leaves no trace, any
    other ends what could be redone."""
    connection.exec_driver_sql("DELETE FROM current_step")
    changes = changes_of(connection, step)
    if len(changes) > 1:
        _compact(connection, step)
        changes = changes_of(connection, step)
    if changes:
        too_old = f"id <= (SELECT id FROM undo_step ORDER BY id DESC LIMIT 1 OFFSET {KEPT_STEPS})"
        _forget(connection, f"undone = 1 OR {too_old}")
    else:
        _forget(connection, f"id = {step}")
    return changes


def _compact(connection: Connection, step: int) -> None:
    doubled = connection.exec_driver_sql(
        'SELECT min(id), max(id), table_name, "key" FROM undo_change WHERE step_id = ? '
        'GROUP BY table_name, "key" HAVING count(*) > 1',
        (step,),
    ).all()
    for first, last, table, key in doubled:
        connection.exec_driver_sql(
            "UPDATE undo_change SET new = (SELECT new FROM undo_change WHERE id = ?) WHERE id = ?", (last, first)
        )
        connection.exec_driver_sql(
            'DELETE FROM undo_change WHERE step_id = ? AND table_name = ? AND "key" = ? AND id <> ?',
            (step, table, key, first),
        )
    connection.exec_driver_sql("DELETE FROM undo_change WHERE step_id = ? AND old IS new", (step,))


def _forget(connection: Connection, which: str) -> None:
    connection.exec_driver_sql(f"DELETE FROM undo_change WHERE step_id IN (SELECT id FROM undo_step WHERE {which})")
    connection.exec_driver_sql(f"DELETE FROM undo_step WHERE {which}")


def changes_of(connection: Connection, step: int) -> list[Change]:
    """What a step changed, in the order it was done."""
    found = connection.exec_driver_sql(
        "SELECT table_name, old, new FROM undo_change WHERE step_id = ? ORDER BY id", (step,)
    )
    return [Change(_TABLES[table], _loaded(old), _loaded(new)) for table, old, new in found]


def _loaded(image: str | None) -> Image | None:
    return None if image is None else json.loads(image)


def history(connection: Connection) -> History:
    """The labels of the steps that can be undone (newest first) and redone (the next first)."""
    done = connection.exec_driver_sql("SELECT label FROM undo_step WHERE undone = 0 ORDER BY id DESC").scalars()
    undone = connection.exec_driver_sql("SELECT label FROM undo_step WHERE undone = 1 ORDER BY id").scalars()
    return History(tuple(done), tuple(undone))


def undo(connection: Connection, actor: Actor) -> tuple[str, list[Change]]:
    """Undo the newest step; answers its label and what that changed. Raises Refused where there is none, where it is
    not ``actor``'s to undo, or the data has changed since."""
    must_have(actor, Right.ENTER)
    found = connection.exec_driver_sql("SELECT id, label, who FROM undo_step WHERE undone = 0 ORDER BY id DESC LIMIT 1")
    step = found.one_or_none()
    if step is None:
        raise Refused("undo.nothing_to_undo")
    must_own_step(actor, step.label, step.who)
    return step.label, _replay(connection, step.id, back=True)


def redo(connection: Connection, actor: Actor) -> tuple[str, list[Change]]:
    """Do again the step undone last; as ``undo``."""
    must_have(actor, Right.ENTER)
    found = connection.exec_driver_sql("SELECT id, label, who FROM undo_step WHERE undone = 1 ORDER BY id LIMIT 1")
    step = found.one_or_none()
    if step is None:
        raise Refused("undo.nothing_to_redo")
    must_own_step(actor, step.label, step.who)
    return step.label, _replay(connection, step.id, back=False)


def _replay(connection: Connection, step: int, back: bool) -> list[Change]:
    _refuse_if_changed(connection, step, "new" if back else "old")
    changes = changes_of(connection, step)
    if back:
        changes = [Change(change.table, change.new, change.old) for change in changes]
    try:
        _apply(connection, changes)
    except IntegrityError as error:
        # something that no step noted hangs on a row that would go
        raise Refused("undo.changed_since") from error
    connection.exec_driver_sql("UPDATE undo_step SET undone = ? WHERE id = ?", (back, step))
    return changes


def _refuse_if_changed(connection: Connection, step: int, side: str) -> None:
    for table in LOGGED:
        keys = list(table.primary_key)
        fields = ["CAST(substr(c.\"key\", 1, instr(c.\"key\" || ' ', ' ') - 1) AS INTEGER)"]
        if len(keys) == 2:
            fields.append('CAST(substr(c."key", instr(c."key", \' \') + 1) AS INTEGER)')
        same_row = " AND ".join(f't."{key.name}" = {field}' for key, field in zip(keys, fields, strict=True))
        is_there = f't."{keys[0].name}" IS NOT NULL'
        differs = connection.exec_driver_sql(
            f'SELECT 1 FROM undo_change c LEFT JOIN "{table.name}" t ON {same_row} '
            f"WHERE c.step_id = ? AND c.table_name = ? "
            f"AND c.{side} IS NOT CASE WHEN {is_there} THEN {_image(table, 't')} END LIMIT 1",
            (step, table.name),
        ).first()
        if differs:
            raise Refused("undo.changed_since")


def _apply(connection: Connection, changes: Sequence[Change]) -> None:
    for table in reversed(LOGGED):
        gone = [change.old for change in changes if change.table is table and change.new is None]
        _write(connection, f'DELETE FROM "{table.name}" WHERE {_where(table)}', _key_values(table, gone))
    for table in LOGGED:
        back = [change.new for change in changes if change.table is table and change.old is None]
        _write(connection, _insert(table), _all_values(table, back))
        kept = [c.new for c in changes if c.table is table and c.old is not None and c.new is not None]
        names = ", ".join(f'"{column.name}" = ?' for column in table.columns)
        values = [(*all_, *key) for all_, key in zip(_all_values(table, kept), _key_values(table, kept), strict=True)]
        _write(connection, f'UPDATE "{table.name}" SET {names} WHERE {_where(table)}', values)


def _insert(table: Table) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" for _ in table.columns)})'


def _where(table: Table) -> str:
    return " AND ".join(f'"{key.name}" = ?' for key in table.primary_key)


def _key_values(table: Table, images: Iterable[Image | None]) -> Iterator[tuple[Any, ...]]:
    return (tuple(image[key.name] for key in table.primary_key) for image in images if image)


def _all_values(table: Table, images: Iterable[Image | None]) -> Iterator[tuple[Any, ...]]:
    return (tuple(image[column.name] for column in table.columns) for image in images if image)


def _write(connection: Connection, statement: str, values: Iterable[tuple[Any, ...]]) -> None:
    if rows := list(values):
        connection.exec_driver_sql(statement, rows)
