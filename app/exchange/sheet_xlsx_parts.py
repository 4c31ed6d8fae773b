"""The parts of an .xlsx file that its sheets refer to: where they lie, shared strings, fonts and number formats."""

import posixpath
import re
from collections.abc import Iterator
from typing import IO, NamedTuple
from zipfile import ZipFile

from lxml import etree

from app.exchange.sheet_numbers import BUILTIN_FORMATS, GENERAL, NumberFormat, parse_format

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

Runs = tuple[tuple[str, str | None], ...]
"""Pieces of text, each with its font, or None for the cell's own."""


class SheetEntry(NamedTuple):
    """A sheet as the workbook lists it; ``part`` is its place in the file."""

    name: str
    part: str
    hidden: bool


class CellStyle(NamedTuple):
    """Font and number format that cells refer to by number."""

    font: str
    number_format: NumberFormat


def elements(stream: IO[bytes], *names: str, starts: bool = False) -> Iterator[tuple[str, etree._Element]]:
    """Each element with one of the local ``names`` as it ends (and begins, with ``starts``), in whatever namespace.
    Nothing outside the stream is read; entities are not expanded."""
    events = ("start", "end") if starts else ("end",)
    tags = [f"{{*}}{name}" for name in names]
    context = etree.iterparse(
        stream, events=events, tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    yield from context


def drop(element: etree._Element) -> None:
    """Free ``element`` and what came before it, so that memory does not grow with the file."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: etree._Element) -> str:
    """The name of ``element`` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def relations(package: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Type (its last word) and target part of each relation of ``part``, by id; outside targets left out."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package.NameToInfo:
        return {}
    found = {}
    with package.open(path) as stream:
        for _, element in elements(stream, "Relationship"):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, element.get("Target", ""))).lstrip("/")
                found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target)
    return found


def sheet_entries(package: ZipFile, workbook: str) -> tuple[list[SheetEntry], bool]:
    """The worksheets in the order of their tabs, and whether days are counted from 1904."""
    targets = relations(package, workbook)
    entries, from_1904 = [], False
    with package.open(workbook) as stream:
        for _, element in elements(stream, "sheet", "workbookPr"):
            if local(element) == "workbookPr":
                from_1904 = element.get("date1904") in ("1", "true")
                continue
            relation = element.get(_RELATION) or element.get(_STRICT_RELATION) or ""
            kind, part = targets.get(relation, ("", ""))
            if kind == "worksheet":
                hidden = element.get("state", "visible") != "visible"
                entries.append(SheetEntry(element.get("name", ""), part, hidden))
    return entries, from_1904


def shared_strings(package: ZipFile, part: str | None) -> list[Runs]:
    """The strings that cells refer to by number."""
    if part is None or part not in package.NameToInfo:
        return []
    strings = []
    with package.open(part) as stream:
        for _, element in elements(stream, "si"):
            strings.append(runs_of(element))
            drop(element)
    return strings


def runs_of(element: etree._Element) -> Runs:
    """The text of a shared or inline string; reading aids above the letters are left out."""
    runs: list[tuple[str, str | None]] = []
    for child in element:
        if local(child) == "t":
            runs.append((_unescaped(child.text), None))
        elif local(child) == "r":
            font = next((e.get("val") for e in child.iter("{*}rFont")), None)
            runs += [(_unescaped(e.text), font) for e in child.iter("{*}t")]
    return tuple(runs)


def _unescaped(text: str | None) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text or "")


def cell_styles(package: ZipFile, part: str | None) -> list[CellStyle]:
    """What cells refer to by style number."""
    if part is None or part not in package.NameToInfo:
        return []
    with package.open(part) as stream:
        root = etree.parse(stream, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)).getroot()
    codes = dict(BUILTIN_FORMATS)
    for element in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
    fonts = [next((e.get("val", "") for e in font.iter("{*}name")), "") for font in root.iterfind("{*}fonts/{*}font")]
    return [_style(element, codes, fonts) for element in root.iterfind("{*}cellXfs/{*}xf")]


def _style(element: etree._Element, codes: dict[int, str], fonts: list[str]) -> CellStyle:
    font = int(element.get("fontId", "0"))
    code = codes.get(int(element.get("numFmtId", "0")), GENERAL)
    return CellStyle(fonts[font] if 0 <= font < len(fonts) else "", parse_format(code))
