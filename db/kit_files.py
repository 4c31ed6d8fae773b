"""Outlines and statistics forms that the office has loaded: kept whole, as JSON."""

import json
from functools import lru_cache

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.errors import Refused
from app.domain.plain import from_plain, to_plain
from app.domain.report_kits import KitFile, KitKind
from app.domain.report_outline import Outline
from app.domain.statistics_form import FormSet
from db.ids import next_ids
from db.tables import kit_file


def kit_files(connection: Connection) -> list[KitFile]:
    """All that was loaded, in that order."""
    found = connection.execute(select(kit_file).order_by(kit_file.c.id))
    return [KitFile(one.id, KitKind(one.kind), one.from_year, _content(one.kind, one.content)) for one in found]


@lru_cache(maxsize=32)
def _content(kind: str, content: str) -> Outline | FormSet:
    plain = json.loads(content)
    return from_plain(Outline, plain) if kind == KitKind.OUTLINE else from_plain(FormSet, plain)


def save_kit_file(connection: Connection, new: KitFile) -> int:
    """Store a loaded file, new where its id is None; answers its id. Raises Refused for an unknown id."""
    values: dict[str, object] = {
        "kind": str(new.kind),
        "key": new.content.key,
        "title": new.content.title,
        "from_year": new.from_year,
        "content": json.dumps(to_plain(new.content), ensure_ascii=False),
    }
    if new.id is None:
        kit_file_id = next_ids(connection, kit_file, 1)[0]
        connection.execute(insert(kit_file), [values | {"id": kit_file_id}])
        return kit_file_id
    if not connection.execute(update(kit_file).where(kit_file.c.id == new.id).values(values)).rowcount:
        raise Refused("kits.gone")
    return new.id


def remove_kit_file(connection: Connection, kit_file_id: int) -> None:
    """Remove a loaded file. Raises Refused for an unknown id."""
    if not connection.execute(delete(kit_file).where(kit_file.c.id == kit_file_id)).rowcount:
        raise Refused("kits.gone")
