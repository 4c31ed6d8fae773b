"""Excel workbooks (.xlsx, .xlsm): cells as shown, read as a stream so that no claimed size is believed."""

from typing import IO
from zipfile import ZipFile

from lxml import etree

from app.domain.errors import Refused
from app.exchange.sheet_model import Merge, Sheet, Workbook, position
from app.exchange.sheet_numbers import NumberFormat, number_text
from app.exchange.sheet_text import SheetText
from app.exchange.sheet_xlsx_parts import (
    CellStyle,
    Runs,
    SheetEntry,
    cell_styles,
    drop,
    elements,
    local,
    relations,
    runs_of,
    shared_strings,
    sheet_entries,
)

_LAST_COLUMN = 16_384
_MOST_ELEMENTS = 3_000_000
_PLAIN = CellStyle("", NumberFormat())


def read_xlsx(package: ZipFile, file: str) -> Workbook:
    """The visible sheets of the workbook in ``package``; ``file`` is its name. What is left out stands in the
    remarks. Raises Refused beyond the bounds; errors of zip and XML pass through."""
    found = [part for kind, part in relations(package, "").values() if kind == "officeDocument"]
    main = found[0] if found else "xl/workbook.xml"
    entries, from_1904 = sheet_entries(package, main)
    parts = dict(relations(package, main).values())
    workbook = Workbook(file)
    _remark_extras(package, workbook)
    reader = _SheetReader(
        workbook,
        shared_strings(package, parts.get("sharedStrings")),
        cell_styles(package, parts.get("styles")),
        from_1904,
    )
    for entry in entries:
        _read_entry(package, entry, reader, workbook)
    return workbook


def _read_entry(package: ZipFile, entry: SheetEntry, reader: "_SheetReader", workbook: Workbook) -> None:
    if entry.part not in package.NameToInfo:
        raise Refused("sheet.damaged", file=workbook.file)
    if entry.hidden:
        workbook.remark("sheet.hidden_sheet", sheet=entry.name)
        return
    with package.open(entry.part) as stream:
        reader.read(stream, workbook.add_sheet(entry.name))


def _remark_extras(package: ZipFile, workbook: Workbook) -> None:
    names = package.namelist()
    if any(name.endswith("vbaProject.bin") for name in names):
        workbook.remark("sheet.macros")
    if any(name.startswith("xl/externalLinks/") for name in names):
        workbook.remark("sheet.external_links")
    drawings = [name for name in names if name.startswith("xl/drawings/drawing")]
    if any(b":t>" in package.read(name) for name in drawings):
        workbook.remark("sheet.text_boxes", unread=True)


class _SheetReader:
    def __init__(self, workbook: Workbook, strings: list[Runs], styles: list[CellStyle], from_1904: bool) -> None:
        self._workbook = workbook
        self._strings = strings
        self._styles = styles
        self._from_1904 = from_1904
        self._text = SheetText(workbook)
        self._elements = 0

    def read(self, stream: IO[bytes], sheet: Sheet) -> None:
        """Read one sheet part into ``sheet``."""
        row = column = -1
        for event, element in elements(stream, "row", "c", "col", "mergeCell", starts=True):
            name = local(element)
            self._count()
            if event == "start":
                if name == "row":
                    row, column = self._row_start(element, sheet, row), -1
            elif name == "c":
                column = self._cell(element, sheet, row, column)
            elif name == "mergeCell":
                self._merge(element.get("ref", ""), sheet)
            elif name == "col":
                self._columns(element, sheet)
            elif name == "row":
                drop(element)

    def _count(self) -> None:
        """Millions of empty cells take time even though nothing of them is kept."""
        self._elements += 1
        if self._elements > _MOST_ELEMENTS * 2:
            raise Refused("sheet.too_big", file=self._workbook.file)

    def _row_start(self, element: etree._Element, sheet: Sheet, previous: int) -> int:
        row = int(element.get("r") or previous + 2) - 1
        if element.get("hidden") in ("1", "true") or element.get("ht") == "0":
            sheet.hidden_rows.add(row)
        return row

    def _columns(self, element: etree._Element, sheet: Sheet) -> None:
        if element.get("hidden") in ("1", "true") or element.get("width") == "0":
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            sheet.hidden_columns.update(range(first - 1, min(last, _LAST_COLUMN)))

    def _merge(self, ref: str, sheet: Sheet) -> None:
        first, _, last = ref.partition(":")
        (top, left), (bottom, right) = position(first), position(last or first)
        sheet.merges.append(Merge(top, left, bottom, right))

    def _cell(self, element: etree._Element, sheet: Sheet, row: int, previous: int) -> int:
        reference = element.get("r")
        column = position(reference)[1] if reference else previous + 1
        number = int(element.get("s", "0"))
        style = self._styles[number] if 0 <= number < len(self._styles) else _PLAIN
        text = self._cell_text(element, style, sheet, row, column)
        self._workbook.put(sheet, row, column, text)
        return column

    def _cell_text(self, element: etree._Element, style: CellStyle, sheet: Sheet, row: int, column: int) -> str:
        kind, value, formula, inline = element.get("t", "n"), "", False, None
        for child in element:
            name = local(child)
            if name == "v":
                value = child.text or ""
            elif name == "is":
                inline = child
            formula = formula or name == "f"
        if kind == "s" and value:
            return self._text.of(self._strings[int(value)], style.font, sheet, row, column)
        if inline is not None:
            return self._text.of(runs_of(inline), style.font, sheet, row, column)
        if formula and not value and kind != "str":
            sheet.remark("sheet.no_value", row, column, unread=True)
        if kind == "e" and value:
            sheet.remark("sheet.error_value", row, column, value=value)
        if kind == "n" and value:
            return self._number(float(value), style, sheet, row, column)
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        return self._text.of(((value, None),), style.font, sheet, row, column)

    def _number(self, value: float, style: CellStyle, sheet: Sheet, row: int, column: int) -> str:
        if value % 1 and not (style.number_format.is_date or style.number_format.percent):
            sheet.fractions.add((row, column))
        return self._text.plain(number_text(value, style.number_format, self._from_1904))
