"""What the styles of an OpenDocument spreadsheet say about fonts and about sheets that are not shown."""

from dataclasses import dataclass, field
from typing import IO

from lxml import etree

from app.exchange.sheet_xlsx_parts import elements, local


@dataclass(slots=True)
class Styles:
    """``fonts``: the font of each style that names one; ``hidden_tables``: styles of sheets that are not shown."""

    fonts: dict[str, str] = field(default_factory=dict)
    hidden_tables: set[str] = field(default_factory=set)


def read_styles(stream: IO[bytes]) -> Styles:
    """The styles at the beginning of a document's content."""
    styles = Styles()
    faces: dict[str, str] = {}
    for _, element in elements(stream, "font-face", "style", "body", starts=True):
        if local(element) == "body":
            break
        if local(element) == "font-face":
            faces[attribute(element, "name") or ""] = (attribute(element, "font-family") or "").strip("'\"")
        else:
            _read_style(element, faces, styles)
    return styles


def _read_style(element: etree._Element, faces: dict[str, str], styles: Styles) -> None:
    name = attribute(element, "name") or ""
    for child in element:
        if local(child) == "text-properties":
            face = attribute(child, "font-name")
            font = faces.get(face, face) if face else attribute(child, "font-family")
            if font:
                styles.fonts[name] = font.strip("'\"")
        elif local(child) == "table-properties" and attribute(child, "display") == "false":
            styles.hidden_tables.add(name)


def attribute(element: etree._Element, name: str) -> str | None:
    """The attribute of ``element`` with the local ``name``, whatever its namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None
