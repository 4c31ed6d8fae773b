from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from app.documents.model import Document, HeadingBlock, Paragraph, Section, Style, Table, TableCell
from app.exchange.write_docx import write_docx


def cell(text: str, rows: int = 1, columns: int = 1) -> TableCell:
    return TableCell(text, rows=rows, columns=columns)


HEADING = tuple(TableCell(name, Style.TABLE_HEADING, centered=True) for name in ("TT", "Mục tiêu", "Việc"))
TABLE = Table(
    (12.0, 120.0, 130.0),
    HEADING,
    (
        (TableCell("I", Style.TABLE_SECTION), TableCell("THỂ CHẾ", Style.TABLE_SECTION, columns=2), None),
        (cell("1", rows=2), cell("Mục tiêu chung", rows=3), cell("- Một;\n- Hai <b> & 'ba'")),
        (None, None, cell("=1+1")),
        (cell(""), None, cell("Đổi mới\x0bhai\x07")),
    ),
)
HEAD = HeadingBlock("", "ỦY BAN NHÂN DÂN\nXÃ THỬ", "", "")
TITLES = (Paragraph("Phụ lục số 01", Style.APPENDIX_LABEL), Paragraph("Nhiệm vụ thử", Style.APPENDIX_TITLE))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docx") / "Kế hoạch.docx"
    sections = (
        Section("Phụ lục số 01", (HEAD, *TITLES, TABLE)),
        Section("Lời văn", (Paragraph("Một đoạn", Style.BODY),), landscape=False),
        Section("Phụ lục số 02", (*TITLES, TABLE), paper="A3"),
    )
    write_docx(Document("Kế hoạch thử", sections), path)
    return path


def plan_table(path: Path) -> etree._Element:
    body = etree.fromstring(ZipFile(path).read("word/document.xml"))[0]
    return next(table for table in body.iterchildren(qn("w:tbl")) if table.find(f".//{qn('w:tblHeader')}") is not None)


def rows_of(path: Path) -> list[list[etree._Element]]:
    return [list(row.iterchildren(qn("w:tc"))) for row in plan_table(path).iterchildren(qn("w:tr"))]


def lines_of(element: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in element.iterchildren(qn("w:p"))]


def merge_of(element: etree._Element) -> str | None:
    found = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return None if found is None else found.get(qn("w:val"), "continue")


def test_every_section_has_its_paper_and_numbers_its_own_pages(made: Path) -> None:
    sections = docx.Document(str(made)).sections
    assert [section.orientation for section in sections] == [
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]
    assert [round((section.page_width or 0) / Mm(1)) for section in sections] == [297, 210, 420]
    assert all(section.different_first_page_header_footer for section in sections)
    starts = [one.get(qn("w:start")) for section in sections for one in section._sectPr.iter(qn("w:pgNumType"))]
    assert starts == ["1", "1", "1"]


def test_the_page_number_stands_centred_in_the_header(made: Path) -> None:
    sections = docx.Document(str(made)).sections
    assert " PAGE " in [part.text for part in sections[0].header._element.iter(qn("w:instrText"))]
    assert all(section.header.is_linked_to_previous for section in list(sections)[1:])
    assert sections[0].first_page_header.is_linked_to_previous


def test_the_heading_row_is_repeated_and_rows_are_kept_whole(made: Path) -> None:
    rows = list(plan_table(made).iterchildren(qn("w:tr")))
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False, False, False]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_a_row_of_a_very_long_text_may_split(tmp_path: Path) -> None:
    table = Table((12.0, 120.0, 130.0), HEADING, ((cell("1"), cell("dài " * 3000), cell("")),))
    write_docx(Document("Dài", (Section("a", (table,)),)), tmp_path / "a.docx")
    row = list(plan_table(tmp_path / "a.docx").iterchildren(qn("w:tr")))[1]
    assert row.find(f".//{qn('w:cantSplit')}") is None


def test_lines_are_paragraphs_and_control_characters_are_gone(made: Path) -> None:
    rows = rows_of(made)
    assert [lines_of(one) for one in rows[2]] == [["1"], ["Mục tiêu chung"], ["- Một;", "- Hai <b> & 'ba'"]]
    assert lines_of(rows[4][2]) == ["Đổi mới", "hai"]
    assert lines_of(rows[3][2]) == ["=1+1"]


def test_merged_cells_stay_merged(made: Path) -> None:
    rows = rows_of(made)
    assert [[merge_of(one) for one in row] for row in rows] == [
        [None, None, None],
        [None, None],
        ["restart", "restart", None],
        ["continue", "continue", None],
        [None, "continue", None],
    ]
    spans = rows[1][1].iterfind(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    assert [span.get(qn("w:val")) for span in spans] == ["2"]


def test_columns_have_the_widths_of_the_document(made: Path) -> None:
    widths = [int(column.get(qn("w:w"), 0)) for column in plan_table(made).iter(qn("w:gridCol"))]
    assert widths == [680, 6803, 7370]


def test_paragraphs_have_named_styles(made: Path) -> None:
    document = docx.Document(str(made))
    styles = {one.text: one.style for one in document.paragraphs if one.text and one.style}
    assert styles["Nhiệm vụ thử"].font.all_caps
    assert styles["Phụ lục số 01"].font.bold
    assert styles["Phụ lục số 01"].font.name == "Times New Roman"
    assert styles["Một đoạn"].name == "CCHC Nội dung"


def test_the_head_names_body_country_and_motto(made: Path) -> None:
    left, right = docx.Document(str(made)).tables[0]._tbl.iter(qn("w:tc"))
    assert lines_of(left)[:2] == ["ỦY BAN NHÂN DÂN", "XÃ THỬ"]
    assert lines_of(right)[:2] == ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"]


def test_the_file_says_what_it_is(made: Path) -> None:
    properties = docx.Document(str(made)).core_properties
    assert (properties.title, properties.author, properties.comments) == ("Kế hoạch thử", "Sổ CCHC", "")
