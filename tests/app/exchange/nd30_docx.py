"""Measures the parts of a Word file row by row against the table of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from app.documents.text_width import text_width
from tests.app.exchange.nd30_rules import ALLOWED, Faults, element

TWIPS = 1440 / 25.4
"""Twips in a millimetre."""
_ALIGNMENTS = {"both": "justify", "start": "left"}
_UNMEASURED = ("Normal", "TableCell", "TableHeading", "TableSection")


@dataclass(frozen=True)
class Shown:
    """How a paragraph or a part of it comes out, by its style and what it sets itself; sizes in points, indents in
    millimetres."""

    element: str
    text: str
    size: float
    bold: bool
    italic: bool
    capitals: bool
    align: str
    first_line: float
    after: float
    spacing: float


class WordFile:
    """The parts of a Word file that say how it looks."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as package:
            names = package.namelist()
            self.body = etree.fromstring(package.read("word/document.xml"))[0]
            self.styles = {
                style.get(qn("w:styleId")): style
                for style in etree.fromstring(package.read("word/styles.xml")).iter(qn("w:style"))
            }
            self.headers = [etree.fromstring(package.read(name)) for name in names if name.startswith("word/header")]

    def sections(self) -> list[etree._Element]:
        """The properties of the sections, in order."""
        return list(self.body.iter(qn("w:sectPr")))

    def shown(self) -> Iterator[Shown]:
        """Every stretch of text outside tables with lines, in order."""
        for paragraph in self.body.iter(qn("w:p")):
            if not any(
                table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn('w:insideH')}") is not None
                for table in paragraph.iterancestors(qn("w:tbl"))
            ):
                yield from self._runs(paragraph)

    def _runs(self, paragraph: etree._Element) -> Iterator[Shown]:
        own = paragraph.find(qn("w:pPr"))
        name = _value(own, "w:pStyle") or "Normal"
        style = self.styles[name]
        places = [one for one in (own, style.find(qn("w:pPr"))) if one is not None]
        spacing, indent = _merged(places, "w:spacing"), _merged(places, "w:ind")
        align = next((value for place in places if (value := _value(place, "w:jc"))), "left")
        for run in paragraph.iterchildren(qn("w:r")):
            texts = [one for one in (run.find(qn("w:rPr")), style.find(qn("w:rPr"))) if one is not None]
            yield Shown(
                _element_of(name),
                "".join(part.text or "" for part in run.iter(qn("w:t"))),
                int(next((value for one in texts if (value := _value(one, "w:sz"))), "0")) / 2,
                _is_on(texts, "w:b"),
                _is_on(texts, "w:i"),
                _is_on(texts, "w:caps"),
                _ALIGNMENTS.get(align, align),
                int(indent.get("firstLine", 0)) / TWIPS,
                int(spacing.get("after", 0)) / 20,
                int(spacing.get("line", 240)) / 240,
            )


def docx_faults(path: Path) -> list[str]:
    """What in the first section of a Word file breaks the decree."""
    file, faults = WordFile(path), Faults()
    for shown in file.shown():
        if shown.text.strip() and shown.element not in _UNMEASURED:
            _measure(shown, faults)
    _measure_page(file.sections()[0], faults)
    _measure_page_number(file, faults)
    _measure_lines(file, faults)
    _measure_end(file, faults)
    return faults.found


def _measure(shown: Shown, faults: Faults) -> None:
    name = shown.element
    rule = element(name)
    faults.within(shown.size, rule["size"], name, f"size of “{shown.text[:20]}”")
    faults.check(shown.capitals == rule["capitals"], name, "capitals")
    faults.check(shown.align == rule["align"], name, f"set {shown.align}")
    if rule["box"] != "6":
        faults.check(shown.bold == rule["bold"], name, "weight")
        faults.check(shown.italic == rule["italic"], name, "slant")
    else:
        faults.check(shown.bold or not rule["bold"], name, "weight")
        faults.check(shown.italic or not rule["italic"], name, "slant")
        faults.check(shown.after >= ALLOWED["least_between_paragraphs"], name, f"{shown.after} pt after")
        faults.within(shown.spacing, ALLOWED["line_spacing"], name, "line spacing")
    if rule["align"] == "justify":
        good = any(abs(shown.first_line - one) < 0.1 for one in ALLOWED["first_line"])
        faults.check(good, name, f"first line at {shown.first_line:.1f} mm")


def _measure_page(section: etree._Element, faults: Faults) -> None:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    assert size is not None and margins is not None
    faults.near(int(size.get(qn("w:w"), 0)) / TWIPS, 210, 0.2, "paper", "width")
    faults.near(int(size.get(qn("w:h"), 0)) / TWIPS, 297, 0.2, "paper", "height")
    for side, allowed in ALLOWED["portrait"].items():
        faults.within(int(margins.get(qn(f"w:{side}"), 0)) / TWIPS, allowed, "margins", side, 0.1)


def _measure_page_number(file: WordFile, faults: Faults) -> None:
    """In the header, centred, upright, and none on the first page of any section, where counting starts anew."""
    numbered = [header for header in file.headers if " PAGE " in [i.text for i in header.iter(qn("w:instrText"))]]
    faults.check(len(numbered) == 1, "page number", f"{len(numbered)} headers")
    for header in numbered:
        paragraph = next(header.iter(qn("w:p")))
        faults.check(_value(paragraph.find(qn("w:pPr")), "w:jc") == "center", "page number", "not centred")
        sizes = [int(size.get(qn("w:val"), 0)) / 2 for size in paragraph.iter(qn("w:sz"))]
        faults.check(bool(sizes), "page number", "no size")
        for size in sizes:
            faults.within(size, ALLOWED["page_number"]["size"], "page number", "size")
    for section in file.sections():
        start = section.find(qn("w:pgNumType"))
        faults.check(section.find(qn("w:titlePg")) is not None, "page number", "shown on page 1")
        faults.check(start is not None and start.get(qn("w:start")) == "1", "page number", "goes on counting")


def _measure_lines(file: WordFile, faults: Faults) -> None:
    """The lines below motto, issuing body and title: their share of the text above them."""
    lines = dict.fromkeys(ALLOWED["lines"], 0)
    above = ("", "")
    for paragraph in file.body.iter(qn("w:p")):
        own = paragraph.find(qn("w:pPr"))
        if own is not None and own.find(qn("w:pBdr")) is not None:
            name = "document_title" if above[0] == "attached_to" else above[0]
            lines[name] += 1
            faults.within(_share(paragraph, *above, file), ALLOWED["lines"][name], name, "line's share", 0.03)
        text = "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
        if text:
            above = (_element_of(_value(own, "w:pStyle") or "Normal"), text)
    heads = len([one for one in file.shown() if one.element == "motto"])
    for name, count in lines.items():
        faults.check(count == heads or name == "document_title", name, f"{count} lines below in {heads} heads")


def _share(paragraph: etree._Element, name: str, text: str, file: WordFile) -> float:
    rule = element(name)
    style = file.styles["CCHC" + name.title().replace("_", "")]
    size = int(_value(style.find(qn("w:rPr")), "w:sz") or 0) / 2
    indent = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    assert indent is not None
    sides = sum(int(indent.get(qn(f"w:{side}"), 0)) for side in ("left", "right"))
    drawn = text.upper() if rule["capitals"] else text
    return (_room(paragraph, file) - sides) / TWIPS / text_width(drawn, size, rule["bold"])


def _room(paragraph: etree._Element, file: WordFile) -> int:
    """Twips from margin to margin of the cell or the page that a paragraph stands in."""
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    if cell is not None:
        width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
        assert width is not None
        return int(width.get(qn("w:w"), 0))
    size, margins = (file.sections()[0].find(qn(name)) for name in ("w:pgSz", "w:pgMar"))
    assert size is not None and margins is not None
    return int(size.get(qn("w:w"), 0)) - sum(int(margins.get(qn(f"w:{side}"), 0)) for side in ("left", "right"))


def _measure_end(file: WordFile, faults: Faults) -> None:
    """Recipients and signature in one row that does not part, the text before it held on its page."""
    shown = {one.element for one in file.shown()}
    for table in file.body.iterchildren(qn("w:tbl")):
        names = {_element_of(_value(p.find(qn("w:pPr")), "w:pStyle") or "") for p in table.iter(qn("w:p"))}
        if "signing_authority" not in names:
            continue
        faults.check(table.find(f".//{qn('w:cantSplit')}") is not None, "signature", "may part")
        before = table.getprevious()
        kept = before is not None and before.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        faults.check(kept, "signature", "may stand alone on its page")
        empty = [p for p in table.iter(qn("w:p")) if not "".join(t.text or "" for t in p.iter(qn("w:t")))]
        faults.check(len(empty) >= ALLOWED["signature_lines"], "signature", f"room for {len(empty)} lines")
    faults.check("signing_authority" in shown, "signature", "missing")


def _element_of(style_id: str) -> str:
    """ "CCHCIssuingBody" -> "issuing_body"."""
    name = style_id.removeprefix("CCHC")
    return (
        "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name))
        if name != style_id
        else style_id
    )


def _value(parent: etree._Element | None, name: str) -> str | None:
    found = parent.find(qn(name)) if parent is not None else None
    return None if found is None else found.get(qn("w:val"), "")


def _is_on(places: list[etree._Element], name: str) -> bool:
    for place in places:
        found = place.find(qn(name))
        if found is not None:
            return found.get(qn("w:val"), "1") not in ("0", "false")
    return False


def _merged(places: list[etree._Element], name: str) -> dict[str, str]:
    """The attributes of an element, the first place that sets one winning."""
    merged: dict[str, str] = {}
    for place in reversed(places):
        found = place.find(qn(name))
        if found is not None:
            merged.update({etree.QName(key).localname: str(value) for key, value in found.attrib.items()})
    return merged
