"""The print preview of a report that has been read already."""

from PySide6.QtWidgets import QLabel, QWidget

from app.documents.model import Document
from app.texts import text
from ui.dialogs.document_preview import DocumentPreview
from ui.dialogs.preview_options import MakeDocument, PreviewOptions


class _Report(PreviewOptions):
    """Nothing can be chosen: a report is printed as it is."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        words = QLabel(document.title, wordWrap=True)
        words.setObjectName("cardTitle")
        self.column.addWidget(words)
        self.column.addStretch(1)

    def document_maker(self) -> MakeDocument:
        """The document itself."""
        document = self._document
        return lambda: document


class ReportPreview(DocumentPreview):
    """Pages of a report with its forms and annexes."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(text("reports_page.preview_title"), _Report(document), parent)
