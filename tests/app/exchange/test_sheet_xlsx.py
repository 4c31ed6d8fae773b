"""Excel workbooks into cells."""

from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook as NewWorkbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from app.domain.errors import Refused
from app.exchange import sheet_model
from app.exchange.sheet_model import Merge, Sheet, Workbook
from app.exchange.sheet_xlsx import read_xlsx


def _read(path: Path) -> Workbook:
    with ZipFile(path) as package:
        return read_xlsx(package, path.name)


def _saved(book: NewWorkbook, folder: Path) -> Workbook:
    book.save(folder / "sổ.xlsx")
    return _read(folder / "sổ.xlsx")


def _replaced(path: Path, part: str, old: str, new: str) -> Path:
    target = path.with_name("khác.xlsx")
    with ZipFile(path) as source, ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            content = source.read(name)
            package.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return target


def _keys(sheet: Sheet) -> list[str]:
    return [remark.key for remark in sheet.remarks]


def test_values_as_shown(tmp_path: Path) -> None:
    book = NewWorkbook()
    sheet = book.active
    for row in ([1, 1.5, True], ["- Một\nhai ", date(2025, 3, 5), "=cũ"]):
        sheet.append(row)
    sheet["B1"].number_format = "0.0%"
    sheet["B2"].number_format = "dd/mm/yyyy"
    sheet["C2"].data_type = "s"
    sheet.merge_cells("A3:C4")
    read = _saved(book, tmp_path).sheets[0]
    assert read.rows == {0: {0: "1", 1: "150,0%", 2: "TRUE"}, 1: {0: "- Một\nhai", 1: "05/3/2025", 2: "=cũ"}}
    assert read.merges == [Merge(2, 0, 3, 2)]


def test_legacy_fonts_of_cells_and_of_runs(tmp_path: Path) -> None:
    book = NewWorkbook()
    sheet = book.active
    sheet["A1"] = "ñy ban"
    sheet["A1"].font = Font(name=".VnTimeH")
    legacy, own = InlineFont(rFont=".VnTime"), InlineFont(rFont="Arial")
    sheet["A2"] = CellRichText(TextBlock(legacy, "c«ng viÖc "), TextBlock(own, "là"))
    sheet["A3"] = "®îc"
    sheet["A3"].font = Font(name=".VnTime")
    sheet["A4"] = "là é"
    workbook = _saved(book, tmp_path)
    read = workbook.sheets[0]
    assert [read.rows[row][0] for row in range(4)] == ["ỦY BAN", "công việc là", "đợc", "là é"]
    assert workbook.legacy_fonts == {".VnTimeH": 1, ".VnTime": 2}
    assert _keys(read) == ["legacy.lost_u"]
    assert dict(read.remarks[0].values)["cell"] == "A3"


def test_formulas(tmp_path: Path) -> None:
    book = NewWorkbook()
    book.active["A1"] = "=1+1"
    book.active["A2"] = "=B9"
    read = _saved(book, tmp_path)
    assert read.sheets[0].rows == {}
    assert _keys(read.sheets[0]) == ["sheet.no_value"] * 2
    part = "xl/worksheets/sheet1.xml"
    counted = _replaced(tmp_path / "sổ.xlsx", part, "<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>")
    assert _read(counted).sheets[0].rows == {0: {0: "2"}}


def test_errors_stay_as_text(tmp_path: Path) -> None:
    book = NewWorkbook()
    book.active["A1"] = "#REF!"
    read = _saved(book, tmp_path).sheets[0]
    assert read.rows == {0: {0: "#REF!"}}
    assert _keys(read) == ["sheet.error_value"]


def test_what_is_hidden(tmp_path: Path) -> None:
    book = NewWorkbook()
    sheet = book.active
    sheet["A1"], sheet["B2"] = "a", "b"
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Ẩn").sheet_state = "hidden"
    workbook = _saved(book, tmp_path)
    assert [one.name for one in workbook.sheets] == ["Sheet"]
    assert [(remark.key, remark.values) for remark in workbook.remarks] == [("sheet.hidden_sheet", (("sheet", "Ẩn"),))]
    assert workbook.sheets[0].hidden_rows == {0}
    assert workbook.sheets[0].hidden_columns == {1}


def test_a_claimed_size_is_not_believed(tmp_path: Path) -> None:
    book = NewWorkbook()
    book.active["A1"] = "a"
    book.save(tmp_path / "sổ.xlsx")
    path = _replaced(tmp_path / "sổ.xlsx", "xl/worksheets/sheet1.xml", 'ref="A1:A1"', 'ref="A1:XFD1048576"')
    assert _read(path).sheets[0].rows == {0: {0: "a"}}


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_model, "MOST_ROWS", 5)
    book = NewWorkbook()
    for row in range(6):
        book.active.append([row])
    with pytest.raises(Refused) as refused:
        _saved(book, tmp_path)
    assert refused.value.key == "sheet.too_many_rows"


def test_macros_links_and_text_boxes_are_named(tmp_path: Path) -> None:
    book = NewWorkbook()
    book.active["A1"] = "a"
    book.save(tmp_path / "sổ.xlsx")
    with ZipFile(tmp_path / "sổ.xlsx", "a") as package:
        package.writestr("xl/vbaProject.bin", b"")
        package.writestr("xl/externalLinks/externalLink1.xml", b"<x/>")
        package.writestr("xl/drawings/drawing1.xml", "<d xmlns:a='a'><a:t>chữ</a:t></d>")
    keys = [remark.key for remark in _read(tmp_path / "sổ.xlsx").remarks]
    assert keys == ["sheet.macros", "sheet.external_links", "sheet.text_boxes"]


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    book = NewWorkbook()
    book.active["A1"] = "a"
    book.save(tmp_path / "sổ.xlsx")
    declaration = '<!DOCTYPE x [<!ENTITY b "%s">]>' % ("b" * 1000)
    part = "xl/worksheets/sheet1.xml"
    path = _replaced(tmp_path / "sổ.xlsx", part, "<worksheet ", declaration + "<worksheet ")
    assert _read(path).sheets[0].rows == {0: {0: "a"}}
