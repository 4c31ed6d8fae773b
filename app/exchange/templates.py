"""Layout templates: the empty plans that a new year can start from."""

import json
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.errors import Refused
from app.domain.plan import Appendix, Cell, Column, Plan, PlanInfo, Role, Row, RowKind
from app.paths import RESOURCES
from app.texts import text

FOLDER: Path = RESOURCES / "templates"


class BuiltinTemplate(NamedTuple):
    """A layout that comes with the program; ``key`` is the name of its file in ``resources/templates``."""

    key: str
    name: str
    description: str


def list_builtin() -> list[BuiltinTemplate]:
    """The layouts that come with the program, in the order in which they are offered."""
    keys = sorted((path.stem for path in FOLDER.glob("*.json")), key=lambda key: (_read(key)["order"], key))
    return [_described(key) for key in keys]


def new_plan(
    key: str,
    year: int,
    issuing_body: str | None = None,
    title: str | None = None,
    level: str | None = None,
) -> Plan:
    """An empty plan for ``year`` in the layout ``key``, with a first row to type into wherever rows belong.

    ``title`` replaces the layout's own. Raises Refused for an unknown layout.
    """
    if key not in {template.key for template in list_builtin()}:
        raise Refused("template.unknown", name=key)
    data = _read(key)
    info = PlanInfo(
        title=title or _for_year(data["title"], year),
        year=year,
        level=level,
        issuing_body=issuing_body,
        document_type=data["document_type"],
    )
    return Plan(info, tuple(_appendix(raw, year) for raw in data["appendices"]))


def template_from_plan(plan: Plan) -> Plan:
    """``plan`` emptied for use as a layout: appendices, columns and sections stay, the items go.

    What belongs to one year's paper only (number, date, signature) goes too, and so do all ids.
    """
    info = replace(plan.info, symbol=None, place_date=None, signer_name=None)
    return Plan(info, tuple(_emptied(appendix) for appendix in plan.appendices))


def _read(key: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / f"{key}.json").read_text(encoding="utf-8"))
    return data


def _described(key: str) -> BuiltinTemplate:
    entry = key.replace("-", "_")
    return BuiltinTemplate(key, text(f"template.{entry}"), text(f"template.{entry}_description"))


def _for_year(words: str, year: int) -> str:
    return words.replace("{year}", str(year))


def _appendix(raw: dict[str, Any], year: int) -> Appendix:
    columns = tuple(Column(c["heading"], Role(c["role"]), c.get("width")) for c in raw["columns"])
    sections = tuple(Row(RowKind.SECTION, ordinal=s["ordinal"], text=s["text"]) for s in raw["sections"])
    return Appendix(raw["label"], _for_year(raw["title"], year), columns, _with_blanks(sections, columns))


def _emptied(appendix: Appendix) -> Appendix:
    columns = tuple(replace(column, id=None) for column in appendix.columns)
    rows: list[Row] = []
    for kind, group in groupby(appendix.rows, key=lambda row: row.kind):
        sections = kind is RowKind.SECTION
        rows += [replace(row, id=None) for row in group] if sections else _blank(columns)
    return Appendix(appendix.label, appendix.title, columns, tuple(rows) or _blank(columns))


def _with_blanks(sections: tuple[Row, ...], columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """The sections, each followed by a blank item; one blank item where there is no section."""
    if not sections:
        return _blank(columns)
    return tuple(row for section in sections for row in (section, *_blank(columns)))


def _blank(columns: tuple[Column, ...]) -> tuple[Row, ...]:
    cells: tuple[Cell, ...] = tuple("1" if column.role is Role.ORDINAL else "" for column in columns)
    return (Row(RowKind.ITEM, cells=cells, numbered=True),)
