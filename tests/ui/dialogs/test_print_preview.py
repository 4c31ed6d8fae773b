"""The preview before printing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.domain.plan import Plan
from ui.dialogs.print_preview import PrintPreview


@pytest.fixture
def preview(qtbot: QtBot, small_plan: Plan) -> Iterator[PrintPreview]:
    made = PrintPreview(small_plan)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.print.isEnabled, timeout=10_000)
    yield made
    made.reject()


def test_pages_are_shown_and_appendices_can_be_left_out(qtbot: QtBot, preview: PrintPreview) -> None:
    assert preview.made is not None and len(preview.made.sizes) == 2
    preview.appendices.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: preview.made is not None and len(preview.made.sizes) == 1, timeout=10_000)


def test_columns_and_paper_reach_the_writer(qtbot: QtBot, preview: PrintPreview) -> None:
    preview.columns.item(2).setCheckState(Qt.CheckState.Unchecked)
    preview.paper.setCurrentIndex(1)
    options = preview.options()
    assert options.hidden == {0: frozenset({2}), 1: frozenset({2})}
    qtbot.waitUntil(lambda: preview.made is not None and round(preview.made.sizes[0][0]) == 420, timeout=10_000)


def test_a_page_range_that_makes_no_sense_is_explained(preview: PrintPreview) -> None:
    preview.pages.setText("9")
    assert not preview.print.isEnabled()
    assert "1 đến 2" in preview.words.text()
    preview.pages.setText("2")
    assert preview.print.isEnabled() and preview.chosen_pages() == [1]


def test_printing_runs_in_the_background(qtbot: QtBot, preview: PrintPreview, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(preview.printing.finished, timeout=10_000):
        preview.print_to(printer)
    assert (tmp_path / "out.pdf").stat().st_size > 1000
    assert "2 trang" in preview.words.text()


def test_nothing_to_print_is_said(qtbot: QtBot, preview: PrintPreview) -> None:
    for line in range(2):
        preview.appendices.item(line).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(preview.making.refused, timeout=10_000):
        pass
    assert not preview.print.isEnabled()
