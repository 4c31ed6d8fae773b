"""Phụ lục kết quả thực hiện before it is printed or written to a file: the day it tells of and the paper."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from app.documents.model import Document
from app.documents.results_annex import results_document
from app.domain.errors import Refused
from app.domain.plan import Plan
from app.domain.tracking import TrackedRow
from app.texts import text
from ui.dialogs.document_preview import DocumentPreview
from ui.dialogs.preview_options import MakeDocument, PreviewOptions, paper_box
from ui.dialogs.reminder_preview import Followed
from ui.widgets.day_field import DayField


def make_results(plan: Plan, rows: Sequence[TrackedRow], as_of: date | None, paper: str) -> Document:
    """The annex; Refused where no day is given."""
    if as_of is None:
        raise Refused("print.no_day")
    return results_document(plan, rows, as_of, paper)


class ResultsOptions(PreviewOptions):
    """The day up to whose end results count, and the paper."""

    def __init__(self, followed: Followed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed = followed
        self.fills = False
        self.as_of = DayField(followed.today, followed.today)
        self.paper = paper_box()
        self.fields += [(text("print.as_of"), self.as_of), (text("print.paper"), self.paper)]
        hint = QLabel(text("print.results_hint"), wordWrap=True)
        hint.setObjectName("quiet")
        self.column.addWidget(hint)
        self.as_of.day_changed.connect(self.changed)
        self.paper.currentIndexChanged.connect(self.changed)

    def document_maker(self) -> MakeDocument:
        """The annex as chosen."""
        followed = self._followed
        return partial(make_results, followed.plan, followed.rows, self.as_of.day, self.paper.currentData())


class ResultsPreview(DocumentPreview):
    """The preview of the annex of results."""

    def __init__(self, followed: Followed, parent: QWidget | None = None) -> None:
        self.annex_choices = ResultsOptions(followed)
        super().__init__(text("print.results_title"), self.annex_choices, parent)
