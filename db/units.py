"""The directory of units, and the spellings that the plans use."""

import json
from collections import Counter
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from app.domain.errors import Refused
from app.domain.plan import Role
from app.domain.unit import Unit, UnitName, units_in
from db.ids import next_ids
from db.tables import cell, column, unit


def units(connection: Connection) -> list[Unit]:
    """The directory, as entered."""
    return [_unit(found) for found in connection.execute(select(unit).order_by(unit.c.id))]


def _unit(found: Row[Any]) -> Unit:
    names = tuple(UnitName(name, _day(since)) for name, since in json.loads(found.names))
    return Unit(names, tuple(json.loads(found.aliases)), found.merged_into, _day(found.merged_from), found.id)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def save_unit(connection: Connection, new: Unit) -> int:
    """Store a unit, new where its id is None; answers its id. Raises Refused for an unknown id."""
    names = [(one.name, one.since and one.since.isoformat()) for one in new.names]
    values: dict[str, Any] = {
        "names": json.dumps(names, ensure_ascii=False),
        "aliases": json.dumps(new.aliases, ensure_ascii=False),
        "merged_into": new.merged_into,
        "merged_from": new.merged_from and new.merged_from.isoformat(),
    }
    if new.id is None:
        unit_id = next_ids(connection, unit, 1)[0]
        connection.execute(insert(unit), [values | {"id": unit_id}])
        return unit_id
    if not connection.execute(update(unit).where(unit.c.id == new.id).values(values)).rowcount:
        raise Refused("storage.no_unit", unit=new.id)
    return new.id


def remove_unit(connection: Connection, unit_id: int) -> None:
    """Remove a unit. Raises Refused for an unknown id."""
    if not connection.execute(delete(unit).where(unit.c.id == unit_id)).rowcount:
        raise Refused("storage.no_unit", unit=unit_id)


def unit_spellings(connection: Connection) -> list[tuple[str, int]]:
    """The units that lead and coordination cells of all plans name, with how often, the most frequent first."""
    roles = (Role.LEAD, Role.COORDINATION)
    query = select(cell.c.text).join(column).where(column.c.role.in_(roles), cell.c.text.is_not(None))
    counts = Counter(name for words in connection.execute(query).scalars() for name in units_in(words))
    return counts.most_common()
