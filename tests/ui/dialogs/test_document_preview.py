"""Any document before printing: pages, range, printing, writing to a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.documents.model import Document, Paragraph, Section, Style
from app.domain.errors import Refused
from ui.dialogs import document_preview
from ui.dialogs.document_preview import DocumentPreview
from ui.dialogs.preview_options import MakeDocument, PreviewOptions


class Letters(PreviewOptions):
    """Makes one page for each letter; refuses without any."""

    letters = "ab"

    def document_maker(self) -> MakeDocument:
        letters = self.letters

        def make() -> Document:
            if not letters:
                raise Refused("document.nothing_to_print")
            sections = (Section(letter, (Paragraph(letter, Style.BODY),)) for letter in letters)
            return Document("Thư", tuple(sections))

        return make


@pytest.fixture
def letters(qtbot: QtBot) -> Letters:
    """The choices at the side."""
    made = Letters()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def preview(qtbot: QtBot, letters: Letters, tmp_path: Path) -> Iterator[DocumentPreview]:
    """A preview of two pages, drawn."""
    made = DocumentPreview("Xem", letters, None, tmp_path)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.print.isEnabled, timeout=10_000)
    yield made
    made.reject()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Answer the question for a file with ``path``."""
    monkeypatch.setattr(document_preview, "ask_target", lambda *_: path)


def export(qtbot: QtBot, preview: DocumentPreview) -> None:
    """Press the button and wait for the file."""
    with qtbot.waitSignal(preview.writer.background.finished, timeout=20_000):
        qtbot.mouseClick(preview.export, Qt.MouseButton.LeftButton)


def test_other_choices_make_other_pages(qtbot: QtBot, preview: DocumentPreview, letters: Letters) -> None:
    assert preview.made is not None and len(preview.made.sizes) == 2
    letters.letters = "abc"
    letters.changed.emit()
    qtbot.waitUntil(lambda: preview.made is not None and len(preview.made.sizes) == 3, timeout=10_000)


def test_what_is_refused_can_be_neither_printed_nor_exported(
    qtbot: QtBot, preview: DocumentPreview, letters: Letters
) -> None:
    letters.letters = ""
    letters.changed.emit()
    with qtbot.waitSignal(preview.making.refused, timeout=10_000):
        pass
    assert not preview.print.isEnabled() and not preview.export.isEnabled()


def test_a_page_range_that_makes_no_sense_is_explained(preview: DocumentPreview) -> None:
    preview.pages.setText("9")
    assert not preview.print.isEnabled()
    assert "1 đến 2" in preview.words.text()
    preview.pages.setText("2")
    assert preview.print.isEnabled() and preview.chosen_pages() == [1]


def test_printing_runs_in_the_background(qtbot: QtBot, preview: DocumentPreview, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(preview.printing.finished, timeout=10_000):
        preview.print_to(printer)
    assert (tmp_path / "out.pdf").stat().st_size > 1000
    assert "2 trang" in preview.words.text()


@pytest.mark.parametrize("format", ["docx", "xlsx", "pdf"])
def test_the_whole_document_is_written_and_can_be_opened(
    qtbot: QtBot, preview: DocumentPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    choose(monkeypatch, tmp_path / f"thu.{format}")
    preview.pages.setText("2")
    export(qtbot, preview)
    assert (tmp_path / f"thu.{format}").stat().st_size > 500
    assert preview.writer.open_file.isVisible() and f"thu.{format}" in preview.writer.words.text()


def test_no_file_chosen_writes_nothing(
    qtbot: QtBot, preview: DocumentPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, None)
    qtbot.mouseClick(preview.export, Qt.MouseButton.LeftButton)
    assert not preview.writer.background.running and not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_explained(
    qtbot: QtBot, preview: DocumentPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "mất" / "thu.pdf")
    with qtbot.waitSignal(preview.writer.background.refused, timeout=10_000):
        qtbot.mouseClick(preview.export, Qt.MouseButton.LeftButton)
    assert "Không tìm thấy thư mục" in preview.words.text() and preview.export.isEnabled()
    assert not preview.writer.open_file.isVisible()
