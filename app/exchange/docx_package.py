"""The parts of a .docx file, parsed without entities, network or limits switched off."""

import re
from functools import cache
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from lxml import etree

from app.domain.errors import Refused
from app.exchange.zip_guard import check_zip

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = "word/document.xml"
_WHOLE = re.compile(r"-?\d{1,9}")


def parts_of(path: Path, names: tuple[str, ...]) -> tuple[dict[str, Element], frozenset[str]]:
    """The roots of those of ``names`` that the package at ``path`` holds, and the names of all its parts.

    Raises Refused for a package that is broken, hostile, or holds no Word document.
    """
    check_zip(path)
    try:
        with ZipFile(path) as package:
            held = frozenset(package.namelist())
            if _DOCUMENT not in held:
                raise Refused("import.not_word", file=path.name)
            return {name: _parsed(package.read(name), path.name) for name in names if name in held}, held
    except (BadZipFile, EOFError, ZlibError, NotImplementedError, RuntimeError, OSError) as error:
        raise Refused("import.truncated", file=path.name) from error


def _parsed(content: bytes, file: str) -> Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused("import.hostile_xml", file=file)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content.replace(_STRICT, _TRANSITIONAL), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise Refused("import.too_deep", file=file) from error
        raise Refused("import.truncated", file=file) from error
    if root.getroottree().docinfo.internalDTD is not None:
        # a declaration in an encoding that the bytes above do not show
        raise Refused("import.hostile_xml", file=file)
    return root


def value(parent: Element | None, path: str) -> str | None:
    """The ``w:val`` of the element at ``path`` ("rPr/vanish") below ``parent``; "" where it has none, None where the
    element is absent."""
    if parent is None:
        return None
    found = parent.find(_qualified(path))
    return None if found is None else found.get(f"{W}val", "")


@cache
def _qualified(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))


def is_on(parent: Element | None, path: str) -> bool | None:
    """The on/off property at ``path``: None where it is not set."""
    setting = value(parent, path)
    return None if setting is None else setting not in ("0", "false", "off")


def number(text: str | None, otherwise: int) -> int:
    """``text`` as a whole number, or ``otherwise`` where it is none."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else otherwise


def text_in(element: Element) -> str:
    """All text below ``element``, stripped: only good for telling whether there is any."""
    return "".join(str(piece) for piece in element.itertext()).strip()
