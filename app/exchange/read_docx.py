"""A Word document as paragraphs and grids: what a reader of the pages sees, tracked changes accepted."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.domain.errors import Refused
from app.domain.numbers import whole_text
from app.exchange.docx_numbering import Numbering
from app.exchange.docx_package import Element, W, number, parts_of, text_in, value
from app.exchange.docx_styles import Styles
from app.exchange.docx_text import ParagraphText, joined
from app.exchange.source import (
    MOST_ROWS,
    SourceCell,
    SourceDocument,
    SourceParagraph,
    SourceRemark,
    SourceRow,
    SourceTable,
)

_DOCUMENT, _STYLES, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_NOTES = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_RELATIONS = ("word/_rels/document.xml.rels", "word/_rels/settings.xml.rels")
_MOST_SPAN = 200
_TWIPS_PER_MM = 1440 / 25.4
_LETTER = (12240, 15840)
_CONTAINERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_DELETED_ROW = f"{W}trPr/{W}del"
_DELETED_CELL = f"{W}tcPr/{W}cellDel"


def read_docx(path: Path) -> SourceDocument:
    """The document at ``path``. Raises Refused where it is broken, hostile, no Word document, or without a table."""
    parts, names = parts_of(path, (_DOCUMENT, _STYLES, _NUMBERING, *_NOTES.values(), *_RELATIONS))
    body = parts[_DOCUMENT].find(f"{W}body")
    if body is None or not text_in(body):
        raise Refused("import.empty", file=path.name)
    reader = _Reader(parts, path.name)
    blocks = tuple(reader.blocks(body))
    if not any(isinstance(block, SourceTable) for block in blocks):
        raise Refused("import.no_table", file=path.name)
    notes = tuple(reader.footnotes(parts))
    return SourceDocument(path.name, blocks, (*_package_remarks(parts, names), *reader.remarks()), notes)


class _Reader:
    """Walks the body of one document."""

    def __init__(self, parts: dict[str, Element], file: str) -> None:
        self._file = file
        self._root = parts[_DOCUMENT]
        self._styles = Styles(parts.get(_STYLES))
        roots = (self._root, parts.get(_STYLES))
        has_capitals = any(next(root.iter(f"{W}caps"), None) is not None for root in roots if root is not None)
        self._text = ParagraphText(self._styles, Numbering(parts.get(_NUMBERING)), has_capitals)
        self._remarks: list[SourceRemark] = []
        self._tables = 0
        self._rows = 0
        self._kept_boxes = 0

    def blocks(self, parent: Element) -> Iterator[SourceParagraph | SourceTable]:
        """The paragraphs and tables below ``parent`` in reading order, one paragraph for each drawn line."""
        for group in joined(_flat(parent)):
            if group[0].tag == f"{W}p":
                yield from self._paragraph(group)
            elif group[0].tag == f"{W}tbl":
                yield self._table(group[0])

    def _paragraph(self, group: Sequence[Element]) -> Iterator[SourceParagraph]:
        paragraph = group[-1]
        style = value(paragraph, "pPr/pStyle")
        centered = (value(paragraph, "pPr/jc") or self._styles.alignment(style)) == "center"
        page = self._text.on_page(*group)
        bold = any(is_bold for _, (is_bold, _) in page.pieces)
        capitals = self._text.is_capital
        for line, styled in zip(page.lines, page.runs, strict=True):
            yield SourceParagraph(line, centered, bold, styled, capitals=capitals)
        for box in page.boxes:
            yield from self._boxed(box)

    def _boxed(self, box: Element) -> Iterator[SourceParagraph]:
        """The lines of a box of text, those of tables and boxes in it among them."""
        self._kept_boxes += 1
        for paragraph in box.iter(f"{W}p"):
            page = self._text.on_page(paragraph)
            for line, styled in zip(page.lines, page.runs, strict=True):
                yield SourceParagraph(line, runs=styled, boxed=True)

    def footnotes(self, parts: dict[str, Element]) -> Iterator[str]:
        """The footnotes in the order of their marks, each beginning with its own."""
        texts = {
            (kind, note.get(f"{W}id", "")): " ".join(" ".join(map(self._text.of, note.iter(f"{W}p"))).split())
            for kind, part in _NOTES.items()
            if part in parts
            for note in parts[part].iterfind(f"{W}{kind}")
        }
        for place, noted in enumerate(tuple(self._text.noted), 1):
            if texts.get(noted):
                yield f"[{place}] {texts[noted]}"

    def _table(self, table: Element) -> SourceTable:
        self._tables += 1
        number_here = self._tables
        grid = table.findall(f"{W}tblGrid/{W}gridCol")
        widths = tuple(number(column.get(f"{W}w"), 0) / _TWIPS_PER_MM for column in grid)
        rows = tuple(self._row(row, number_here, place) for place, row in enumerate(self._rows_of(table), 1))
        return SourceTable(rows, number_here, widths)

    def _rows_of(self, table: Element) -> Iterator[Element]:
        for row in _flat(table):
            if row.tag == f"{W}tr" and row.find(_DELETED_ROW) is None:
                self._rows += 1
                if self._rows > MOST_ROWS:
                    raise Refused("import.too_many_rows", file=self._file, most=whole_text(MOST_ROWS))
                yield row

    def _row(self, row: Element, table: int, place: int) -> SourceRow:
        column = min(max(number(value(row, "trPr/gridBefore"), 0), 0), _MOST_SPAN)
        cells: list[SourceCell] = []
        for cell in _cells_of(row):
            span = min(max(number(value(cell, "tcPr/gridSpan"), 1), 1), _MOST_SPAN)
            merge = value(cell, "tcPr/vMerge")
            above = merge is not None and merge != "restart"
            text, capitals = ("", ()) if above else self._cell_text(cell, table, place)
            cells.append(SourceCell(text, column, span, above, capitals))
            column += span
        heading = value(row, "trPr/tblHeader")
        return SourceRow(tuple(cells), heading is not None and heading not in ("0", "false", "off"))

    def _cell_text(self, cell: Element, table: int, place: int) -> tuple[str, tuple[str, ...]]:
        """The text of ``cell``, and those of its lines that are drawn in capitals."""
        lines: list[str] = []
        capitals: list[str] = []
        for group in joined(_flat(cell)):
            if group[0].tag == f"{W}p":
                lines.append(self._text.of(*group))
                capitals += lines[-1].split("\n") if self._text.is_capital else ()
            elif group[0].tag == f"{W}tbl":
                self._remarks.append(SourceRemark("import.nested_table", (), table, place))
                lines += self._nested(group[0], table, place)
        return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip("\n"), tuple(capitals)

    def _nested(self, table: Element, number_here: int, place: int) -> list[str]:
        """The rows of a table inside a cell, a line each."""
        rows = (
            [self._cell_text(cell, number_here, place)[0] for cell in _cells_of(row)] for row in self._rows_of(table)
        )
        return [" ".join(" ".join(row).split()) for row in rows]

    def remarks(self) -> list[SourceRemark]:
        """What was left out or changed, for the whole file and table by table."""
        text = self._text
        found = list(self._remarks)
        if text.converted:
            count = sum(text.converted.values())
            values = (("fonts", ", ".join(sorted(text.converted))), ("count", str(count)))
            found.append(SourceRemark("legacy.converted", values))
        found += [SourceRemark("import.lost_u", (("text", lost),), unread=True) for lost in text.lost]
        if text.hidden:
            found.append(SourceRemark("import.hidden_text", (("count", str(text.hidden)),), unread=True))
        if text.boxes:
            found.append(SourceRemark("import.text_boxes", (("count", str(text.boxes)),), unread=True))
        if self._kept_boxes:
            found.append(SourceRemark("import.body_boxes", (("count", str(self._kept_boxes)),)))
        if any(_is_letter(page) for page in self._root.iter(f"{W}pgSz")):
            found.append(SourceRemark("import.letter_paper"))
        return found


def _is_letter(page: Element) -> bool:
    size = sorted((number(page.get(f"{W}w"), 0), number(page.get(f"{W}h"), 0)))
    return all(abs(side - letter) < 30 for side, letter in zip(size, _LETTER, strict=True))


def _flat(parent: Element) -> Iterator[Element]:
    """The children of ``parent``, those of content controls and accepted insertions among them."""
    for child in parent:
        if child.tag in _CONTAINERS:
            yield from _flat(child)
        else:
            yield child


def _cells_of(row: Element) -> Iterator[Element]:
    return (child for child in _flat(row) if child.tag == f"{W}tc" and child.find(_DELETED_CELL) is None)


def _package_remarks(parts: dict[str, Element], names: frozenset[str]) -> Iterator[SourceRemark]:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        yield SourceRemark("import.macros")
    relations = (relation for name in _RELATIONS if name in parts for relation in parts[name])
    external = (relation for relation in relations if relation.get("TargetMode") == "External")
    if any(not relation.get("Type", "").endswith("/hyperlink") for relation in external):
        yield SourceRemark("import.external_links")
