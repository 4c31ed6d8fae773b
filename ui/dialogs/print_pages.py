"""Making, drawing and printing the pages; everything here runs on a background thread."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.documents.model import Document
from app.domain.errors import Refused
from app.texts import text
from ui.background import Cancelled, Progress

PRINT_DPI = 300.0


@dataclass(frozen=True, slots=True)
class PdfMade:
    """A PDF file ready to be drawn, and what it shows; sizes are in millimetres."""

    path: Path
    sizes: tuple[tuple[float, float], ...]
    document: Document


def make_pdf(make: Callable[[], Document], path: Path, progress: Progress) -> PdfMade:
    """Lay the document that ``make`` makes out into ``path``. Raises what ``make`` and the writer refuse."""
    from app.exchange.render_pdf import PdfPages
    from app.exchange.write_pdf import write_pdf

    document = make()
    progress.check()
    write_pdf(document, path)
    progress.check()
    with PdfPages(path) as pages:
        return PdfMade(path, tuple(pages.size(number) for number in range(len(pages))), document)


def draw_pages(path: Path, numbers: Sequence[int], dots_per_inch: float, progress: Progress) -> dict[int, QImage]:
    """Pictures of the pages ``numbers`` (from 0)."""
    from app.exchange.render_pdf import PdfPages

    images: dict[int, QImage] = {}
    with PdfPages(path) as pages:
        for number in numbers:
            progress.check()
            images[number] = page_image(pages.image(number, dots_per_inch))
    return images


def page_image(page: object) -> QImage:
    """A ``PageImage`` as a QImage with pixels of its own."""
    from app.exchange.render_pdf import PageImage

    assert isinstance(page, PageImage)
    shared = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    return shared.copy()


def print_pages(made: PdfMade, numbers: Sequence[int], printer: QPrinter, progress: Progress) -> int:
    """Send the pages to ``printer``; the number of pages sent. Raises Refused where the printer takes nothing."""
    from app.exchange.render_pdf import PdfPages

    _set_page(printer, made.sizes[numbers[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise Refused("print.not_printed")
    try:
        with PdfPages(made.path) as pages:
            for done, number in enumerate(numbers, 1):
                progress.say(text("print.printing", number=number + 1, done=done, total=len(numbers)))
                if done > 1:
                    _set_page(printer, made.sizes[number])
                    printer.newPage()
                room = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
                painter.drawImage(room, page_image(pages.image(number, PRINT_DPI)))
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(numbers)


def read_range(words: str, count: int) -> list[int] | None:
    """Page numbers (from 0) of "1-3, 5" among ``count`` pages, in order; all for ""; None where it makes no sense."""
    if not words.strip():
        return list(range(count))
    chosen: set[int] = set()
    for part in re.split(r"[,;]", words):
        found = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?", part)
        if found is None:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= count:
            return None
        chosen.update(range(first - 1, last))
    return sorted(chosen)


def _set_page(printer: QPrinter, size: tuple[float, float]) -> None:
    width, height = size
    orientation = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    upright = QSizeF(min(size), max(size))
    page = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(page, orientation, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setFullPage(True)
    printer.setPageLayout(layout)
