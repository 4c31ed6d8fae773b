"""Spreadsheet files into source documents."""

from pathlib import Path
from zipfile import ZipFile

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from app.domain.errors import Refused
from app.exchange.read_sheet import read_ods_file, read_xls_file, read_xlsx_file
from app.exchange.source import SourceDocument, SourceTable
from app.texts import sentence_for

_ROWS = (("Phụ lục: NHIỆM VỤ",), ("TT", "Nhiệm vụ", "Thời gian"), ("1", "- Một\n- Hai", "Quý I"), ("2", "Ba", "Quý II"))


def _xlsx(folder: Path) -> SourceDocument:
    book = Workbook()
    for row in _ROWS:
        book.active.append(row)
    book.save(folder / "kế hoạch.xlsx")
    return read_xlsx_file(folder / "kế hoạch.xlsx")


def _xls(folder: Path) -> SourceDocument:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet")
    for place, row in enumerate(_ROWS):
        for column, text in enumerate(row):
            sheet.write(place, column, text)
    book.save(str(folder / "kế hoạch.xls"))
    return read_xls_file(folder / "kế hoạch.xls")


def _ods(folder: Path) -> SourceDocument:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Sheet")
    book.spreadsheet.addElement(table)
    for row in _ROWS:
        line = TableRow()
        table.addElement(line)
        for text in row:
            cell = TableCell()
            line.addElement(cell)
            for paragraph in text.split("\n"):
                cell.addElement(P(text=paragraph))
    book.save(str(folder / "kế hoạch.ods"))
    return read_ods_file(folder / "kế hoạch.ods")


@pytest.mark.parametrize("read", [_xlsx, _xls, _ods])
def test_the_three_formats_say_the_same(read: object, tmp_path: Path) -> None:
    assert callable(read)
    document = read(tmp_path)
    title, table = document.blocks
    assert title.text == "Phụ lục: NHIỆM VỤ"
    assert isinstance(table, SourceTable)
    assert (table.number, table.sheet) == (1, "Sheet")
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == list(_ROWS[1:])
    assert document.remarks == ()


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [None, b"", b"<a><b></a>", b"\0\1"])
def test_damaged_parts(part: str, content: bytes | None, tmp_path: Path) -> None:
    _xlsx(tmp_path)
    path = tmp_path / "hỏng.xlsx"
    with ZipFile(tmp_path / "kế hoạch.xlsx") as source, ZipFile(path, "w") as package:
        for name in source.namelist():
            if name != part:
                package.writestr(name, source.read(name))
            elif content is not None:
                package.writestr(name, content)
    if part == "xl/styles.xml" and content is None:
        assert read_xlsx_file(path).blocks
        return
    with pytest.raises(Refused) as refused:
        read_xlsx_file(path)
    assert "hỏng.xlsx" in sentence_for(refused.value)


def test_a_list_of_parts_that_leads_before_the_start_of_the_file(tmp_path: Path) -> None:
    _xlsx(tmp_path)
    content = bytearray((tmp_path / "kế hoạch.xlsx").read_bytes())
    # where the list of parts says that it begins: zipfile moves every part by as much as it is wrong
    content[-6:-2] = (0x7FFFFFFF).to_bytes(4, "little")
    path = tmp_path / "lệch.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_xlsx_file(path)
    assert refused.value.key == "sheet.damaged"
