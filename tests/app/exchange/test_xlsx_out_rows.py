import openpyxl

from app.documents.layout import layout
from app.documents.model import TableCell
from app.exchange.xlsx_out_rows import SheetRows
from app.exchange.xlsx_out_styles import CellStyles


def rows_of(*widths: float) -> SheetRows:
    sheet = openpyxl.Workbook().active
    return SheetRows("Phụ lục", list(widths), layout(), CellStyles(sheet, layout()))


def test_a_row_is_one_piece_of_xml_with_its_height() -> None:
    rows = rows_of(20, 20)
    rows.add([TableCell("a & b"), TableCell("")])
    (xml,) = rows.xml
    assert xml.startswith('<row r="1" ht="19.6" customHeight="1"><c r="A1" s="1" t="inlineStr">')
    assert "a &amp; b" in xml
    assert xml.endswith('<c r="B1" s="1"/></row>')


def test_places_under_a_merged_cell_are_framed_and_empty() -> None:
    rows = rows_of(20, 20)
    rows.add([TableCell("a", rows=2), TableCell("b")])
    rows.add([None, TableCell("c")])
    assert [str(merge.coord) for merge in rows.merges] == ["A1:A2"]
    assert '<c r="A2" s="1"/>' in rows.xml[1]


def test_a_row_without_any_text_of_its_own_has_the_height_of_a_line() -> None:
    rows = rows_of(20)
    rows.add([TableCell("a", rows=2)])
    rows.add([None])
    assert all('ht="19.6"' in xml for xml in rows.xml)
