"""The guide for staff as it goes on paper."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from app.documents.model import Document
from app.texts import text
from ui.background import Job, Progress
from ui.dialogs.document_preview import DocumentPreview
from ui.dialogs.preview_options import MakeDocument, PreviewOptions
from ui.dialogs.print_pages import PdfMade
from ui.guide_commands import ask_guide_file, write_guide_file


class _Nothing(PreviewOptions):
    """Nothing can be chosen: the guide is printed as it is."""

    def __init__(self) -> None:
        super().__init__()
        words = QLabel(text("help.guide_preview_hint"), wordWrap=True)
        self.column.addWidget(words)
        self.column.addStretch(1)

    def document_maker(self) -> MakeDocument:
        """The guide's name; its pages come from the help."""
        return _document


class GuidePreview(DocumentPreview):
    """Pages of the guide; it can be written to a PDF file from here, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(text("help.guide_title"), _Nothing(), parent)
        self.export.setText(text("help.guide_save"))

    def job_for(self, path: Path) -> Job:
        """The guide's own way of making pages."""
        return partial(_make, path)

    @Slot()
    def export_file(self) -> None:
        """Ask for a PDF file and write the guide into it."""
        file = ask_guide_file(self)
        if file is not None:
            self.writer.write(file, write_guide_file)


def _document() -> Document:
    return Document(text("help.guide_title"), ())


def _make(path: Path, progress: Progress) -> PdfMade:
    from app.exchange.render_pdf import PdfPages

    write_guide_file(path, progress)
    progress.check()
    with PdfPages(path) as pages:
        return PdfMade(path, tuple(pages.size(number) for number in range(len(pages))), _document())
