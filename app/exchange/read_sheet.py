"""Spreadsheets in: Excel (.xlsx, .xls) and OpenDocument (.ods)."""

import errno
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from app.domain.errors import MachineTrouble, Refused
from app.exchange.sheet_blocks import document_of
from app.exchange.sheet_model import Workbook
from app.exchange.sheet_ods import read_ods
from app.exchange.sheet_xls import read_xls
from app.exchange.sheet_xlsx import read_xlsx
from app.exchange.source import SourceDocument
from app.exchange.zip_guard import check_zip

# What zipfile, lxml and conversions of numbers raise over a file that was cut off or written by a broken program.
_DAMAGED = (
    *(BadZipFile, zlib.error, etree.LxmlError, EOFError, NotImplementedError, RuntimeError),
    *(LookupError, ValueError, ArithmeticError, struct.error),
)


def read_xlsx_file(path: Path) -> SourceDocument:
    """The visible sheets of an .xlsx file. Raises Refused where it is damaged, beyond bounds or without a table."""
    return _read_package(path, read_xlsx)


def read_ods_file(path: Path) -> SourceDocument:
    """The visible sheets of an .ods file. Raises Refused like ``read_xlsx_file``."""
    return _read_package(path, read_ods)


def read_xls_file(path: Path) -> SourceDocument:
    """The visible sheets of an .xls file (Excel 97-2003). Raises Refused like ``read_xlsx_file``."""
    return document_of(read_workbook(path, "xls"))


def read_workbook(path: Path, kind: str) -> Workbook:
    """The visible sheets of a file of ``kind`` (xlsx, ods or xls) cell by cell, before any table is seen in them.
    Raises Refused where it is damaged or beyond bounds."""
    if kind == "xls":
        try:
            return read_xls(path)
        except _DAMAGED as error:
            raise Refused("sheet.damaged", file=path.name) from error
    return _package_workbook(path, read_xlsx if kind == "xlsx" else read_ods)


def _read_package(path: Path, read: Callable[[ZipFile, str], Workbook]) -> SourceDocument:
    return document_of(_package_workbook(path, read))


def _package_workbook(path: Path, read: Callable[[ZipFile, str], Workbook]) -> Workbook:
    check_zip(path)
    try:
        with ZipFile(path) as package:
            return read(package, path.name)
    except _DAMAGED as error:
        raise Refused("sheet.damaged", file=path.name) from error
    except OSError as error:
        # zipfile goes to wherever a broken list of parts sends it, before the start of the file too
        if error.errno == errno.EINVAL:
            raise Refused("sheet.damaged", file=path.name) from error
        raise MachineTrouble("read.no_access", file=path.name) from error
