"""One way in for every kind of plan file, told apart by content and never by name."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from app.domain.errors import MachineTrouble, Refused
from app.domain.imported import ImportedPlan
from app.exchange.own_info import with_own_info
from app.exchange.plan_json import read_json
from app.exchange.sheet_model import Workbook
from app.exchange.source import SourceDocument
from app.exchange.understand import understand
from app.exchange.zip_guard import check_zip
from app.texts import text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_SECTOR = 128
_OLE_STREAMS = ("EncryptedPackage", "EncryptionInfo", "WordDocument", "Workbook", "Book")
_MOST_BYTES = 200_000_000
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|table|head|meta)\b", re.IGNORECASE)
_WORD = re.compile(rb"(?:wordprocessingml|ms-word)\.(?:document|template)(?:\.macroEnabled)?\.main\+xml")
_SHEET = re.compile(rb"(?:spreadsheetml|ms-excel)\.(?:sheet|template)(?:\.macroEnabled)?\.main\+xml")
_TYPES = "[Content_Types].xml"
_ENDINGS = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "xls": (".xls", ".xlt"),
    "ods": (".ods", ".ots"),
    "json": (".json",),
}
"""The endings of each format, the usual one first."""


def read_plan(path: Path, year: int | None = None, today: date | None = None) -> ImportedPlan:
    """The plan in the file at ``path``, for ``year`` where the file itself does not say; without one, for the year of
    ``today``, of which the clerk is told.

    Nothing but Refused (or MachineTrouble where the file cannot be opened) is raised, whatever the file holds.
    """
    kind = _kind(path)
    _refuse_other_name(path, kind)
    if kind == "json":
        return read_json(path)
    return with_own_info(understand(_reader(kind)(path), year, today), path)


def read_sheets(path: Path) -> Workbook:
    """The visible sheets of the Excel or OpenDocument file at ``path``, cell by cell: for files that hold forms or
    figures. Raises Refused (or MachineTrouble) like ``read_plan``, and for a file that is no spreadsheet."""
    kind = _kind(path)
    _refuse_other_name(path, kind)
    if kind not in ("xlsx", "ods", "xls"):
        raise Refused("statistics.no_spreadsheet", file=path.name)
    from app.exchange.read_sheet import read_workbook

    return read_workbook(path, kind)


def _refuse_other_name(path: Path, kind: str) -> None:
    """A file that names itself another format than it holds is not taken: it is not what the clerk thinks it is, and
    a disguised file may be hostile. Names that promise no format are left to the content."""
    ending = path.suffix.lower()
    promised = next((one for one, endings in _ENDINGS.items() if ending in endings), None)
    if promised is not None and promised != kind:
        raise Refused("read.other_name", file=path.name, kind=text(f"read.kind_{kind}"), ending=_ENDINGS[kind][0])


def _reader(kind: str) -> Callable[[Path], SourceDocument]:
    # The libraries behind each format take a while to load; a window that imports nothing should not wait for them.
    if kind == "docx":
        from app.exchange.read_docx import read_docx

        return read_docx
    from app.exchange import read_sheet

    return {"xlsx": read_sheet.read_xlsx_file, "ods": read_sheet.read_ods_file, "xls": read_sheet.read_xls_file}[kind]


def _kind(path: Path) -> str:
    start = _start_of(path)
    if not start:
        raise Refused("read.empty", file=path.name)
    if start.startswith(_OLE):
        return _ole_kind(path)
    if start.startswith((_ZIP, _EMPTY_ZIP)):
        return _zip_kind(path)
    return _text_kind(start, path.name)


def _start_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refused("read.not_a_file", file=path.name)
        if path.stat().st_size > _MOST_BYTES:
            raise Refused("sheet.too_big", file=path.name)
        with path.open("rb") as file:
            return file.read(4096)
    except FileNotFoundError as error:
        raise Refused("read.missing", file=path.name) from error
    except (OSError, ValueError) as error:
        raise MachineTrouble("read.no_access", file=path.name) from error


def _text_kind(start: bytes, name: str) -> str:
    if start.startswith(b"%PDF"):
        raise Refused("read.pdf", file=name)
    if start.startswith(b"{\\rtf"):
        raise Refused("read.rich_text", file=name)
    if _WEB_PAGE.search(start):
        raise Refused("read.web_page", file=name)
    if start.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"{", b"["):
        return "json"
    raise Refused("read.unknown", file=name)


def _ole_kind(path: Path) -> str:
    """What an old compound file is, by the names in its directory."""
    content = path.read_bytes()
    names = {name for name in _OLE_STREAMS if _holds_stream(content, name)}
    if names & {"EncryptedPackage", "EncryptionInfo"}:
        raise Refused("read.encrypted", file=path.name)
    if "WordDocument" in names:
        raise Refused("read.binary_doc", file=path.name)
    if names & {"Workbook", "Book"}:
        return "xls"
    raise Refused("read.other_office", file=path.name)


def _holds_stream(content: bytes, name: str) -> bool:
    entry = name.encode("utf-16-le") + b"\0\0"
    found = content.find(entry)
    while found >= 0 and found % _SECTOR:
        found = content.find(entry, found + 1)
    return found >= 0


def _zip_kind(path: Path) -> str:
    check_zip(path)
    try:
        with ZipFile(path) as package:
            return _package_kind(package, path.name)
    except Refused:
        raise
    except Exception as error:
        # zipfile raises half a dozen kinds of error over a broken archive.
        raise Refused("read.truncated", file=path.name) from error


def _package_kind(package: ZipFile, name: str) -> str:
    if _TYPES in package.NameToInfo:
        types = package.read(_TYPES)
        if _WORD.search(types):
            return "docx"
        if _SHEET.search(types):
            return "xlsx"
        if b"sheet.binary.macroEnabled.main" in types:
            raise Refused("read.binary_sheet", file=name)
    if "mimetype" in package.NameToInfo:
        kind = package.read("mimetype")
        if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return "ods"
        if kind.startswith(b"application/vnd.oasis.opendocument.text"):
            raise Refused("read.open_text", file=name)
    raise Refused("read.other_office", file=name)
