"""Plans put together again from the rows that could be read of a broken database."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from app.domain.plan import Appendix, Cell, Column, Plan, PlanInfo, Role, Row, RowKind
from db.salvage import Line, Tables

_UNKNOWN = "?"


def plans_in(tables: Tables) -> list[Plan]:
    """Every plan of which anything is left, what is lost of it being left out. A plan or an appendix whose own line is
    lost is called "?"."""
    known = {line["id"]: line for line in tables["plan"]}
    parts = {line["id"]: line for line in tables["appendix"]}
    for line in (*tables["appendix_column"], *tables["row"]):
        parts.setdefault(line["appendix_id"], {"id": line["appendix_id"], "plan_id": 0, "position": 0})
    owners = sorted({part["plan_id"] for part in parts.values()} | known.keys())
    return [
        _plan(known.get(one, {}), [part for part in parts.values() if part["plan_id"] == one], tables) for one in owners
    ]


def _plan(line: Line, parts: Sequence[Line], tables: Tables) -> Plan:
    appendices = [_appendix(part, tables) for part in sorted(parts, key=_place)]
    return Plan(_info(line), tuple(part for part in appendices if part.columns))


def _info(line: Line) -> PlanInfo:
    year = line.get("year")
    names = ("level", "issuing_body", "document_type", "symbol", "place_date", "signer_title", "signer_name")
    known: dict[str, Any] = {name: line.get(name) for name in names}
    known |= {name: _texts(line.get(name)) for name in ("recipients", "legal_bases")}
    title = str(line.get("title") or _UNKNOWN)
    return PlanInfo(title, year if isinstance(year, int) else date.today().year, **known)


def _texts(stored: str | None) -> tuple[str, ...]:
    try:
        return tuple(str(one) for one in json.loads(stored or "[]"))
    except (TypeError, ValueError):
        return ()


def _appendix(part: Line, tables: Tables) -> Appendix:
    columns = sorted((line for line in tables["appendix_column"] if line["appendix_id"] == part["id"]), key=_place)
    rows = sorted((line for line in tables["row"] if line["appendix_id"] == part["id"]), key=_place)
    ids = {line["id"] for line in rows}
    cells = {(line["row_id"], line["column_id"]): line["text"] for line in tables["cell"] if line["row_id"] in ids}
    made: list[Row] = []
    for line in rows:
        texts = [cells.get((line["id"], column["id"]), "") for column in columns]
        made.append(_row(line, texts, made[-1] if made else None))
    return Appendix(
        str(part.get("label") or _UNKNOWN),
        str(part.get("title") or ""),
        tuple(Column(str(one["heading"]), _role(one["role"])) for one in columns),
        tuple(made),
    )


def _row(line: Line, texts: Sequence[Cell], above: Row | None) -> Row:
    if line["kind"] == RowKind.SECTION:
        return Row(RowKind.SECTION, ordinal=str(line["ordinal"]), text=str(line["text"]))
    can_merge = above is not None and above.kind is RowKind.ITEM
    return Row(RowKind.ITEM, tuple(text if text is not None or can_merge else "" for text in texts))


def _role(stored: object) -> Role:
    return next((role for role in Role if role == stored), Role.OTHER)


def _place(line: Line) -> tuple[int, int]:
    position = line.get("position")
    return (position if isinstance(position, int) else 0, line["id"])
