"""The import preview: head, lists of tables and notes at the left, the table (or old beside new) at the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.imported import ImportNote
from app.ports import PlanSummary
from app.texts import text
from ui.operations import Operations
from ui.theme import GAP, HALF_GAP
from ui.widgets.compare_lines import compare_with
from ui.widgets.import_compare import ComparePanel
from ui.widgets.import_header import ImportHeader
from ui.widgets.import_lists import FoundTables, NotesList
from ui.widgets.import_review import ImportReview
from ui.widgets.import_same import SamePlanBar
from ui.widgets.import_table import ImportTable

_LEFT_WIDTH = 250


class ImportPreview(QWidget):
    """Holds the reviews of the files read and shows one table of one of them."""

    choose_wanted = Signal()
    import_wanted = Signal()
    identity_changed = Signal()
    """Title or year changed: it may be another plan of the register now."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.reviews: list[ImportReview] = []
        self._place = (0, 0)
        self._updates: dict[int, int] = {}
        self._same: dict[int, PlanSummary] = {}
        self.head = ImportHeader()
        self.same_bar = SamePlanBar()
        self.refusal = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.refusal.setObjectName("refusal")
        self.tables, self.notes = FoundTables(), NotesList()
        self.table, self.compare = ImportTable(), ComparePanel()
        self.take_table = QCheckBox(text("import_page.take_table"))
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def comparing(self) -> bool:
        """Whether old and new are shown side by side."""
        return self._right.currentWidget() is self.compare

    def show_reviews(self, reviews: Sequence[ImportReview], refused: Sequence[str]) -> None:
        """Show the first table of the first file; ``refused`` are sentences about files that could not be read."""
        self.reviews = list(reviews)
        self._updates.clear()
        self._same.clear()
        self.refusal.hide()
        self.tables.show_reviews(reviews)
        self.notes.show_notes(reviews, refused)
        self._show_place((0, 0))

    def forget(self) -> None:
        """Nothing is shown any more."""
        self.reviews = []

    def show_same(self, review: ImportReview, found: PlanSummary | None) -> None:
        """``found`` is the stored plan that ``review`` seems to be a newer state of."""
        key = id(review)
        self._same.pop(key, None)
        if found is None or self._updates.get(key) != found.id:
            self._updates.pop(key, None)
        if found is not None:
            self._same[key] = found
        self._show_choice()

    def update_of(self, review: ImportReview) -> int | None:
        """Id of the stored plan that the clerk chose to update, None for a new plan."""
        return self._updates.get(id(review))

    def show_refusal(self, sentence: str) -> None:
        """Say why nothing was written."""
        self.refusal.setText(sentence)
        self.refusal.show()

    @property
    def _review(self) -> ImportReview:
        return self.reviews[self._place[0]]

    @Slot(object)
    def _show_place(self, place: tuple[int, int]) -> None:
        self._place = place
        file, appendix = place
        self.tables.mark(place)
        self.head.show_review(self.reviews[file])
        if self.reviews[file].appendices:
            self.table.show_appendix(self.reviews[file], appendix)
        self._show_choice()
        self._show_counts()

    @Slot(object)
    def _show_note(self, place: tuple[int, ImportNote]) -> None:
        file, note = place
        self._show_place((file, note.appendix or 0))
        if note.appendix is not None and note.row is not None:
            self._right.setCurrentIndex(0)
            self.table.show_place(note.row, note.column)
            self.table.setFocus()

    @Slot(bool)
    def _choose(self, update: bool) -> None:
        """The clerk chose between a new plan and an update."""
        review = self._review
        if update:
            self._updates[id(review)] = self._same[id(review)].id
        else:
            self._updates.pop(id(review), None)
        self._show_choice()
        self._show_counts()

    @Slot(bool)
    def _take_table(self, taken: bool) -> None:
        self.table.rows.take_all(taken)

    @Slot()
    def _taken(self) -> None:
        self.tables.refresh(self.reviews)
        self._show_counts()
        self._compare_again()

    @Slot()
    def _named(self) -> None:
        self._show_counts()
        self.identity_changed.emit()

    def _show_choice(self) -> None:
        if not self.reviews:
            return
        key = id(self._review)
        self.same_bar.show_plan(self._same.get(key), key in self._updates)
        self._right.setCurrentIndex(1 if key in self._updates else 0)
        self._compare_again()

    def _compare_again(self) -> None:
        review = self._review
        update = self.update_of(review)
        if update is not None:
            compare = partial(compare_with, plan_id=update, incoming=review.plan())
            self._operations.read(compare, self.compare.show_lines)

    def _show_counts(self) -> None:
        self.head.show_counts(self.reviews, bool(self._updates))
        file, appendix = self._place
        rows = range(len(self.reviews[file].appendices[appendix].rows)) if self.reviews[file].appendices else range(0)
        taken = sum(self.reviews[file].is_taken(appendix, row) for row in rows)
        self.take_table.blockSignals(True)
        self.take_table.setChecked(taken > 0)
        self.take_table.blockSignals(False)

    def _connect(self) -> None:
        self.head.choose_wanted.connect(self.choose_wanted)
        self.head.import_wanted.connect(self.import_wanted)
        self.head.named.connect(self._named)
        self.same_bar.chosen.connect(self._choose)
        self.tables.place_chosen.connect(self._show_place)
        self.notes.place_chosen.connect(self._show_note)
        self.take_table.clicked.connect(self._take_table)
        self.table.taken_changed.connect(self._taken)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.refusal.hide()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left_card())
        split.addWidget(self._right_card())
        split.setStretchFactor(1, 1)
        split.setSizes([_LEFT_WIDTH, 1000])
        footer = _label("quiet", text("import_page.footer"))
        for widget in (self.head, self.refusal, self.same_bar):
            column.addWidget(widget)
        column.addWidget(split, 1)
        column.addWidget(footer)

    def _left_card(self) -> QFrame:
        card, column = _card(GAP)
        column.addWidget(_label("smallTitle", text("import_page.found")))
        column.addWidget(self.tables, 3)
        column.addWidget(_label("smallTitle", text("import_page.look_at")))
        column.addWidget(self.notes, 2)
        return card

    def _right_card(self) -> QFrame:
        card, column = _card(1)
        table = QWidget()
        inner = QVBoxLayout(table)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(GAP, HALF_GAP + 2, GAP, HALF_GAP + 2)
        line.addWidget(_label("cardTitle", text("import_page.columns_are")), 1)
        line.addWidget(self.take_table)
        inner.addLayout(line)
        inner.addWidget(self.table, 1)
        self._right.addWidget(table)
        self._right.addWidget(self.compare)
        column.addWidget(self._right)
        return card


def _card(margin: int) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(HALF_GAP)
    return card, column


def _label(name: str, words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    return label
