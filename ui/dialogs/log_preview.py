"""The log of changes before it is printed: how many of the newest lines, on which paper."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.documents.log_list import LogContent, filter_words, log_document
from app.domain.numbers import whole_text
from app.texts import text
from ui.dialogs.document_preview import DocumentPreview
from ui.dialogs.preview_options import MakeDocument, PreviewOptions, paper_box

_COUNTS = (100, 200, 500, 1_000, 2_000)


class LogOptions(PreviewOptions):
    """How many lines and the paper."""

    def __init__(self, content: LogContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fills = False
        self._content = content
        self.lines = QComboBox()
        self.paper = paper_box()
        there = len(content.lines)
        for count in (*(count for count in _COUNTS if count < there), there):
            key = "log.newest_lines" if count < content.count else "log.all_lines"
            self.lines.addItem(text(key, count=whole_text(count)), count)
        self.column.addWidget(QLabel(filter_words(content.wanted, content.titles), wordWrap=True))
        self.fields += [(text("log.lines"), self.lines), (text("print.paper"), self.paper)]
        for box in (self.lines, self.paper):
            box.currentIndexChanged.connect(self.changed)

    def document_maker(self) -> MakeDocument:
        """The list as chosen."""
        lines = self._content.lines[: self.lines.currentData()]
        return partial(log_document, replace(self._content, lines=lines, paper=self.paper.currentData()))


class LogPreview(DocumentPreview):
    """The preview of the log."""

    def __init__(self, content: LogContent, parent: QWidget | None = None) -> None:
        self.log_choices = LogOptions(content)
        super().__init__(text("log.title"), self.log_choices, parent)
