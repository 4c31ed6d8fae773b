"""A PDF file of 2,000 rows, against a plain canvas drawing the same text and against a Platypus table.

``python -m tests.bench.pdf`` prints medians, ratios and the peak of memory, measured side by side in one run.
"""

import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from html import escape
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from app.documents.model import Document, Table, TableCell
from app.documents.plan_document import plan_document
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.exchange.fonts import font_family
from app.exchange.write_pdf import write_pdf

ROWS, ROUNDS = 2000, 5
WIDTH, HEIGHT, MARGIN, SIZE, LEADING, PADDING = 842.0, 595.0, 57.0, 13.0, 15.0, 4.0
TASK = "Rà soát, công khai đầy đủ, kịp thời thủ tục hành chính thuộc thẩm quyền giải quyết tại Bộ phận Một cửa; "
CELLS = (
    TASK * 2,
    "- Kế hoạch của Ủy ban nhân dân xã;\n- Báo cáo kết quả thực hiện.",
    "Văn phòng HĐND và UBND",
    "Các phòng chuyên môn; Trung tâm Phục vụ hành chính công",
    "- Quý I: trước 15/3;\n- Quý II: trước 15/6.",
)
COLUMNS = tuple(
    Column(heading, role)
    for heading, role in (
        ("TT", Role.ORDINAL),
        ("Nội dung thực hiện", Role.TASK),
        ("Sản phẩm", Role.PRODUCT),
        ("Cơ quan chủ trì", Role.LEAD),
        ("Cơ quan phối hợp", Role.COORDINATION),
        ("Thời gian hoàn thành", Role.DEADLINE),
    )
)


def sample() -> Document:
    """One appendix of 2,000 rows as a document."""
    rows = tuple(Row(RowKind.ITEM, (str(n + 1), *CELLS)) for n in range(ROWS))
    return plan_document(Plan(PlanInfo("Thử", 2031), (Appendix("Phụ lục", "Thử", COLUMNS, rows),)))


def table_of(document: Document) -> Table:
    return next(block for block in document.sections[0].blocks if isinstance(block, Table))


def rows_of(document: Document) -> list[list[TableCell]]:
    return [[cell for cell in row if cell] for row in table_of(document).rows]


def hand_laid(document: Document, path: Path) -> None:
    """The same rows on a bare canvas: wrapped, framed, one call a line; no heading, no merged cells, no styles."""
    face = font_family().regular
    canvas = Canvas(str(path), initialFontName=face)
    known: dict[str, float] = {}
    edges = [MARGIN]
    for width in table_of(document).widths:
        edges.append(edges[-1] + width * 72 / 25.4)
    y = 0.0
    for row in rows_of(document):
        lines = [
            wrapped(cell.text, b - a - 2 * PADDING, face, known)
            for cell, a, b in zip(row, edges, edges[1:], strict=False)
        ]
        height = max(map(len, lines)) * LEADING + 2 * PADDING
        if y - height < MARGIN:
            if y:
                canvas.showPage()
            canvas.setPageSize((WIDTH, HEIGHT))
            canvas.setFont(face, SIZE)
            y = HEIGHT - MARGIN
        for column, cell_lines in enumerate(lines):
            canvas.rect(edges[column], y - height, edges[column + 1] - edges[column], height)
            for number, line in enumerate(cell_lines):
                canvas.drawString(edges[column] + PADDING, y - PADDING - SIZE - number * LEADING, line)
        y -= height
    canvas.save()


def wrapped(text: str, width: float, face: str, known: dict[str, float]) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words: list[str] = []
        used = 0.0
        for word in paragraph.split():
            if word not in known:
                known[word] = pdfmetrics.stringWidth(f"{word} ", face, SIZE)
            if words and used + known[word] > width:
                lines.append(" ".join(words))
                words, used = [], 0.0
            words.append(word)
            used += known[word]
        lines.append(" ".join(words))
    return lines


def platypus(document: Document, path: Path) -> None:
    """The same rows as a Platypus table of paragraphs."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    style = ParagraphStyle("cell", fontName=font_family().regular, fontSize=SIZE, leading=LEADING)
    data = [[Paragraph(escape(cell.text).replace("\n", "<br/>"), style) for cell in row] for row in rows_of(document)]
    widths = [width * 72 / 25.4 for width in table_of(document).widths]
    table = LongTable(data, colWidths=widths, splitInRow=1, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    SimpleDocTemplate(str(path), pagesize=(WIDTH, HEIGHT), leftMargin=40, rightMargin=40).build([table])


def seconds(write: Callable[[Document, Path], None], document: Document, path: Path) -> float:
    start = time.perf_counter()
    write(document, path)
    return time.perf_counter() - start


def peak_megabytes(document: Document, path: Path) -> float:
    tracemalloc.start()
    write_pdf(document, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def measure() -> list[tuple[str, float, float | None]]:
    """What was measured, the value (seconds, a ratio or megabytes) and the most it may be."""
    document = sample()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thu.pdf"
        pairs = [(seconds(write_pdf, document, path), seconds(hand_laid, document, path)) for _ in range(ROUNDS)]
        slow = seconds(platypus, document, path)
        peak = peak_megabytes(document, path)
    ours, plain = (statistics.median(times) for times in zip(*pairs, strict=True))
    return [
        ("PDF, 2,000 rows: seconds", ours, None),
        ("PDF against a hand-laid canvas: ratio", ours / plain, 1.5),
        ("PDF against a Platypus table: ratio", ours / slow, 1.0),
        ("PDF, 2,000 rows: peak memory, MB", peak, None),
    ]


def main() -> int:
    """Returns 0 when every figure keeps to its limit."""
    figures = measure()
    for name, value, limit in figures:
        sys.stdout.write(f"{name:45} {value:8.3f}" + (f"   (at most {limit})\n" if limit else "\n"))
    return 0 if all(limit is None or value <= limit for _, value, limit in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
