"""The head of the import preview: file, counts, the plan's name and year, and the button that writes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.texts import text
from ui.theme import GAP, HALF_GAP
from ui.widgets.import_review import ImportReview
from ui.widgets.year_field import FIRST_YEAR, YearField


class ImportHeader(QFrame):
    """Shows what will be written and asks for it; title and year go straight into the review in front."""

    import_wanted = Signal()
    choose_wanted = Signal()
    named = Signal()
    """Title or year of the review in front changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._review: ImportReview | None = None
        self._summary = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._summary.setObjectName("cardTitle")
        self.choose = QPushButton(text("import_page.choose_other"))
        self.write = QPushButton()
        self.write.setProperty("primary", True)
        self.plan_title = QLineEdit()
        self.plan_title.setAccessibleName(text("import_page.plan_name"))
        self.year = YearField(FIRST_YEAR)
        self.year.setAccessibleName(text("import_page.plan_year"))
        self.choose.clicked.connect(self.choose_wanted)
        self.write.clicked.connect(self.import_wanted)
        self.plan_title.textEdited.connect(self._take_title)
        self.year.year_changed.connect(self._take_year)
        self._lay_out()

    @property
    def summary(self) -> str:
        """The sentence with the counts."""
        return self._summary.text()

    def show_review(self, review: ImportReview) -> None:
        """Put the title and year of ``review`` into the fields."""
        self._review = None
        self.plan_title.setText(review.title)
        self.plan_title.setCursorPosition(0)
        self.year.show_year(review.year)
        self._review = review

    def show_counts(self, reviews: Sequence[ImportReview], updates: bool) -> None:
        """Say how much was found and how much the button would write."""
        rows = sum(review.items() for review in reviews)
        self._summary.setText(_summary(reviews, rows))
        key = "import_page.update_rows" if updates else "import_page.import_rows"
        self.write.setText(text(key, rows=rows))
        hint = _obstacle(reviews, rows)
        self.write.setEnabled(not hint)
        self.write.setToolTip(hint)

    @Slot(str)
    def _take_title(self, words: str) -> None:
        if self._review is not None:
            self._review.title = words
            self.named.emit()

    @Slot(int)
    def _take_year(self, year: int) -> None:
        if self._review is not None:
            self._review.year = year
            self.named.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + 2, GAP - 2, GAP + 2, GAP - 2)
        column.setSpacing(HALF_GAP)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(HALF_GAP)
        second.setSpacing(HALF_GAP)
        first.addWidget(self._summary, 1)
        first.addWidget(self.choose)
        first.addWidget(self.write)
        second.addWidget(_quiet("import_page.plan_name", self.plan_title))
        second.addWidget(self.plan_title, 1)
        second.addSpacing(HALF_GAP)
        second.addWidget(_quiet("import_page.plan_year", self.year))
        second.addWidget(self.year)
        column.addLayout(first)
        column.addLayout(second)


def _quiet(key: str, buddy: QWidget) -> QLabel:
    label = QLabel(text(key))
    label.setObjectName("quiet")
    label.setBuddy(buddy)
    return label


def _obstacle(reviews: Sequence[ImportReview], rows: int) -> str:
    if not rows:
        return text("import_page.nothing_taken")
    return "" if all(review.title.strip() for review in reviews) else text("import_page.no_title")


def _summary(reviews: Sequence[ImportReview], rows: int) -> str:
    tables = sum(len(review.plan().appendices) for review in reviews)
    notes = sum(len(review.imported.notes) for review in reviews)
    if len(reviews) == 1:
        words = text("import_page.summary", name=reviews[0].imported.source, tables=tables, rows=rows)
    else:
        words = text("import_page.summary_files", files=len(reviews), tables=tables, rows=rows)
    return words + (text("import_page.summary_notes", notes=notes) if notes else "")
