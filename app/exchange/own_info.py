"""What a Word or Excel file of the program's own says about its plan beside the text: title, number, signature.

An appendix on paper does not show all of it; as properties of the file it survives editing in Word and Excel.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from app.domain.imported import ImportedPlan
from app.domain.plan import PlanInfo
from app.domain.text import clean_line, fold
from app.exchange.out_text import printable

PROPERTIES_PART = "docProps/custom.xml"
_MOST_BYTES = 1_000_000
_YEAR = re.compile(r"\d{4}")
_PREFIX = "cchc-plan:"
_LINES = ("title", "level", "issuing_body", "document_type", "symbol", "place_date", "signer_title", "signer_name")
_LISTS = ("recipients", "legal_bases")
_LEVELS = (None, "commune", "ward", "district")
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NO_TITLE, _NO_YEAR = "import.no_title", "import.no_year"
"""The reader's notes that it had to make a title or a year up."""
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DAMAGED = (BadZipFile, zlib.error, etree.LxmlError, KeyError, OSError, EOFError, ValueError, RuntimeError)

Values = dict[str, str]


def named_values(info: PlanInfo) -> Iterator[tuple[str, str]]:
    """Names and values of the file properties for ``info``; what is unknown is left out."""
    yield f"{_PREFIX}year", str(info.year)
    for name in _LINES:
        if value := getattr(info, name):
            yield f"{_PREFIX}{name}", value
    for name in _LISTS:
        for number, value in enumerate(getattr(info, name), 1):
            yield f"{_PREFIX}{name}:{number}", value


def properties_xml(info: PlanInfo) -> bytes:
    """The custom properties part of an Office package."""
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", None, {"vt": _TYPES})
    for number, (name, value) in enumerate(named_values(info), 2):
        attributes = {"fmtid": _FORMAT_ID, "pid": str(number), "name": name}
        one = etree.SubElement(root, f"{{{_PROPERTIES}}}property", attributes)
        etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = printable(value)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def with_own_info(imported: ImportedPlan, path: Path) -> ImportedPlan:
    """``imported`` completed by the properties of its file.

    They are taken only while the text does not speak of another year, and give way wherever the text says something
    else: a clerk copies last year's file, changes the words and knows nothing of properties.
    """
    values = _values(path)
    noted = {note.key for note in imported.notes}
    info = imported.plan.info
    if _NO_YEAR in noted and _YEAR.fullmatch(values.get("year", "")):
        info = replace(info, year=int(values["year"]))
    if values.get("year") != str(info.year):
        return imported
    needless = {_NO_YEAR, _NO_TITLE} if "title" in values else {_NO_YEAR}
    notes = tuple(note for note in imported.notes if note.key not in needless)
    return replace(imported, plan=replace(imported.plan, info=_completed(info, values)), notes=notes)


def _values(path: Path) -> Values:
    """The file's properties by name; none where the file is of another kind or its properties are damaged."""
    try:
        with ZipFile(path) as package:
            if package.getinfo(PROPERTIES_PART).file_size > _MOST_BYTES:
                return {}
            root = etree.fromstring(package.read(PROPERTIES_PART), etree.XMLParser(resolve_entities=False))
    except _DAMAGED:
        return {}
    named = ((str(one.get("name", "")), clean_line("".join(map(str, one.itertext())))) for one in root)
    return {name.removeprefix(_PREFIX): value for name, value in named if name.startswith(_PREFIX)}


def _completed(info: PlanInfo, values: Values) -> PlanInfo:
    known: dict[str, Any] = {name: _line(getattr(info, name), values[name]) for name in _LINES if name in values}
    known["title"] = values.get("title", info.title)
    if known.get("level") not in _LEVELS:
        del known["level"]
    known |= {name: getattr(info, name) or _list(values, name) for name in _LISTS}
    return replace(info, **known)


def _line(found: str | None, own: str) -> str:
    """``own`` unless the text says something else; other signs and spellings of the same words do not count."""
    return found if found and _bare(found) != _bare(own) else own


def _bare(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _list(values: Values, name: str) -> tuple[str, ...]:
    numbers = range(1, len(values) + 1)
    return tuple(values[key] for number in numbers if (key := f"{name}:{number}") in values)
