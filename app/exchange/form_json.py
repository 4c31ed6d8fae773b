"""Statistics forms as JSON: those that come with the program, and those an office has loaded."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.statistics_form import (
    Answer,
    Balance,
    Calculation,
    Form,
    FormRow,
    FormSet,
    FormSource,
    Ratio,
    Shape,
    Total,
    ValueKind,
    check_form,
)
from app.paths import RESOURCES

FOLDER: Path = RESOURCES / "forms"
Json = dict[str, Any]


@cache
def builtin_form_sets() -> tuple[FormSet, ...]:
    """The forms that come with the program, the set of a later year first."""
    files = sorted(FOLDER.glob("*.json"))
    sets = [form_set_from_json(json.loads(file.read_text(encoding="utf-8"))) for file in files]
    return tuple(sorted(sets, key=lambda one: (-one.year, one.key)))


def form_set_from_json(raw: Json) -> FormSet:
    """The set that ``form_set_to_json`` made ``raw`` of. Raises Refused where a calculation in it cannot be."""
    source = raw["source"]
    day = date.fromisoformat(source["date"]) if source["date"] else None
    forms = tuple(check_form(_form(one)) for one in raw["forms"])
    origin = FormSource(source["document"], source["number"], day, source["note"])
    return FormSet(raw["key"], raw["title"], raw["year"], raw["version"], origin, forms)


def form_set_to_json(form_set: FormSet) -> Json:
    """``form_set`` as plain JSON values, to be kept with the reports that were made by it."""
    source = form_set.source
    return {
        "key": form_set.key,
        "title": form_set.title,
        "year": form_set.year,
        "version": form_set.version,
        "source": {
            "document": source.document,
            "number": source.number,
            "date": source.day and source.day.isoformat(),
            "note": source.note,
        },
        "forms": [_form_json(form) for form in form_set.forms],
    }


def _form(raw: Json) -> Form:
    balances = tuple(Balance(one["total"], tuple(one["parts"])) for one in raw.get("balances", ()))
    return Form(raw["key"], raw["title"], tuple(_row(one) for one in raw["rows"]), Shape(raw["shape"]), balances)


def _row(raw: Json) -> FormRow:
    answers = tuple(Answer(one["number"], one["meaning"]) for one in raw.get("answers", ()))
    return FormRow(
        raw["code"],
        raw["label"],
        raw["unit"],
        ValueKind(raw["kind"]),
        answers,
        _calculation(raw),
        raw.get("group", ""),
        raw.get("note", ""),
        raw.get("note_rows", 1),
    )


def _calculation(raw: Json) -> Calculation | None:
    if "ratio" in raw:
        return Ratio(tuple(raw["ratio"]["part"]), tuple(raw["ratio"]["whole"]))
    if "at_least" in raw:
        return Total(tuple(raw["at_least"]), complete=False)
    return Total(tuple(raw["total"])) if "total" in raw else None


def _form_json(form: Form) -> Json:
    balances = [{"total": one.total, "parts": list(one.parts)} for one in form.balances]
    head: Json = {"key": form.key, "title": form.title, "shape": str(form.shape)}
    return head | ({"balances": balances} if balances else {}) | {"rows": [_row_json(row) for row in form.rows]}


def _row_json(row: FormRow) -> Json:
    optional: Json = {
        "answers": [{"number": one.number, "meaning": one.meaning} for one in row.answers],
        "group": row.group,
        "note": row.note,
        "note_rows": row.note_rows if row.note_rows > 1 else None,
    }
    named: Json = {"code": row.code, "label": row.label, "unit": row.unit, "kind": str(row.kind)}
    return named | {name: value for name, value in optional.items() if value} | _calculation_json(row.calculation)


def _calculation_json(calculation: Calculation | None) -> Json:
    if isinstance(calculation, Ratio):
        return {"ratio": {"part": list(calculation.part), "whole": list(calculation.whole)}}
    if calculation is None:
        return {}
    return {"total" if calculation.complete else "at_least": list(calculation.parts)}
