"""The made-up figures of a commune that does not exist, for the four reports of a year."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.figures_entry import read_figure
from app.domain.statistics_form import Figure, Form, FormLine, FormSet, Shape, rows_by_code
from app.exchange.form_json import builtin_form_sets
from app.paths import RESOURCES

SAMPLE_FIGURES: Path = RESOURCES / "samples" / "so-lieu-mau-2026.json"
SAMPLE_PERIODS = ("2026-Q1", "2026-6M", "2026-9M", "2026-Y")


def sample_figures(period: str) -> dict[tuple[str, str], dict[str, Figure]]:
    """The figures of the forms of rows for one of the ``SAMPLE_PERIODS``, by the keys of form set and form."""
    return {
        (form_set.key, form.key): _figures(form, _content()[period][form_set.key][form.key])
        for form_set, form in _forms(Shape.ROWS)
    }


def sample_lines(period: str) -> dict[tuple[str, str], list[FormLine]]:
    """The lines of the forms of columns for one of the ``SAMPLE_PERIODS``, by the keys of form set and form."""
    return {
        (form_set.key, form.key): [
            FormLine(raw["ordinal"], raw["name"], _figures(form, raw["figures"]))
            for raw in _content()[period][form_set.key]
        ]
        for form_set, form in _forms(Shape.COLUMNS)
    }


def _forms(shape: Shape) -> list[tuple[FormSet, Form]]:
    return [(one, form) for one in builtin_form_sets() for form in one.forms if form.shape is shape]


def _figures(form: Form, typed: dict[str, str]) -> dict[str, Figure]:
    rows = rows_by_code(form)
    read = {code: read_figure(words, rows[code]).figure for code, words in typed.items()}
    return {code: figure for code, figure in read.items() if figure is not None}


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(SAMPLE_FIGURES.read_text(encoding="utf-8"))
    return content
