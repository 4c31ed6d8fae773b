"""Official documents as Word files, measured row by row against the decree; broken settings do not pass."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from app.documents.layout import Layout, layout
from app.documents.model import Section, Style, Table, TableCell
from app.documents.official_document import official_document
from app.domain.official import OfficialDocument
from app.exchange.read_back import same_docx
from app.exchange.write_docx import write_docx
from tests.app.exchange.nd30_docx import WordFile, docx_faults
from tests.app.exchange.official_samples import SAMPLES, report

ANNEX = Section("Phụ lục I", (Table((100.0, 162.0), (TableCell("TT"), TableCell("Việc")), ((None, None),)),))


def written(document: OfficialDocument, folder: Path, measures: Layout | None = None) -> Path:
    path = folder / "a.docx"
    write_docx(official_document(document, (ANNEX,), measures), path, measures)
    return path


def with_style(name: Style, **changes: Any) -> Layout:
    styles = dict(layout().styles)
    styles[name] = replace(styles[name], **changes)
    return replace(layout(), styles=styles)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_row_of_the_table_is_met(name: str, tmp_path: Path) -> None:
    path = written(SAMPLES[name], tmp_path)
    assert docx_faults(path) == []
    assert same_docx(path, official_document(SAMPLES[name], (ANNEX,)))


MARGINS = {**layout().margins, "portrait": {**layout().margins["portrait"], "left": 10}}
BROKEN: dict[str, tuple[Callable[[], Layout], str]] = {
    "text of size 16": (lambda: with_style(Style.BODY, size=16), "body: size"),
    "left margin of 10 mm": (lambda: replace(layout(), margins=MARGINS), "margins: left"),
    "short line below the motto": (
        lambda: replace(layout(), lines={**layout().lines, Style.MOTTO: 0.5}),
        "motto: line",
    ),
    "light country": (lambda: with_style(Style.COUNTRY, bold=False), "country: weight"),
    "no first line": (lambda: with_style(Style.BODY, first_line=0), "body: first line"),
    "tight paragraphs": (lambda: with_style(Style.BODY, after=2), "body: 2"),
    "double lines": (lambda: with_style(Style.POINT, spacing=2.0), "point: line spacing"),
    "ragged text": (lambda: with_style(Style.BODY, align="left"), "body: set left"),
    "number on page 1": (lambda: replace(layout(), first_numbered=1), "page number: shown on page 1"),
    "no room for a signature": (lambda: replace(layout(), signature_lines=1), "signature: room"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_setting_is_found(name: str, tmp_path: Path) -> None:
    broken, fault = BROKEN[name]
    found = docx_faults(written(report(1), tmp_path, broken()))
    assert any(one.startswith(fault) for one in found), found[:5]


def test_the_appendix_has_a_landscape_section_of_its_own(tmp_path: Path) -> None:
    first, second = WordFile(written(report(1), tmp_path)).sections()
    turned = [section.find(qn("w:pgSz")) for section in (first, second)]
    assert [size is not None and size.get(qn("w:orient")) for size in turned] == [None, "landscape"]
