"""The plan format ``cchc-plan/1``, both ways."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.domain.numbers import whole_text
from app.domain.plan import YEARS, Appendix, Cell, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.text import clean_cell, clean_line
from app.exchange.source import MOST_ROWS

FORMAT = "cchc-plan/1"
MOST_BYTES = 100_000_000
_LEVELS = (None, "commune", "ward", "district")
_LINES = ("issuing_body", "document_type", "symbol", "place_date", "signer_title", "signer_name")
_LISTS = ("recipients", "legal_bases")

Json = dict[str, Any]


def to_json(plan: Plan) -> Json:
    """``plan`` as ``cchc-plan/1``, ready for ``json.dump``. Widths and ids, which belong to one screen, stay out."""
    info = plan.info
    heading: Json = {"title": info.title, "year": info.year, "level": info.level}
    heading |= {name: getattr(info, name) for name in _LINES}
    heading |= {name: list(getattr(info, name)) for name in _LISTS}
    return {"format": FORMAT, "plan": heading, "appendices": [_appendix_out(one) for one in plan.appendices]}


def read_json(path: Path) -> ImportedPlan:
    """The plan in the file ``path``. Raises Refused where it is no ``cchc-plan/1`` or breaks its rules."""
    if path.stat().st_size > MOST_BYTES:
        raise Refused("planfile.too_big", file=path.name)
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise Refused("planfile.damaged", file=path.name, line=line) from error
    return from_json(content, path.name)


def from_json(content: object, name: str) -> ImportedPlan:
    """The plan that ``content`` (as ``json.load`` gives it) holds; ``name`` is its file's name.

    Texts are normalised like those of any other source. Unknown entries are left alone. Raises Refused naming the
    place of the first thing that breaks the format.
    """
    if not isinstance(content, Mapping) or content.get("format") != FORMAT:
        raise Refused("planfile.other_format", file=name)
    info = _info_in(content.get("plan"), name)
    appendices = content.get("appendices")
    if not isinstance(appendices, list):
        raise Refused("planfile.no_appendices", file=name)
    read = tuple(_AppendixReader(name, number).read(one) for number, one in enumerate(appendices, 1))
    if sum(len(appendix.rows) for appendix in read) > MOST_ROWS:
        raise Refused("planfile.too_many_rows", file=name, most=whole_text(MOST_ROWS))
    return ImportedPlan(name, Plan(info, read))


def _appendix_out(appendix: Appendix) -> Json:
    return {
        "label": appendix.label,
        "title": appendix.title,
        "columns": [_column_out(column) for column in appendix.columns],
        "rows": [_row_out(row) for row in appendix.rows],
    }


def _column_out(column: Column) -> Json:
    hidden = {"hidden": True} if column.hidden else {}
    return {"heading": column.heading, "role": column.role.value, **hidden}


def _row_out(row: Row) -> Json:
    if row.kind is RowKind.SECTION:
        return {"kind": "section", "ordinal": row.ordinal, "text": row.text}
    return {"kind": "item", "cells": list(row.cells)}


def _info_in(raw: object, file: str) -> PlanInfo:
    if not isinstance(raw, Mapping):
        raise Refused("planfile.no_info", file=file)
    title = raw.get("title")
    if not isinstance(title, str) or not clean_line(title):
        raise Refused("planfile.no_title", file=file)
    if type(raw.get("year")) is not int or raw["year"] not in YEARS:
        raise Refused("planfile.bad_year", file=file)
    if raw.get("level") not in _LEVELS:
        raise Refused("planfile.bad_info", file=file, name="level")
    rest: Json = {name: _line_or_none(raw.get(name), name, file) for name in _LINES}
    rest |= {name: _lines(raw.get(name), name, file) for name in _LISTS}
    return PlanInfo(clean_line(title), raw["year"], raw.get("level"), **rest)


def _line_or_none(raw: object, name: str, file: str) -> str | None:
    if raw is not None and not isinstance(raw, str):
        raise Refused("planfile.bad_info", file=file, name=name)
    return None if raw is None else clean_cell(raw)


def _lines(raw: object, name: str, file: str) -> tuple[str, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(isinstance(line, str) for line in raw):
        raise Refused("planfile.bad_info", file=file, name=name)
    return tuple(clean_cell(line) for line in raw)


class _AppendixReader:
    """Reads one appendix; knows the file and its number (from 1) for the sentence about what is wrong."""

    def __init__(self, file: str, number: int) -> None:
        self._place: dict[str, object] = {"file": file, "appendix": number}

    def read(self, raw: object) -> Appendix:
        if not isinstance(raw, Mapping):
            raise self._refused("bad_appendix")
        label, title = raw.get("label", ""), raw.get("title", "")
        columns, rows = raw.get("columns"), raw.get("rows")
        if not isinstance(label, str) or not isinstance(title, str):
            raise self._refused("bad_appendix")
        if not isinstance(columns, list) or not columns or not isinstance(rows, list):
            raise self._refused("bad_appendix")
        read = tuple(self._column(number, column) for number, column in enumerate(columns, 1))
        return Appendix(clean_line(label), clean_line(title), read, tuple(self._rows(rows, len(read))))

    def _refused(self, key: str, **values: object) -> Refused:
        return Refused(f"planfile.{key}", **self._place, **values)

    def _column(self, number: int, raw: object) -> Column:
        if not isinstance(raw, Mapping) or not isinstance(raw.get("heading"), str):
            raise self._refused("bad_column", column=number)
        role = raw.get("role")
        if not isinstance(role, str) or role not in list(Role):
            raise self._refused("bad_role", column=number, role=role)
        return Column(clean_cell(raw["heading"]), Role(role), hidden=raw.get("hidden") is True)

    def _rows(self, rows: list[object], columns: int) -> Iterator[Row]:
        after_item = False
        for number, raw in enumerate(rows, 1):
            row = self._row(number, raw, columns)
            if not after_item and None in row.cells:
                raise self._refused("merged_with_nothing", row=number, cell=row.cells.index(None) + 1)
            after_item = row.kind is RowKind.ITEM
            yield row

    def _row(self, number: int, raw: object, columns: int) -> Row:
        kind = raw.get("kind") if isinstance(raw, Mapping) else None
        if isinstance(raw, Mapping) and kind == "section":
            return self._section(number, raw)
        if not isinstance(raw, Mapping) or kind != "item" or not isinstance(raw.get("cells"), list):
            raise self._refused("bad_row", row=number)
        if len(raw["cells"]) != columns:
            raise self._refused("wrong_cells", row=number, found=len(raw["cells"]), expected=columns)
        cells = tuple(self._cell(number, place, cell) for place, cell in enumerate(raw["cells"], 1))
        return Row(RowKind.ITEM, cells)

    def _section(self, number: int, raw: Mapping[str, object]) -> Row:
        ordinal, text = raw.get("ordinal", ""), raw.get("text", "")
        if not isinstance(ordinal, str) or not isinstance(text, str):
            raise self._refused("bad_row", row=number)
        return Row(RowKind.SECTION, ordinal=clean_line(ordinal), text=clean_cell(text))

    def _cell(self, row: int, number: int, raw: object) -> Cell:
        if raw is not None and not isinstance(raw, str):
            raise self._refused("bad_cell", row=row, cell=number)
        return None if raw is None else clean_cell(raw)
