"""Plans and the lists of them, between rows and dataclasses."""

import json
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.domain.errors import Refused
from app.domain.plan import Appendix, Plan, PlanInfo, RowKind
from app.ports import AppendixSummary, PlanSummary
from db import appendices
from db.ids import next_ids
from db.tables import appendix, plan, plan_body, report, row

_LISTS = ("recipients", "legal_bases")
_INFO = [plan.c[field.name] for field in fields(PlanInfo)]


def _info_values(info: PlanInfo) -> dict[str, Any]:
    values = {field.name: getattr(info, field.name) for field in fields(PlanInfo)}
    return values | {name: json.dumps(values[name], ensure_ascii=False) for name in _LISTS}


def _info(found: Row[Any]) -> PlanInfo:
    values = dict(found._mapping)
    return PlanInfo(**values | {name: tuple(json.loads(values[name])) for name in _LISTS})


def list_plans(connection: Connection) -> list[PlanSummary]:
    """All plans, the newest year first."""
    items = func.count(row.c.id).filter(row.c.kind == RowKind.ITEM)
    query = (
        select(plan.c.id, plan.c.title, plan.c.year, items, plan.c.issuing_body)
        .outerjoin(appendix, appendix.c.plan_id == plan.c.id)
        .outerjoin(row, row.c.appendix_id == appendix.c.id)
        .group_by(plan.c.id)
        .order_by(plan.c.year.desc(), plan.c.id)
    )
    return [PlanSummary(*found) for found in connection.execute(query)]


def get_plan(connection: Connection, plan_id: int) -> Plan:
    """The whole plan. Raises Refused for an unknown id."""
    found = connection.execute(select(*_INFO).where(plan.c.id == plan_id)).one_or_none()
    if found is None:
        raise Refused("storage.no_plan", plan=plan_id)
    parts = tuple(appendices.get_appendix(connection, part) for part in _appendix_ids(connection, plan_id))
    return Plan(_info(found), parts, plan_id)


def add_plan(connection: Connection, new: Plan) -> int:
    """Store a plan whatever ids it carries; answers its id."""
    plan_id = next_ids(connection, plan, 1)[0]
    connection.execute(insert(plan), [_info_values(new.info) | {"id": plan_id}])
    for position, part in enumerate(new.appendices):
        appendices.add_appendix(connection, plan_id, part, position)
    return plan_id


def save_plan_info(connection: Connection, plan_id: int, info: PlanInfo) -> None:
    """Write heading and signature. Raises Refused for an unknown id."""
    if not connection.execute(update(plan).where(plan.c.id == plan_id).values(_info_values(info))).rowcount:
        raise Refused("storage.no_plan", plan=plan_id)


def save_plan(connection: Connection, plan_id: int, after: Plan) -> None:
    """Make the stored plan ``after``: parts with a known id are changed where they differ, others added or removed."""
    save_plan_info(connection, plan_id, after.info)
    before = {part.id: part for part in get_plan(connection, plan_id).appendices}
    kept = {part.id for part in after.appendices}
    for part_id in before:
        if part_id is not None and part_id not in kept:
            appendices.remove_appendix(connection, part_id)
    order = [_save_part(connection, plan_id, before.get(part.id), part) for part in after.appendices]
    place_appendices(connection, order)


def _save_part(connection: Connection, plan_id: int, before: Appendix | None, after: Appendix) -> int:
    if before is None or before.id is None:
        return appendices.add_appendix(connection, plan_id, after, 0)
    appendices.save_appendix(connection, before, after)
    return before.id


def remove_plan(connection: Connection, plan_id: int) -> None:
    """Remove the plan and all in it. Raises Refused for an unknown id."""
    for appendix_id in _appendix_ids(connection, plan_id):
        appendices.remove_appendix(connection, appendix_id)
    # only a plan that goes takes the indicators' rules along
    from db import indicators

    indicators.remove_all(connection, plan_id)
    connection.execute(delete(plan_body).where(plan_body.c.plan_id == plan_id))
    connection.execute(delete(report).where(report.c.plan_id == plan_id))
    if not connection.execute(delete(plan).where(plan.c.id == plan_id)).rowcount:
        raise Refused("storage.no_plan", plan=plan_id)


def _appendix_ids(connection: Connection, plan_id: int) -> list[int]:
    query = select(appendix.c.id).where(appendix.c.plan_id == plan_id).order_by(appendix.c.position, appendix.c.id)
    return list(connection.execute(query).scalars())


def place_appendices(connection: Connection, order: list[int]) -> None:
    """Give the appendices ``order`` the positions 0, 1, 2 ..."""
    for position, appendix_id in enumerate(order):
        moved = (appendix.c.id == appendix_id) & (appendix.c.position != position)
        connection.execute(update(appendix).where(moved).values(position=position))


def add_appendix(connection: Connection, plan_id: int, new: Appendix, position: int | None) -> int:
    """Store an appendix in a plan before position ``position`` (None: last); answers its id."""
    if connection.execute(select(plan.c.id).where(plan.c.id == plan_id)).one_or_none() is None:
        raise Refused("storage.no_plan", plan=plan_id)
    order = _appendix_ids(connection, plan_id)
    appendix_id = appendices.add_appendix(connection, plan_id, new, len(order))
    order.insert(len(order) if position is None else position, appendix_id)
    place_appendices(connection, order)
    return appendix_id


def move_appendix(connection: Connection, appendix_id: int, position: int) -> None:
    """Put an appendix where, once it is taken out, position ``position`` is. Raises Refused for an unknown id."""
    order = _appendix_ids(connection, appendices.plan_of(connection, appendix_id))
    order.remove(appendix_id)
    order.insert(position, appendix_id)
    place_appendices(connection, order)


def list_appendices(connection: Connection, plan_id: int) -> list[AppendixSummary]:
    """The appendices of a plan in their order."""
    items = func.count(row.c.id).filter(row.c.kind == RowKind.ITEM)
    query = (
        select(appendix.c.id, appendix.c.label, appendix.c.title, items)
        .outerjoin(row, row.c.appendix_id == appendix.c.id)
        .where(appendix.c.plan_id == plan_id)
        .group_by(appendix.c.id)
        .order_by(appendix.c.position, appendix.c.id)
    )
    return [AppendixSummary(*found) for found in connection.execute(query)]
