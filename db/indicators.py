"""Indicators of plans, kept whole as JSON; their values stand among the figures."""

import json

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.domain.errors import Refused
from app.domain.indicator import Indicator
from app.domain.indicator_values import INDICATOR_SET
from app.domain.plain import from_plain, to_plain
from app.ports.reporting import StoredIndicator
from db.ids import next_ids
from db.tables import figure, indicator
from db.value_evidence import remove_evidence


def indicators(connection: Connection, plan_id: int) -> list[StoredIndicator]:
    """The indicators of a plan in their order, proposed ones included."""
    query = select(indicator).where(indicator.c.plan_id == plan_id).order_by(indicator.c.position, indicator.c.id)
    return [_stored(found) for found in connection.execute(query)]


def get_indicator(connection: Connection, indicator_id: int) -> StoredIndicator:
    """One indicator. Raises Refused for an unknown id."""
    found = connection.execute(select(indicator).where(indicator.c.id == indicator_id)).one_or_none()
    if found is None:
        raise Refused("indicators.gone")
    return _stored(found)


def _stored(found: "Row[tuple[object, ...]]") -> StoredIndicator:
    content = from_plain(Indicator, json.loads(found.content))
    return StoredIndicator(found.id, found.plan_id, found.position, found.accepted, content)


def save_indicator(connection: Connection, new: StoredIndicator) -> int:
    """Store an indicator, a new one (its id is None) behind all others of its plan; answers its id. Raises Refused
    for an unknown id."""
    values: dict[str, object] = {
        "plan_id": new.plan_id,
        "position": new.position,
        "accepted": new.accepted,
        "content": json.dumps(to_plain(new.indicator), ensure_ascii=False),
    }
    if new.id is None:
        indicator_id = next_ids(connection, indicator, 1)[0]
        place = {"id": indicator_id, "position": _last(connection, new.plan_id) + 1}
        connection.execute(insert(indicator), [values | place])
        return indicator_id
    if not connection.execute(update(indicator).where(indicator.c.id == new.id).values(values)).rowcount:
        raise Refused("indicators.gone")
    return new.id


def _last(connection: Connection, plan_id: int) -> int:
    query = select(func.max(indicator.c.position)).where(indicator.c.plan_id == plan_id)
    found = connection.execute(query).scalar()
    return -1 if found is None else int(found)


def remove_indicator(connection: Connection, indicator_id: int) -> None:
    """Remove an indicator and its values. Raises Refused for an unknown id."""
    found = get_indicator(connection, indicator_id)
    values = (figure.c.form == str(found.plan_id)) & (figure.c.code == str(indicator_id))
    connection.execute(delete(figure).where((figure.c.form_set == INDICATOR_SET) & values))
    remove_evidence(connection, indicator.c.id == indicator_id)
    connection.execute(delete(indicator).where(indicator.c.id == indicator_id))


def remove_all(connection: Connection, plan_id: int) -> None:
    """Remove the indicators of a plan and their values."""
    values = (figure.c.form_set == INDICATOR_SET) & (figure.c.form == str(plan_id))
    connection.execute(delete(figure).where(values))
    remove_evidence(connection, indicator.c.plan_id == plan_id)
    connection.execute(delete(indicator).where(indicator.c.plan_id == plan_id))
