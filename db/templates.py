"""Layout templates that the office made itself, each kept as one JSON text."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from app.domain.body import Body
from app.domain.errors import Refused
from app.domain.plain import from_plain, to_plain
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.text import sort_key
from app.ports import UserTemplate
from db.ids import next_ids
from db.tables import template


def list_templates(connection: Connection) -> list[UserTemplate]:
    """All templates by name."""
    found = connection.execute(select(template.c.id, template.c.name, template.c.content)).all()
    templates = [_template(id_, name, json.loads(content)) for id_, name, content in found]
    return sorted(templates, key=lambda one: sort_key(one.name))


def _template(template_id: int, name: str, content: dict[str, Any]) -> UserTemplate:
    body = content.get("body")
    return UserTemplate(template_id, name, _plan(content), from_plain(Body, body) if body else None)


def add_template(connection: Connection, name: str, plan: Plan, body: Body | None = None) -> int:
    """Keep ``plan`` and its text as a template called ``name``; answers its id."""
    template_id = next_ids(connection, template, 1)[0]
    content = json.dumps(asdict(plan) | ({"body": to_plain(body)} if body else {}), ensure_ascii=False)
    connection.execute(insert(template), [{"id": template_id, "name": name, "content": content}])
    return template_id


def remove_template(connection: Connection, template_id: int) -> None:
    """Remove a template. Raises Refused for an unknown id."""
    if not connection.execute(delete(template).where(template.c.id == template_id)).rowcount:
        raise Refused("storage.no_template", template=template_id)


def _plan(content: dict[str, Any]) -> Plan:
    info = dict(content["info"])
    for name in ("recipients", "legal_bases"):
        info[name] = tuple(info[name])
    return Plan(PlanInfo(**info), tuple(_appendix(part) for part in content["appendices"]))


def _appendix(content: dict[str, Any]) -> Appendix:
    columns = tuple(Column(**{**one, "role": Role(one["role"]), "id": None}) for one in content["columns"])
    rows = tuple(
        Row(**{**one, "kind": RowKind(one["kind"]), "cells": tuple(one["cells"]), "id": None})
        for one in content["rows"]
    )
    return Appendix(content["label"], content["title"], columns, rows)
