"""Official documents as PDF, measured row by row against the decree; broken settings do not pass."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.documents.document_types import document_types
from app.documents.layout import Layout, layout
from app.documents.model import Section, Style, Table, TableCell
from app.documents.official_document import official_document
from app.domain.body import Level
from app.domain.official import OfficialDocument, Urgency
from app.exchange.write_pdf import write_pdf
from tests.app.exchange.nd30_pdf import pdf_faults
from tests.app.exchange.official_samples import PASSAGE, SAMPLES, line, report
from tests.app.exchange.pdf_probe import Probe, probe

NAMES = {code: kind.name for code, kind in document_types().items()}
ANNEX = Section("Phụ lục I", (Table((100.0, 162.0), (TableCell("TT"), TableCell("Nhiệm vụ")), ((None, None),) * 60),))


def printed(document: OfficialDocument, folder: Path, measures: Layout | None = None) -> Probe:
    path = folder / "a.pdf"
    write_pdf(official_document(document, measures=measures), path, measures)
    return probe(path)


def with_style(name: Style, **changes: Any) -> Layout:
    styles = dict(layout().styles)
    styles[name] = replace(styles[name], **changes)
    return replace(layout(), styles=styles)


def with_margins(**sides: float) -> Layout:
    margins = {**layout().margins, "portrait": {**layout().margins["portrait"], **sides}}
    return replace(layout(), margins=margins)


def with_line(name: Style, share: float) -> Layout:
    return replace(layout(), lines={**layout().lines, name: share})


@pytest.mark.parametrize("name", SAMPLES)
def test_every_row_of_the_table_is_met(name: str, tmp_path: Path) -> None:
    assert pdf_faults(printed(SAMPLES[name], tmp_path), SAMPLES[name], NAMES) == []


BROKEN: dict[str, tuple[Callable[[], Layout], str]] = {
    "text of size 16": (lambda: with_style(Style.BODY, size=16), "body: size"),
    "left margin of 10 mm": (lambda: with_margins(left=10), "margins: left"),
    "right margin of 25 mm": (lambda: with_margins(right=25), "margins: right"),
    "top margin of 30 mm": (lambda: with_margins(top=30), "margins: top"),
    "bottom margin of 5 mm": (lambda: with_margins(bottom=5), "margins: bottom"),
    "short line below the motto": (lambda: with_line(Style.MOTTO, 0.6), "motto: line's share"),
    "long line below the body": (lambda: with_line(Style.ISSUING_BODY, 0.8), "issuing_body: line's share"),
    "no line below the title": (lambda: with_line(Style.DOCUMENT_TITLE, 0.0), "document_title: 0 lines"),
    "light country": (lambda: with_style(Style.COUNTRY, bold=False), "country: weight"),
    "upright date": (lambda: with_style(Style.PLACE_DATE, italic=False), "place_date: slant"),
    "small motto": (lambda: with_style(Style.MOTTO, size=11), "motto: size"),
    "part in small letters": (lambda: with_style(Style.PART, capitals=False), "part: “I. CÔNG TÁC"),
    "light item title": (lambda: with_style(Style.ITEM_TITLE, bold=False), "item_title: weight"),
    "ragged text": (lambda: with_style(Style.BODY, align="left"), "body: right edge"),
    "no first line": (lambda: with_style(Style.BODY, first_line=0), "body: first line"),
    "double lines": (lambda: with_style(Style.BODY, spacing=2.0), "body: line spacing"),
    "tight paragraphs": (lambda: with_style(Style.POINT, after=3), "body: 3.0 pt before"),
    "large recipients": (lambda: with_style(Style.RECIPIENT, size=13), "recipient: size"),
    "upright heading of recipients": (lambda: with_style(Style.RECIPIENTS_LABEL, italic=False), "recipients_label: sl"),
    "no room for a signature": (lambda: replace(layout(), signature_lines=1), "signature: room"),
    "number on page 1": (lambda: replace(layout(), first_numbered=1), "page number: shown"),
    "small page number": (lambda: replace(layout(), page_number_size=10), "page number: size"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_setting_is_found(name: str, tmp_path: Path) -> None:
    broken, fault = BROKEN[name]
    found = pdf_faults(printed(report(), tmp_path, broken()), report(), NAMES)
    assert any(one.startswith(fault) for one in found), found[:5]


@pytest.mark.parametrize("urgency", [Urgency.URGENT, Urgency.VERY_URGENT, Urgency.IMMEDIATE])
def test_the_frame_of_an_urgent_document_has_its_size(urgency: Urgency, tmp_path: Path) -> None:
    document = replace(SAMPLES["dispatch"], urgency=urgency)
    assert pdf_faults(printed(document, tmp_path), document, NAMES) == []
    broken = replace(layout(), urgency_boxes={**layout().urgency_boxes, urgency: (25.0, 8.0)})
    assert any("frames" in one for one in pdf_faults(printed(document, tmp_path, broken), document, NAMES))


def test_appendices_stand_in_landscape_and_number_their_own_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_pdf(official_document(report(), (ANNEX,)), path)
    shown = probe(path)
    assert pdf_faults(shown, report(), NAMES) == []
    wide = [number for number, (width, height) in enumerate(shown.sizes) if width > height]
    assert wide == list(range(wide[0], shown.pages))
    numbers = [
        [word.text for word in shown.on(page) if word.bottom < layout().margins["landscape"]["top"]] for page in wide
    ]
    assert numbers == [[], *[[str(number)] for number in range(2, len(wide) + 1)]]


@pytest.mark.parametrize("more", range(0, 30, 3))
def test_the_signature_always_has_text_on_its_page(more: int, tmp_path: Path) -> None:
    fill = tuple(line(PASSAGE.split(";")[0]) for _ in range(more // 3))
    last = line(" ".join([PASSAGE] * (1 + more % 2)))
    document = replace(report(1), body=(*report(1).body[:11], *fill, last))
    assert pdf_faults(printed(document, tmp_path), document, NAMES) == []


@pytest.mark.parametrize("after", [2.0, 6.0, 9.0, 13.0, 17.0])
@pytest.mark.parametrize("words", ["Một dòng.", f"{PASSAGE[:100]}.", PASSAGE, f"{PASSAGE} {PASSAGE}"])
def test_headings_are_never_the_last_line_of_a_page(words: str, after: float, tmp_path: Path) -> None:
    part = (line("I. Kết quả", Level.PART), line("1. Tiến độ", Level.ITEM), line(words), line(words))
    document = replace(report(), body=part * 30)
    shown = printed(document, tmp_path, with_style(Style.BODY, after=after))
    for page in range(shown.pages - 1):
        lowest = max(word.base for word in shown.on(page))
        last = [word for word in shown.on(page) if abs(word.base - lowest) < 0.5]
        assert not all("Bold" in word.font for word in last), f"page {page + 1}"


def test_no_line_of_a_paragraph_stands_alone(tmp_path: Path) -> None:
    long = line(" ".join([PASSAGE] * 3))
    document = replace(report(), body=(long,) * 20)
    shown = printed(document, tmp_path)
    for page in range(1, shown.pages):
        text = [word for word in shown.on(page) if word.base > layout().margins["portrait"]["top"]]
        second = sorted({round(word.base, 1) for word in text})[1]
        starts = [min(w.left for w in text if abs(w.base - base) < 0.2) for base in (text[0].base, second)]
        assert starts[1] < 40, f"page {page + 1} begins with the last line of a paragraph"
