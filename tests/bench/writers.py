"""Our writers beside the least that must be done by anybody: the same rows, the same libraries, by hand."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from app.domain.plan import Plan
from tests.bench.content import long_plan

Task = Callable[[], object]
_HEADINGS = [column.heading for column in long_plan(1).appendices[0].columns]
_WIDTHS = (30.0, 250.0, 140.0, 110.0, 110.0, 90.0)
_SIZE = 13
_FONTS = ("C:/Windows/Fonts/times.ttf", "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf")


def _rows(plan: Plan) -> list[list[str]]:
    return [[cell or "" for cell in row.cells] for row in plan.appendices[0].rows]


def _ours(ending: str, folder: Path) -> Task:
    import importlib

    from app.documents.plan_document import plan_document

    plan = long_plan()
    write = getattr(importlib.import_module(f"app.exchange.write_{ending}"), f"write_{ending}")
    return lambda: write(plan_document(plan), folder / f"ours.{ending}")


def report(ending: str, folder: Path) -> Task:
    """A report of 40 pages, laid out and written."""
    import importlib

    from app.documents.official_document import official_document
    from tests.bench.content import long_report

    document = long_report()
    write = getattr(importlib.import_module(f"app.exchange.write_{ending}"), f"write_{ending}")
    return lambda: write(official_document(document), folder / f"report.{ending}")


def report_pdf(folder: Path) -> Task:
    """A report of 40 pages as PDF."""
    return report("pdf", folder)


def report_docx(folder: Path) -> Task:
    """A report of 40 pages as Word file."""
    return report("docx", folder)


def pdf(folder: Path) -> Task:
    """Our PDF."""
    return _ours("pdf", folder)


def docx(folder: Path) -> Task:
    """Our Word file."""
    return _ours("docx", folder)


def xlsx(folder: Path) -> Task:
    """Our Excel file."""
    return _ours("xlsx", folder)


def exported(folder: Path) -> Task:
    """Our PDF, read back as an export is."""
    from app.exchange.export import export_plan

    plan = long_plan()
    return lambda: export_plan(plan, "pdf", folder / "exported.pdf")


def _font() -> str:
    """The name under which reportlab knows the font that our PDF uses too, so that both embed the same."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Bench", str(next(file for file in map(Path, _FONTS) if file.exists()))))
    return "Bench"


def pdf_by_hand(folder: Path) -> Task:
    """Words measured once, lines broken greedily, drawn on the canvas with a frame; a heading on every page."""
    rows = _rows(long_plan())
    font = _font()
    return lambda: _draw(folder / "hand.pdf", font, rows)


def _draw(path: Path, font: str, rows: list[list[str]]) -> None:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    known: dict[str, float] = {}

    def width(word: str) -> float:
        if word not in known:
            known[word] = stringWidth(word, font, _SIZE)
        return known[word]

    canvas = Canvas(str(path), pagesize=landscape(A4))
    page = _Page(canvas, font, width)
    page.begin()
    for row in rows:
        page.row([_broken(cell, size - 6, width) for cell, size in zip(row, _WIDTHS, strict=True)])
    canvas.save()


def _broken(text: str, limit: float, width: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    blank = width(" ")
    for paragraph in text.split("\n"):
        line: list[str] = []
        used = 0.0
        for word in paragraph.split():
            needed = width(word)
            if line and used + blank + needed > limit:
                lines.append(" ".join(line))
                line, used = [], 0.0
            used += needed + (blank if line else 0)
            line.append(word)
        lines.append(" ".join(line))
    return lines


class _Page:
    """One page after the other of a framed table."""

    def __init__(self, canvas: object, font: str, width: Callable[[str], float]) -> None:
        self._canvas: object = canvas
        self._font = font
        self._width = width
        self._y = 0.0

    def begin(self) -> None:
        self._canvas.setFont(self._font, _SIZE)  # type: ignore[attr-defined]
        self._y = 540.0
        self._draw([_broken(name, size - 6, self._width) for name, size in zip(_HEADINGS, _WIDTHS, strict=True)])

    def row(self, cells: list[list[str]]) -> None:
        if self._y - max(map(len, cells)) * 15 - 4 < 57:
            self._canvas.showPage()  # type: ignore[attr-defined]
            self.begin()
        self._draw(cells)

    def _draw(self, cells: list[list[str]]) -> None:
        height = max(map(len, cells)) * 15 + 4.0
        x = 57.0
        for lines, width in zip(cells, _WIDTHS, strict=True):
            self._canvas.rect(x, self._y - height, width, height)  # type: ignore[attr-defined]
            text = self._canvas.beginText(x + 3, self._y - 13)  # type: ignore[attr-defined]
            text.setLeading(15)
            for line in lines:
                text.textLine(line)
            self._canvas.drawText(text)  # type: ignore[attr-defined]
            x += width
        self._y -= height


def pdf_platypus(folder: Path) -> Task:
    """The library's own long table of paragraphs."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    rows = _rows(long_plan())
    style = ParagraphStyle("cell", fontName=_font(), fontSize=_SIZE, leading=15)
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)), ("VALIGN", (0, 0), (-1, -1), "TOP")])

    def build() -> None:
        cells = [[Paragraph(escape(cell).replace("\n", "<br/>"), style) for cell in row] for row in [_HEADINGS, *rows]]
        table = LongTable(cells, colWidths=_WIDTHS, repeatRows=1, style=grid)
        SimpleDocTemplate(str(folder / "platypus.pdf"), pagesize=landscape(A4)).build([table])

    return build


def docx_by_hand(folder: Path) -> Task:
    """The table's elements built with lxml and zipped with the few other parts a Word file needs."""
    rows = _rows(long_plan())
    return lambda: _word(folder / "hand.docx", rows)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def _word(path: Path, rows: list[list[str]]) -> None:
    from lxml import etree

    document = etree.Element(f"{{{_W}}}document", nsmap={"w": _W})
    table = etree.SubElement(etree.SubElement(document, f"{{{_W}}}body"), f"{{{_W}}}tbl")
    for row in [_HEADINGS, *rows]:
        line = etree.SubElement(table, f"{{{_W}}}tr")
        for cell in row:
            box = etree.SubElement(line, f"{{{_W}}}tc")
            for paragraph in cell.split("\n"):
                run = etree.SubElement(etree.SubElement(box, f"{{{_W}}}p"), f"{{{_W}}}r")
                size = etree.SubElement(etree.SubElement(run, f"{{{_W}}}rPr"), f"{{{_W}}}sz")
                size.set(f"{{{_W}}}val", "26")
                etree.SubElement(run, f"{{{_W}}}t").text = paragraph
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        packed.writestr("_rels/.rels", _RELATIONS)
        packed.writestr("word/document.xml", etree.tostring(document, xml_declaration=True, encoding="UTF-8"))


def xlsx_plain(folder: Path) -> Task:
    """openpyxl with rows appended and no styling at all."""
    from openpyxl import Workbook

    rows = _rows(long_plan())

    def write() -> None:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in [_HEADINGS, *rows]:
            sheet.append(row)
        book.save(folder / "plain.xlsx")

    return write
