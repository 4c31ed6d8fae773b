"""OpenDocument spreadsheets (.ods): cells as their author saw them, days by the office's rule."""

from datetime import date
from typing import IO
from zipfile import ZipFile

from lxml import etree

from app.domain.dates import date_text
from app.domain.errors import Refused
from app.exchange.sheet_model import Merge, Sheet, Workbook
from app.exchange.sheet_ods_styles import Styles, attribute, read_styles
from app.exchange.sheet_text import SheetText
from app.exchange.sheet_xlsx_parts import Runs, drop, elements, local

_HIDDEN = ("collapse", "filter")
_LAST_COLUMN = 16_384
_NO_TEXT = ("annotation", "shapes")


def read_ods(package: ZipFile, file: str) -> Workbook:
    """The visible sheets of the document in ``package``; ``file`` is its name. Raises Refused where it is encrypted
    or beyond the bounds; errors of zip and XML pass through."""
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise Refused("read.encrypted", file=file)
    with package.open("content.xml") as stream:
        styles = read_styles(stream)
    workbook = Workbook(file)
    if any(name.startswith("Basic/") and not name.endswith(("-lc.xml", "-lb.xml")) for name in package.namelist()):
        workbook.remark("sheet.macros")
    with package.open("content.xml") as stream:
        _Reader(workbook, styles).read(stream)
    return workbook


class _Reader:
    """Walks through the content once; ``_row`` and ``_columns`` say where it stands (from 0)."""

    def __init__(self, workbook: Workbook, styles: Styles) -> None:
        self._workbook = workbook
        self._styles = styles
        self._text = SheetText(workbook)
        self._sheet: Sheet | None = None
        self._row = 0
        self._column_fonts: list[str] = []

    def read(self, stream: IO[bytes]) -> None:
        """Read all sheets."""
        for event, element in elements(stream, "table", "table-column", "table-row", starts=True):
            name = local(element)
            if name == "table":
                self._table(event, element)
            elif event == "end" and self._sheet is not None:
                if name == "table-column":
                    self._columns(element, self._sheet)
                else:
                    self._read_row(element, self._sheet)
                    drop(element)

    def _table(self, event: str, element: etree._Element) -> None:
        self._sheet = None
        if event == "end":
            return
        name = attribute(element, "name") or ""
        if (attribute(element, "style-name") or "") in self._styles.hidden_tables:
            self._workbook.remark("sheet.hidden_sheet", sheet=name)
            return
        self._sheet, self._row, self._column_fonts = self._workbook.add_sheet(name), 0, []

    def _columns(self, element: etree._Element, sheet: Sheet) -> None:
        first = len(self._column_fonts)
        count = min(_repeated(element, "number-columns-repeated"), _LAST_COLUMN - first)
        font = self._styles.fonts.get(attribute(element, "default-cell-style-name") or "", "")
        self._column_fonts += [font] * count
        if attribute(element, "visibility") in _HIDDEN:
            sheet.hidden_columns.update(range(first, first + count))

    def _read_row(self, element: etree._Element, sheet: Sheet) -> None:
        count = _repeated(element, "number-rows-repeated")
        hidden = attribute(element, "visibility") in _HIDDEN
        end = self._row + count
        while self._row < end:
            self._cells(element, sheet)
            if self._row not in sheet.rows:
                # An empty row may claim to be repeated a million times.
                self._row = end
            elif hidden:
                sheet.hidden_rows.add(self._row)
            self._row = min(self._row + 1, end)

    def _cells(self, row: etree._Element, sheet: Sheet) -> None:
        column = 0
        for cell in row:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            count = _repeated(cell, "number-columns-repeated")
            if local(cell) == "table-cell" and column < _LAST_COLUMN:
                self._cell(cell, sheet, column, min(count, _LAST_COLUMN - column))
            column += count

    def _cell(self, cell: etree._Element, sheet: Sheet, column: int, count: int) -> None:
        down, across = _repeated(cell, "number-rows-spanned"), _repeated(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            sheet.merges.append(Merge(self._row, column, self._row + down - 1, column + across - 1))
        text = self._cell_text(cell, sheet, column)
        if text:
            for place in range(column, column + count):
                self._workbook.put(sheet, self._row, place, text)

    def _cell_text(self, cell: etree._Element, sheet: Sheet, column: int) -> str:
        day = attribute(cell, "date-value")
        if day:
            return _day(day)
        own = attribute(cell, "style-name")
        default = self._column_fonts[column] if column < len(self._column_fonts) else ""
        font = self._styles.fonts.get(own, "") if own else default
        text = self._text.of(tuple(self._runs(cell)), font, sheet, self._row, column)
        if attribute(cell, "value-type") == "float" and "," in text:
            sheet.fractions.add((self._row, column))
        if attribute(cell, "formula") and not text and attribute(cell, "value-type") is None:
            sheet.remark("sheet.no_value", self._row, column, unread=True)
        if text.startswith("#") and text.endswith(("!", "?", "/A")) or text.startswith("Err:"):
            sheet.remark("sheet.error_value", self._row, column, value=text)
        return text

    def _runs(self, cell: etree._Element) -> Runs:
        paragraphs = [list(self._pieces(child, None)) for child in cell if local(child) == "p"]
        lines = [piece for pieces in paragraphs for piece in [("\n", None), *pieces]]
        return tuple(lines[1:])

    def _pieces(self, element: etree._Element, font: str | None) -> list[tuple[str, str | None]]:
        pieces: list[tuple[str, str | None]] = [(element.text or "", font)]
        for child in element:
            name = local(child)
            if name == "line-break":
                pieces.append(("\n", font))
            elif name in ("s", "tab"):
                pieces.append((" ", font))
            elif name not in _NO_TEXT:
                own = self._styles.fonts.get(attribute(child, "style-name") or "")
                pieces += self._pieces(child, own or font)
            pieces.append((child.tail or "", font))
        return pieces


def _repeated(element: etree._Element, name: str) -> int:
    return max(1, int(attribute(element, name) or "1"))


def _day(value: str) -> str:
    moment, _, clock = value.partition("T")
    text = date_text(date.fromisoformat(moment))
    return f"{text} {clock[:5]}" if clock and not clock.startswith("00:00:00") else text
