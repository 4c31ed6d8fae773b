import csv
import json
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.statistics_form import Form, FormSet, Ratio, Shape, Total, ValueKind
from app.exchange.form_json import FOLDER, builtin_form_sets, form_set_from_json, form_set_to_json


def statistics() -> FormSet:
    return next(one for one in builtin_form_sets() if one.key == "bnv-4625-2025")


def files() -> FormSet:
    return next(one for one in builtin_form_sets() if one.key == "vpcp-ii-06a")


def row_names(forms: tuple[Form, ...]) -> list[tuple[str, ...]]:
    rows = [(f"{form.key} - {form.title}", row.code, row.label, row.unit) for form in forms for row in form.rows]
    return [tuple(value.replace("\n", " | ") for value in row) for row in rows]


def test_the_seven_forms_hold_every_row_of_the_real_annex_word_for_word(shared: Path) -> None:
    text = (shared / "forms" / "statistics-forms.tsv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert row_names(statistics().forms) == [tuple(row) for row in rows[1:]]


def test_there_are_seven_forms_of_123_rows_and_their_kinds_fit_their_units() -> None:
    rows = [row for form in statistics().forms for row in form.rows]
    assert (len(statistics().forms), len(rows)) == (7, 123)
    assert all((row.kind is ValueKind.PERCENT) == (row.unit == "%") for row in rows)
    assert all((row.kind is ValueKind.CODED) == bool(row.answers) for row in rows)
    assert all(isinstance(row.calculation, Ratio) <= (row.kind is ValueKind.PERCENT) for row in rows)
    assert sum(isinstance(row.calculation, Ratio) for row in rows) == 13
    assert sum(isinstance(row.calculation, Total) for row in rows) == 6


def test_on_time_is_a_share_of_what_was_settled_and_not_of_what_came_in() -> None:
    (row,) = (row for row in statistics().forms[2].rows if row.code == "3.2")
    assert row.calculation == Ratio(("3.2.2",), ("3.2.1",))
    labels = {row.code: row.label for row in statistics().forms[2].rows}
    assert "đã giải quyết xong" in labels["3.2.1"]


def test_the_form_of_administrative_procedures_has_13_columns_and_four_balances() -> None:
    (form,) = files().forms
    assert form.shape is Shape.COLUMNS
    assert [row.code for row in form.rows] == [str(number) for number in range(1, 14)]
    totals = {row.code: row.calculation.parts for row in form.rows if isinstance(row.calculation, Total)}
    assert totals == {"3": ("4", "5", "6"), "7": ("8", "9", "10"), "11": ("12", "13")}
    assert [(one.total, one.parts) for one in form.balances] == [("3", ("7", "11"))]


def test_every_set_names_the_document_it_comes_from() -> None:
    assert [(one.source.number, f"{one.source.day:%d/%m/%Y}") for one in builtin_form_sets()] == [
        ("4625/BNV-CCHC", "02/07/2025"),
        ("01/2020/TT-VPCP", "21/10/2020"),
    ]


def test_a_set_survives_json() -> None:
    for form_set in builtin_form_sets():
        assert form_set_from_json(json.loads(json.dumps(form_set_to_json(form_set)))) == form_set
    stored = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.json"))]
    assert [form_set_to_json(form_set_from_json(raw)) for raw in stored] == stored


def test_a_calculation_that_cannot_be_is_refused() -> None:
    raw = form_set_to_json(files())
    raw["forms"][0]["rows"][3]["total"] = ["3", "5"]
    with pytest.raises(Refused):
        form_set_from_json(raw)
