"""OpenDocument spreadsheets into cells."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from app.domain.errors import Refused
from app.exchange.sheet_model import Merge, Workbook
from app.exchange.sheet_ods import read_ods

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)


def _read(folder: Path, body: str, styles: str = "", manifest: str = "<m/>") -> Workbook:
    path = folder / "sổ.ods"
    with ZipFile(path, "w") as package:
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr(
            "content.xml",
            f"<office:document-content {_SPACES}>{styles}<office:body><office:spreadsheet>{body}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    with ZipFile(path) as package:
        return read_ods(package, path.name)


def _cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def _table(*rows: str, name: str = "S", attributes: str = "") -> str:
    whole = ("<table:table-row", "<table:table-column")
    inside = "".join(row if row.startswith(whole) else f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}" {attributes}>{inside}</table:table>'


def test_lines_numbers_and_days(tmp_path: Path) -> None:
    lines = _cell("- Một<text:line-break/>hai</text:p><text:p>ba<text:s/>bốn")
    day = _cell("03/05/25", 'office:value-type="date" office:date-value="2025-03-05"')
    number = _cell("1,5", 'office:value-type="float"')
    read = _read(tmp_path, _table(number + lines + day)).sheets[0]
    assert read.rows == {0: {0: "1,5", 1: "- Một\nhai\nba bốn", 2: "05/3/2025"}}
    assert read.fractions == {(0, 0)}


def test_merged_and_repeated_cells(tmp_path: Path) -> None:
    merged = _cell("gộp", 'table:number-rows-spanned="2" table:number-columns-spanned="2"')
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    repeated = _cell("b", 'table:number-columns-repeated="2"')
    body = _table(merged + "<table:covered-table-cell/>" + _cell("a"), covered + repeated)
    sheet = _read(tmp_path, body).sheets[0]
    assert sheet.merges == [Merge(0, 0, 1, 1)]
    assert sheet.rows[1] == {2: "b", 3: "b"}


def test_empty_rows_may_repeat_a_million_times(tmp_path: Path) -> None:
    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    assert _read(tmp_path, _table(empty, _cell("a"))).sheets[0].rows == {1_048_570: {0: "a"}}


def test_filled_rows_may_not(tmp_path: Path) -> None:
    row = f'<table:table-row table:number-rows-repeated="1048570">{_cell("a")}</table:table-row>'
    with pytest.raises(Refused) as refused:
        _read(tmp_path, _table(row))
    assert refused.value.key == "sheet.too_many_rows"


def test_what_is_hidden(tmp_path: Path) -> None:
    styles = (
        '<office:automatic-styles><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    column = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    hidden = f'<table:table-row table:visibility="collapse">{_cell("a")}</table:table-row>'
    shown = _table(column, hidden, _cell("b") + _cell("c"))
    unseen = _table(_cell("x"), name="Ẩn", attributes='table:style-name="ta2"')
    workbook = _read(tmp_path, shown + unseen, styles)
    assert [sheet.name for sheet in workbook.sheets] == ["S"]
    assert (workbook.sheets[0].hidden_rows, workbook.sheets[0].hidden_columns) == ({0}, {1})
    assert [remark.key for remark in workbook.remarks] == ["sheet.hidden_sheet"]


def test_legacy_fonts(tmp_path: Path) -> None:
    styles = (
        '<office:automatic-styles><style:style style:name="ce1"><style:text-properties style:font-name=".VnTime"/>'
        '</style:style><style:style style:name="T1"><style:text-properties style:font-name="Arial"/></style:style>'
        "</office:automatic-styles>"
    )
    cell = _cell('c«ng viÖc <text:span text:style-name="T1">là</text:span>', 'table:style-name="ce1"')
    workbook = _read(tmp_path, _table(cell), styles)
    assert workbook.sheets[0].rows == {0: {0: "công việc là"}}
    assert workbook.legacy_fonts == {".VnTime": 1}


def test_comments_errors_and_formulas_without_a_value(tmp_path: Path) -> None:
    note = "<office:annotation><text:p>ghi</text:p></office:annotation>"
    comment = f"<table:table-cell>{note}<text:p>a</text:p></table:table-cell>"
    uncounted = '<table:table-cell table:formula="of:=1+1"/>'
    sheet = _read(tmp_path, _table(comment + _cell("#REF!") + uncounted)).sheets[0]
    assert sheet.rows == {0: {0: "a", 1: "#REF!"}}
    assert [remark.key for remark in sheet.remarks] == ["sheet.error_value", "sheet.no_value"]


def test_encrypted(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        _read(tmp_path, "", manifest="<manifest:encryption-data/>")
    assert refused.value.key == "read.encrypted"
