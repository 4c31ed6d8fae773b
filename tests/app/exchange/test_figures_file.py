"""One spreadsheet with figures for forms of rows and lines for a form of columns."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from app.documents.form_report import FormReport
from app.domain.errors import Refused
from app.domain.reporting_period import parse_period
from app.exchange.figures_file import read_figures
from app.exchange.form_json import builtin_form_sets
from app.exchange.form_xlsx import write_form_report
from app.exchange.sample_figures import sample_figures, sample_lines

PERIOD = "2026-6M"
SETS = {one.key: one for one in builtin_form_sets()}
FORMS = [form for form_set in SETS.values() for form in form_set.forms]


def write(path: Path, key: str) -> None:
    """The sample's figures of one set of forms, as they go upward."""
    figures = {form: one for (own, form), one in sample_figures(PERIOD).items() if own == key}
    lines = {form: tuple(one) for (own, form), one in sample_lines(PERIOD).items() if own == key}
    write_form_report(FormReport("", parse_period(PERIOD), SETS[key], figures, lines), path)


def test_what_goes_upward_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "số liệu.xlsx"
    write(path, "bnv-4625-2025")
    read = read_figures(path, FORMS)
    assert [one.form.key for one in read.imports] == list("1234567") and not read.lines
    found = {(one.form.key, row.code): row.reading.figure for one in read.imports for row in one.matched}
    wanted = {(form, code): figure for (key, form), rows in sample_figures(PERIOD).items()
              if key == "bnv-4625-2025" for code, figure in rows.items()}  # fmt: skip
    assert found == wanted and not read.unmatched and read.name == path.name


def test_lines_alone_are_enough(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(path, "vpcp-ii-06a")
    read = read_figures(path, FORMS)
    lines = next(iter(sample_lines(PERIOD).values()))
    assert [one.line.name for one in read.lines["II.06a"]] == [one.name for one in lines]
    assert not read.imports


def test_a_file_without_any_figures_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Chỉ là", "vài chữ"])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(Refused):
        read_figures(tmp_path / "a.xlsx", FORMS)
