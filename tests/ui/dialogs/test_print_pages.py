"""Making, drawing and printing pages."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.documents.options import PrintOptions
from app.documents.plan_document import plan_document
from app.domain.plan import Plan
from app.exchange.render_pdf import PdfPages
from ui.background import Cancelled, Progress
from ui.dialogs.print_pages import draw_pages, make_pdf, print_pages, read_range


def quiet() -> Progress:
    return Progress(lambda _sentence: None)


@pytest.mark.parametrize(
    ("words", "pages"),
    [("", [0, 1, 2, 3, 4]), ("1-3, 5", [0, 1, 2, 4]), ("2", [1]), ("3–4;1", [0, 2, 3]), ("5-5", [4])],
)
def test_page_ranges(words: str, pages: list[int]) -> None:
    assert read_range(words, 5) == pages


@pytest.mark.parametrize("words", ["0", "6", "3-2", "a", "1,,2", "-", "1-"])
def test_ranges_that_make_no_sense(words: str) -> None:
    assert read_range(words, 5) is None


@given(st.text("0123456789-,; x", max_size=12), st.integers(0, 20))
def test_a_range_never_leaves_the_document(words: str, count: int) -> None:
    assert all(0 <= page < count for page in read_range(words, count) or [])


def test_pages_are_made_and_drawn(qtbot: QtBot, tmp_path: Path, small_plan: Plan) -> None:
    del qtbot
    made = make_pdf(partial(plan_document, small_plan), tmp_path / "in.pdf", quiet())
    assert [(round(width), round(height)) for width, height in made.sizes] == [(297, 210)] * 2
    images = draw_pages(made.path, [1], 50, quiet())
    assert list(images) == [1] and images[1].width() == pytest.approx(585, abs=2)
    shades = {images[1].pixelColor(x, y).lightness() for x in range(0, 580, 3) for y in range(0, 410, 2)}
    assert min(shades) < 100 and max(shades) == 255


def test_the_chosen_pages_reach_the_printer(qtbot: QtBot, tmp_path: Path, small_plan: Plan) -> None:
    del qtbot
    made = make_pdf(partial(plan_document, small_plan, PrintOptions(paper="A3")), tmp_path / "in.pdf", quiet())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_pages(made, [1], printer, quiet()) == 1
    with PdfPages(tmp_path / "out.pdf") as pages:
        assert len(pages) == 1
        assert pages.size(0) == pytest.approx((420, 297), abs=1)


def test_a_cancelled_print_stops(qtbot: QtBot, tmp_path: Path, small_plan: Plan) -> None:
    del qtbot
    made = make_pdf(partial(plan_document, small_plan), tmp_path / "in.pdf", quiet())
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    progress = quiet()
    progress.cancel()
    with pytest.raises(Cancelled):
        print_pages(made, [0], printer, progress)
