"""The five real plans on paper, read back with the tools that offices' programs are built on."""

import html
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.documents.layout import layout
from app.documents.model import Document, Paragraph, Section, Style, Table, TableCell
from app.documents.plan_document import plan_document
from app.domain.plan import Plan
from app.exchange.plan_json import FORMAT, from_json
from app.exchange.render_pdf import PdfPages
from app.exchange.write_pdf import write_pdf
from tests.app.exchange.pdf_probe import MM, probe

NAMES = ("anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025")
PAGE = layout().page("A4", landscape=True)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Placed:
    """A word as pdftotext sees it, in millimetres from the left and upper edge."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Print:
    """A plan, its document and the words of each page of its PDF file."""

    plan: Plan
    document: Document
    path: Path
    pages: list[list[Placed]]
    starts: list[int]

    def sections(self) -> list[tuple[Section, list[list[Placed]]]]:
        ends = [*self.starts[1:], len(self.pages)]
        spans = zip(self.starts, ends, strict=True)
        return [(section, self.pages[a:b]) for section, (a, b) in zip(self.document.sections, spans, strict=True)]


@pytest.fixture(scope="module", params=NAMES)
def printed(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Print:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is absent: the PDF of the real plans was not read back")
    content = json.loads((shared / "plans" / f"{request.param}.json").read_text(encoding="utf-8"))
    plan = from_json({"format": FORMAT, **content}, "ke-hoach.json").plan
    path = tmp_path_factory.mktemp("in") / "ke-hoach.pdf"
    document = plan_document(plan)
    write_pdf(document, path)
    return Print(plan, document, path, _words(path), [page for _, page in probe(path).bookmarks])


def _words(path: Path) -> list[list[Placed]]:
    page_texts = _output("pdftotext", "-bbox", str(path), "-").split("<page ")[1:]
    return [[_placed(match) for match in _WORD.finditer(page)] for page in page_texts]


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def _placed(match: re.Match[str]) -> Placed:
    left, top, right, bottom = (float(side) * MM for side in match.groups()[:4])
    return Placed(html.unescape(match[5]), left, top, right, bottom)


def table_of(section: Section) -> Table:
    return next(block for block in section.blocks if isinstance(block, Table))


def column_text(pages: list[list[Placed]], left: float, right: float, heading: str) -> str:
    """The words between two column edges, page after page, from below the heading row on."""
    shown: list[str] = []
    for words in pages:
        inside = [word for word in words if left < (word.left + word.right) / 2 < right]
        lines = sorted(inside, key=lambda word: (round(word.bottom, 1), word.left))
        _above, found, below = f" {' '.join(word.text for word in lines)} ".partition(f" {heading} ")
        assert found, f"the heading {heading!r} is missing on a page"
        shown.append(below.strip())
    return f" {' '.join(' '.join(shown).split())} "


def test_the_words_of_every_cell_stand_in_their_column(printed: Print) -> None:
    for section, pages in printed.sections():
        table = table_of(section)
        left = PAGE.left
        for position, width in enumerate(table.widths):
            heading = table.heading[position]
            assert heading is not None
            text = column_text(pages, left, left + width, " ".join(heading.text.split()))
            for row in table.rows:
                cell = row[position]
                if cell is not None and cell.columns == 1:
                    assert f" {' '.join(cell.text.split())} " in text or not cell.text
            left += width


def test_section_rows_titles_and_labels_are_there(printed: Print) -> None:
    for section, pages in printed.sections():
        everything = " ".join(" ".join(word.text for word in words) for words in pages)
        spans = [cell for row in table_of(section).rows for cell in row if cell and cell.columns > 1]
        for cell in spans:
            assert " ".join(cell.text.split()) in everything
        for block in section.blocks:
            if isinstance(block, Paragraph):
                assert layout().styles[block.style].drawn(block.text) in everything


def test_no_word_of_a_cell_is_broken(printed: Print) -> None:
    shown = {word.text for words in printed.pages for word in words}
    cells: list[TableCell] = [
        cell for section in printed.document.sections for row in table_of(section).rows for cell in row if cell
    ]
    assert {word for cell in cells for word in cell.text.split()} <= shown


def test_the_heading_row_repeats_on_each_page(printed: Print) -> None:
    for section, pages in printed.sections():
        headings = [word for cell in table_of(section).heading if cell for word in cell.text.split()]
        for words in pages:
            texts = [word.text for word in words]
            assert all(texts.count(word) >= headings.count(word) for word in headings)


def test_nothing_stands_outside_the_margins(printed: Print) -> None:
    for words in printed.pages:
        for word in words:
            if word.bottom < PAGE.top and word.text.isdigit():
                continue
            assert PAGE.left <= word.left and word.right <= PAGE.width - PAGE.right, word
            assert PAGE.top - 1 <= word.top and word.bottom <= PAGE.height - PAGE.bottom, word


def test_all_fonts_are_embedded_subsets(printed: Print) -> None:
    lines = _output("pdffonts", str(printed.path)).splitlines()[2:]
    assert len(lines) == 3
    assert all(re.search(r"\byes yes yes\b", line) for line in lines)


def test_each_page_is_a_sheet_of_landscape_a4_with_ink(printed: Print) -> None:
    with PdfPages(printed.path) as pages:
        assert len(pages) == len(printed.pages)
        for number in range(len(pages)):
            assert pages.size(number) == pytest.approx((297, 210), abs=0.1)
        assert min(pages.image(0, 30).pixels) < 128


def test_titles_are_bold_capitals(printed: Print) -> None:
    style = layout().styles[Style.APPENDIX_TITLE]
    assert style.bold and style.capitals
    for appendix, (_section, pages) in zip(printed.plan.appendices, printed.sections(), strict=True):
        assert appendix.title.upper() in " ".join(word.text for word in pages[0])
