"""Word documents as a reader of the page sees them."""

import time
from pathlib import Path

import pytest
from docx import Document

from app.domain.errors import Refused
from app.exchange.read_docx import read_docx
from app.exchange.source import SourceDocument, SourceParagraph, SourceTable
from tests.app.exchange.word_files import (
    STRICT,
    centered,
    control,
    document,
    goes_on,
    p,
    plan_table,
    r,
    restart,
    styles,
    tbl,
    tc,
    tr,
    word_file,
)


def _rows(read: SourceDocument) -> list[list[str]]:
    table = next(block for block in read.blocks if isinstance(block, SourceTable))
    return [[cell.text for cell in row.cells] for row in table.rows]


def _keys(read: SourceDocument) -> list[str]:
    return [remark.key for remark in read.remarks]


def _refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_docx(path)
    return refused.value.key


def test_a_file_of_another_program(path: Path) -> None:
    made = Document()
    made.add_paragraph("Phụ lục số 01")
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Gộp"
    table.cell(1, 2).text = "Dòng một\nDòng hai"
    made.save(str(path))
    read = read_docx(path)
    assert isinstance(read.blocks[0], SourceParagraph)
    assert read.blocks[0].text == "Phụ lục số 01"
    assert _rows(read) == [["Gộp", ""], ["", "", "Dòng một\nDòng hai"]]
    assert read.name == path.name


def test_reading_order_numbers_and_looks(path: Path) -> None:
    bold = p(r("Đậm", "<w:b/>"))
    read = read_docx(word_file(path, centered("Giữa"), bold, p(), tbl(tr("A")), p(r("Hai<br>")), tbl(tr("B"))))
    paragraphs = [block for block in read.blocks if isinstance(block, SourceParagraph)]
    assert [(one.text, one.centered, one.bold) for one in paragraphs[:2]] == [
        ("Giữa", True, False),
        ("Đậm", False, True),
    ]
    assert [block.number for block in read.blocks if isinstance(block, SourceTable)] == [1, 2]


def test_a_paragraph_of_two_lines_is_two(path: Path) -> None:
    lines = p(r("Nhiệm vụ") + r("<w:br/>") + r("năm 2026"))
    read = read_docx(word_file(path, lines, tbl(tr("A"))))
    assert [block.text for block in read.blocks if isinstance(block, SourceParagraph)] == ["Nhiệm vụ", "năm 2026"]


def test_content_controls_around_tables_rows_and_cells(path: Path) -> None:
    inner = control(tbl(tr("1", control(tc("Trong ô"))), control(tr("2", tc(control(p("Quanh đoạn")))))))
    assert _rows(read_docx(word_file(path, inner))) == [["1", "Trong ô"], ["2", "Quanh đoạn"]]


def test_deleted_and_inserted_rows(path: Path) -> None:
    rows = (tr("1"), tr("2", properties="<w:del/>"), tr("3", properties="<w:ins/>"))
    assert _rows(read_docx(word_file(path, tbl(*rows)))) == [["1"], ["3"]]


def test_deleted_and_inserted_cells(path: Path) -> None:
    row = tr("1", tc("Bỏ", "<w:cellDel/>"), tc("Thêm", "<w:cellIns/>"))
    assert _rows(read_docx(word_file(path, tbl(row)))) == [["1", "Thêm"]]


def test_a_deleted_paragraph_end_joins_the_next(path: Path) -> None:
    cell = tc(p(r("Một "), "<w:rPr><w:del/></w:rPr>") + p("dòng"))
    assert _rows(read_docx(word_file(path, tbl(tr(cell))))) == [["Một dòng"]]


def test_a_wholly_deleted_paragraph_is_no_line(path: Path) -> None:
    gone = p("<w:del><w:r><w:delText>Bỏ</w:delText></w:r></w:del>", "<w:rPr><w:del/></w:rPr>")
    assert _rows(read_docx(word_file(path, tbl(tr(tc(p("Một") + gone + p("Hai"))))))) == [["Một\nHai"]]


def test_grid_columns(path: Path) -> None:
    rows = (
        tr("a", tc("b", span=2), tc("c")),
        tr("d", properties='<w:gridBefore w:val="2"/>'),
        tr(tc("e", restart()), "f"),
        tr(tc("bỏ", goes_on()), "g"),
    )
    read = read_docx(word_file(path, tbl(*rows)))
    table = read.blocks[0]
    assert isinstance(table, SourceTable)
    assert [[(c.column, c.span, c.merged_above) for c in row.cells] for row in table.rows] == [
        [(0, 1, False), (1, 2, False), (3, 1, False)],
        [(2, 1, False)],
        [(0, 1, False), (1, 1, False)],
        [(0, 1, True), (1, 1, False)],
    ]
    assert table.rows[3].cells[0].text == ""


def test_absurd_grid_numbers_are_bounded(path: Path) -> None:
    span = tc("a", '<w:gridSpan w:val="999999999"/>')
    read = read_docx(word_file(path, tbl(tr(span, properties='<w:gridBefore w:val="999999999"/>'), tr("b"))))
    table = read.blocks[0]
    assert isinstance(table, SourceTable)
    assert all(cell.column + cell.span < 1000 for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("count", ["-1", "0", "x", "", "1.5"])
def test_senseless_grid_numbers_count_as_none(count: str, path: Path) -> None:
    row = tr(tc("a", f'<w:gridSpan w:val="{count}"/>'), "b", properties=f'<w:gridBefore w:val="{count}"/>')
    table = read_docx(word_file(path, tbl(row))).blocks[0]
    assert isinstance(table, SourceTable)
    assert table.rows[0].cells[0].column == 0


def test_repeated_heading_rows(path: Path) -> None:
    rows = [tr("a", properties="<w:tblHeader/>"), tr("b", properties='<w:tblHeader w:val="0"/>'), tr("c")]
    table = read_docx(word_file(path, tbl(*rows))).blocks[0]
    assert isinstance(table, SourceTable)
    assert [row.repeated_heading for row in table.rows] == [True, False, False]


def test_a_table_in_a_cell_keeps_its_text_and_is_told(path: Path) -> None:
    inner = tbl(tr("x", "y"), tr("z", ""))
    read = read_docx(word_file(path, plan_table(tr("1", tc(p("Trước") + inner + p("Sau")), "", "", ""))))
    assert _rows(read)[1][1] == "Trước\nx y\nz\nSau"
    assert [(one.key, one.table, one.row) for one in read.remarks] == [("import.nested_table", 1, 2)]


def test_empty_paragraphs_between_lines_are_dropped(path: Path) -> None:
    assert _rows(read_docx(word_file(path, tbl(tr(tc(p() + p("a") + p() + p() + p("b") + p())))))) == [["a\nb"]]


def test_the_strict_form_of_the_format(path: Path) -> None:
    body = document(p("Phụ lục"), tbl(tr("A", "B")), namespace=STRICT)
    assert _rows(read_docx(word_file(path, **{"word/document.xml": body}))) == [["A", "B"]]


def test_remarks_about_the_whole_file(path: Path) -> None:
    link = 'Target="file:///mau.dotm" TargetMode="External" Id="r1"'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Type="http://x/attachedTemplate" {link}/></Relationships>'
    )
    letter = '<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
    parts: dict[str, str | bytes] = {"word/vbaProject.bin": b"", "word/_rels/settings.xml.rels": relations}
    read = read_docx(word_file(path, tbl(tr("A")), letter, **parts))
    assert _keys(read) == ["import.macros", "import.external_links", "import.letter_paper"]


def test_a_web_address_is_no_external_link(path: Path) -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Type="http://x/hyperlink" Target="https://x" TargetMode="External" Id="r1"/></Relationships>'
    )
    assert _keys(read_docx(word_file(path, tbl(tr("A")), **{"word/_rels/document.xml.rels": relations}))) == []


def test_hidden_text_old_fonts_and_boxes_are_told(path: Path) -> None:
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    box = "<w:pict><v:shape><v:textbox><w:txbxContent>" + p("Hộp") + "</w:txbxContent></v:textbox></v:shape></w:pict>"
    cells = tr(r_cell("Ẩn", "<w:vanish/>"), r_cell("§æi míi", old), tc(p(r("Chữ") + f"<w:r>{box}</w:r>")))
    read = read_docx(word_file(path, tbl(cells)))
    assert _rows(read) == [["", "Đổi mới", "Chữ"]]
    assert {(one.key, one.unread) for one in read.remarks} == {
        ("import.hidden_text", True),
        ("legacy.converted", False),
        ("import.text_boxes", True),
    }


def r_cell(text: str, properties: str) -> str:
    return tc(p(r(text, properties)))


@pytest.mark.parametrize("blocks", [(), (p(),), (tbl(tr("")),)])
def test_an_empty_document(blocks: tuple[str, ...], path: Path) -> None:
    assert _refusal(word_file(path, *blocks)) == "import.empty"


def test_a_document_without_a_table(path: Path) -> None:
    assert _refusal(word_file(path, p("Chỉ có chữ"))) == "import.no_table"


def test_a_document_without_a_body(path: Path) -> None:
    assert _refusal(word_file(path, **{"word/document.xml": styles("")})) == "import.empty"


def test_too_many_rows_are_refused_soon(path: Path) -> None:
    word_file(path, tbl(*(tr(f"{count * 7919}") for count in range(100_000))))
    start = time.perf_counter()
    assert _refusal(path) == "import.too_many_rows"
    assert time.perf_counter() - start < 10


def test_rows_of_tables_inside_cells_count_too(path: Path) -> None:
    inner = [tbl(*(tr(f"{count * 7919 + other}") for count in range(400))) for other in range(260)]
    word_file(path, tbl(*(tr(tc(one)) for one in inner)))
    assert _refusal(path) == "import.too_many_rows"


def _nested(depth: int) -> str:
    inner = p("sâu")
    for _ in range(depth):
        inner = tbl(tr(tc(inner + p())))
    return inner


def test_nested_tables(path: Path) -> None:
    assert _rows(read_docx(word_file(path, _nested(3)))) == [["sâu"]]
    assert _rows(read_docx(word_file(path, _nested(60)))) == [["sâu"]]


@pytest.mark.parametrize("depth", [100, 500, 3000])
def test_tables_nested_too_deep(depth: int, path: Path) -> None:
    assert _refusal(word_file(path, _nested(depth))) == "import.too_deep"


@pytest.mark.parametrize("name", ["sdtContent", "ins", "smartTag"])
def test_other_elements_nested_deep(name: str, path: Path) -> None:
    for depth in (200, 5000):
        opening, closing = f"<w:{name}>" * depth, f"</w:{name}>" * depth
        blocks = opening + p("a") + closing, tbl(tr(tc(f"<w:p>{opening}{r('a')}{closing}</w:p>")))
        word_file(path, *blocks)
        if depth < 256:
            assert _rows(read_docx(path)) == [["a"]]
        else:
            assert _refusal(path) == "import.too_deep"
