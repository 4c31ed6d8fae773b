"""Excel 97-2003 workbooks (.xls), read record by record: fonts, hidden rows and errors matter here as elsewhere."""

import struct
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from app.domain.errors import Refused
from app.exchange.ole_container import OleContainer
from app.exchange.sheet_model import Merge, Sheet, Workbook
from app.exchange.sheet_numbers import BUILTIN_FORMATS, GENERAL, number_text, parse_format
from app.exchange.sheet_text import SheetText
from app.exchange.sheet_xls_old import read_old_xls
from app.exchange.sheet_xls_records import Record, RichString, StringReader, font_name, records, short_string
from app.exchange.sheet_xlsx_parts import CellStyle

_BOF, _EOF, _FILEPASS, _DATEMODE = 0x0809, 0x000A, 0x002F, 0x0022
_BOUNDSHEET, _FONT, _FORMAT, _XF, _SST, _SUPBOOK = 0x0085, 0x0031, 0x041E, 0x00E0, 0x00FC, 0x01AE
_ROW, _COLINFO, _MERGECELLS = 0x0208, 0x007D, 0x00E5
_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _MULRK = 0x00FD, 0x0204, 0x00D6, 0x0203, 0x027E, 0x00BD
_FORMULA, _STRING, _BOOLERR = 0x0006, 0x0207, 0x0205
_BIFF8 = 0x0600
_WORKSHEET = 0
_OWN_BOOK = b"\x01\x04"
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


@dataclass(slots=True)
class _Globals:
    """What the workbook says once for all sheets; ``sheets`` are (name, offset, hidden)."""

    sheets: list[tuple[str, int, bool]] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=lambda: dict(BUILTIN_FORMATS))
    cell_formats: list[tuple[int, int]] = field(default_factory=list)
    strings: list[RichString] = field(default_factory=list)
    from_1904: bool = False
    outside_links: bool = False

    def style(self, number: int) -> CellStyle:
        """Font and number format of cell format ``number``."""
        font, code = self.cell_formats[number] if number < len(self.cell_formats) else (0, 0)
        return CellStyle(font_name(self.fonts, font), parse_format(self.formats.get(code, GENERAL)))


def read_xls(path: Path) -> Workbook:
    """The visible sheets of the workbook at ``path``. Raises Refused where it is encrypted or beyond the
    bounds; ValueError, LookupError or struct.error where it is damaged."""
    container = OleContainer(path.read_bytes())
    content = container.stream("Workbook")
    if content is None:
        return read_old_xls(path)
    common = _read_globals(content, path.name)
    workbook = Workbook(path.name)
    if "_VBA_PROJECT_CUR" in container.names:
        workbook.remark("sheet.macros")
    if common.outside_links:
        workbook.remark("sheet.external_links")
    for name, offset, hidden in common.sheets:
        if hidden:
            workbook.remark("sheet.hidden_sheet", sheet=name)
        else:
            _SheetReader(workbook, common, workbook.add_sheet(name)).read(content, offset)
    return workbook


def _read_globals(content: bytes, file: str) -> _Globals:
    common = _Globals()
    for record in takewhile(lambda record: record.kind != _EOF, records(content, 0)):
        data = record.data
        if record.kind == _FILEPASS:
            raise Refused("read.encrypted", file=file)
        if record.kind == _BOF and struct.unpack_from("<H", data)[0] != _BIFF8:
            raise Refused("sheet.too_old", file=file)
        if record.kind == _SST:
            strings = StringReader(record.parts, 8)
            common.strings = [strings.next() for _ in range(struct.unpack_from("<I", data, 4)[0])]
        else:
            _read_global(record.kind, data, common, record)
    return common


def _read_global(kind: int, data: bytes, common: _Globals, record: Record) -> None:
    if kind == _BOUNDSHEET:
        offset, state, sheet_kind = struct.unpack_from("<IBB", data)
        if sheet_kind == _WORKSHEET:
            common.sheets.append((short_string(data, 6), offset, state & 3 != 0))
    elif kind == _FONT:
        common.fonts.append(short_string(data, 14))
    elif kind == _FORMAT:
        common.formats[struct.unpack_from("<H", data)[0]] = StringReader(record.parts, 2).next().text
    elif kind == _XF:
        common.cell_formats.append(struct.unpack_from("<HH", data))
    elif kind == _DATEMODE:
        common.from_1904 = data[:2] == b"\x01\x00"
    elif kind == _SUPBOOK:
        common.outside_links |= data[2:4] != _OWN_BOOK


class _SheetReader:
    def __init__(self, workbook: Workbook, common: _Globals, sheet: Sheet) -> None:
        self._workbook = workbook
        self._common = common
        self._sheet = sheet
        self._text = SheetText(workbook)
        self._formula = (0, 0, 0)

    def read(self, content: bytes, offset: int) -> None:
        """Read the sheet whose records begin at ``offset``; charts drawn within it are passed over."""
        depth = 0
        for record in records(content, offset):
            depth += (record.kind == _BOF) - (record.kind == _EOF)
            if depth <= 0:
                return
            if depth == 1:
                self._record(record)

    def _record(self, record: Record) -> None:
        data = record.data
        if record.kind == _ROW:
            row, options = struct.unpack_from("<H10xI", data)
            if options & 0x20:
                self._sheet.hidden_rows.add(row)
        elif record.kind == _COLINFO:
            first, last, _, _, options = struct.unpack_from("<5H", data)
            if options & 1:
                self._sheet.hidden_columns.update(range(first, min(last, 255) + 1))
        elif record.kind == _MERGECELLS:
            self._merges(data)
        elif record.kind == _STRING:
            self._put(*self._formula, StringReader(record.parts, 0).next())
        elif record.kind in (_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR):
            self._cell(record, *struct.unpack_from("<HHH", data))

    def _merges(self, data: bytes) -> None:
        (count,) = struct.unpack_from("<H", data)
        for top, bottom, left, right in struct.iter_unpack("<4H", data[2 : 2 + count * 8]):
            self._sheet.merges.append(Merge(top, left, bottom, right))

    def _cell(self, record: Record, row: int, column: int, style: int) -> None:
        data = record.data
        if record.kind == _LABELSST:
            self._put(row, column, style, self._common.strings[struct.unpack_from("<I", data, 6)[0]])
        elif record.kind in (_LABEL, _RSTRING):
            self._put(row, column, style, StringReader(record.parts, 6).next())
        elif record.kind == _NUMBER:
            self._number(row, column, style, struct.unpack_from("<d", data, 6)[0])
        elif record.kind == _RK:
            self._number(row, column, style, _rk(struct.unpack_from("<I", data, 6)[0]))
        elif record.kind == _MULRK:
            for place, (own_style, value) in enumerate(struct.iter_unpack("<HI", data[4:-2])):
                self._number(row, column + place, own_style, _rk(value))
        elif record.kind == _BOOLERR:
            self._special(row, column, *data[6:8])
        else:
            self._result(row, column, style, data[6:14])

    def _result(self, row: int, column: int, style: int, result: bytes) -> None:
        """The stored result of a formula; a text follows in a record of its own."""
        if result[6:] != b"\xff\xff":
            self._number(row, column, style, struct.unpack("<d", result)[0])
        elif result[0] == 0:
            self._formula = (row, column, style)
        elif result[0] in (1, 2):
            self._special(row, column, result[2], result[0] == 2)

    def _special(self, row: int, column: int, value: int, is_error: int) -> None:
        text = _ERRORS.get(value, "#N/A") if is_error else "TRUE" if value else "FALSE"
        if is_error:
            self._sheet.remark("sheet.error_value", row, column, value=text)
        self._workbook.put(self._sheet, row, column, text)

    def _put(self, row: int, column: int, style: int, string: RichString) -> None:
        font = self._common.style(style).font
        text = self._text.of(string.runs(self._common.fonts), font, self._sheet, row, column)
        self._workbook.put(self._sheet, row, column, text)

    def _number(self, row: int, column: int, style: int, value: float) -> None:
        number_format = self._common.style(style).number_format
        if value % 1 and not (number_format.is_date or number_format.percent):
            self._sheet.fractions.add((row, column))
        text = self._text.plain(number_text(value, number_format, self._common.from_1904))
        self._workbook.put(self._sheet, row, column, text)


def _rk(raw: int) -> float:
    """A number as Excel packs it into four bytes."""
    if raw & 2:
        value = float((raw if raw < 0x80000000 else raw - 0x100000000) >> 2)
    else:
        value = float(struct.unpack("<d", struct.pack("<II", 0, raw & 0xFFFFFFFC))[0])
    return value / 100 if raw & 1 else value
