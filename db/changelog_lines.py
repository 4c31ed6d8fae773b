"""From the rows a step touched to the lines of the log: what a person would call a change."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, select

from app.domain.plan import Role
from db import tables
from db.undo import Change, Image

_NAMED_BY = {
    "plan": "title",
    "appendix": "label",
    "appendix_column": "heading",
    "mark": "occurrence",
    "proof": "title",
    "proof_use": "occurrence",
    "calendar": "year",
    "person": "name",
    "template": "name",
    "report": "title",
    "figure": "code",
    "kit_file": "title",
    "value_note": "period",
    "value_proof": "period",
}
"""The column that tells which one of a table's lines is meant."""
_UNTOLD = {"id", "position", "appendix_id", "plan_id", "row_id", "column_id", "width", "numbered"}
"""What is the program's own business: numbers of lines and places."""


class Told(NamedTuple):
    """A line of the log but for who and when."""

    plan_id: int | None
    row_id: int | None
    what: str
    part: str
    old: str | None
    new: str | None


def told(connection: Connection, changes: Sequence[Change]) -> Iterator[Told]:
    """A line for each change but those of places and of numbers that the program keeps. The cells of a row that
    appeared or vanished are told with the row."""
    step = _Step(connection, changes)
    for change in changes:
        if change.table is not tables.cell or step.is_told_alone(_image(change)):
            line = step.line(change)
            if line.old != line.new:
                yield line


def _image(change: Change) -> Image:
    """The newest image there is."""
    return change.new or change.old or {}


class _Step:
    """All changes of a step, with what the ids in them stand for, gone ones included."""

    def __init__(self, connection: Connection, changes: Sequence[Change]) -> None:
        self._rows_told = {_image(c)["id"] for c in changes if c.table is tables.row and not (c.old and c.new)}
        self._cells = _words_by_row(changes, self._rows_told)
        cells = [_image(change) for change in changes if change.table is tables.cell]
        columns = {image["column_id"] for image in cells}
        known = _lines(connection, tables.column, ("heading", "role"), columns, changes)
        self._headings = {id_: heading for id_, (heading, _) in known.items()}
        self._ordinals = {id_ for id_, (_, role) in known.items() if role == Role.ORDINAL}
        numbers = {image["row_id"] for image in cells if image["column_id"] in self._ordinals}
        self._numbered = _values(connection, tables.row, "numbered", numbers, changes)
        rows = {_image(change)["row_id"] for change in changes if change.table in tables.OF_ROW}
        self._appendix_of = _values(connection, tables.row, "appendix_id", rows, changes)
        parts = {*self._appendix_of.values(), *(_image(c)["appendix_id"] for c in changes if c.table is tables.column)}
        self._plan_of = _values(connection, tables.appendix, "plan_id", parts, changes)

    def is_told_alone(self, cell: Image) -> bool:
        """Whether a cell's change is not told with its row, nor the program's own numbering."""
        own_number = cell["column_id"] in self._ordinals and self._numbered.get(cell["row_id"])
        return cell["row_id"] not in self._rows_told and not own_number

    def line(self, change: Change) -> Told:
        """The line that tells ``change``."""
        table, image = change.table, _image(change)
        row_id = image["id"] if table is tables.row else image.get("row_id")
        old, new = self._words(table, change.old), self._words(table, change.new)
        return Told(self._plan(table, image, row_id), row_id, table.name, self._part(table, image), old, new)

    def _plan(self, table: Table, image: Image, row_id: int | None) -> int | None:
        if table is tables.plan:
            return int(image["id"])
        if "plan_id" in image:
            return int(image["plan_id"])
        appendix_id = self._appendix_of.get(row_id) if row_id is not None else image.get("appendix_id")
        return self._plan_of.get(appendix_id) if appendix_id is not None else None

    def _part(self, table: Table, image: Image) -> str:
        if table is tables.cell:
            return str(self._headings.get(image["column_id"], ""))
        if table is tables.unit:
            return str(json.loads(image["names"])[-1][0])
        if table is tables.indicator:
            return str(json.loads(image["content"])["measure"])
        return str(image.get(_NAMED_BY.get(table.name, ""), ""))

    def _words(self, table: Table, image: Image | None) -> str | None:
        if image is None:
            return None
        if table in (tables.cell, tables.note):
            return str(image["text"] or "")
        if table is tables.row:
            heading = f"{image['ordinal']} {image['text']}".strip()
            return heading if image["kind"] == "section" else " | ".join(self._cells.get(image["id"], ()))
        if table is tables.figure:
            return str(image["value"])
        if table is tables.kit_file:
            return str(image["from_year"] or "")
        kept = {name: value for name, value in image.items() if name not in _UNTOLD and value not in (None, "")}
        return json.dumps(kept, ensure_ascii=False)


def _words_by_row(changes: Iterable[Change], rows: set[int]) -> dict[int, list[str]]:
    words: dict[int, list[str]] = {}
    for change in changes:
        image = _image(change)
        if change.table is tables.cell and image["row_id"] in rows and image["text"]:
            words.setdefault(image["row_id"], []).append(image["text"])
    return words


def _values(
    connection: Connection, table: Table, name: str, ids: Iterable[int], changes: Iterable[Change]
) -> dict[int, Any]:
    """The column ``name`` of the lines ``ids``, as stored, or as it was last where a change took them away."""
    return {id_: value for id_, (value,) in _lines(connection, table, (name,), ids, changes).items()}


def _lines(
    connection: Connection, table: Table, names: Sequence[str], ids: Iterable[int], changes: Iterable[Change]
) -> dict[int, tuple[Any, ...]]:
    """The same for several columns."""
    wanted = table.c.id.in_(bindparam("ids", expanding=True))
    query = select(table.c.id, *(table.c[name] for name in names)).where(wanted)
    known = sorted(ids)
    # SQLite takes a limited number of values in one statement
    parts = (known[start : start + 10_000] for start in range(0, len(known), 10_000))
    found = {id_: tuple(values) for part in parts for id_, *values in connection.execute(query, {"ids": part})}
    gone = (change.old for change in changes if change.table is table and change.old)
    return {image["id"]: tuple(image[name] for name in names) for image in gone} | found
