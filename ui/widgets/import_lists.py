"""The two lists at the left of the import preview: tables found, and places to look at."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.domain.imported import ImportNote, NoteKind
from app.domain.plan import RowKind
from app.texts import text
from ui.widgets.import_review import ImportReview, sentence
from ui.widgets.plain_list import PLACE, PlainList


class FoundTables(PlainList):
    """Every table of every file; ``place_chosen`` tells (file, appendix) positions, also while moving by arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentItemChanged.connect(self._moved)

    def show_reviews(self, reviews: Sequence[ImportReview]) -> None:
        """List the tables; files by name where there are several."""
        self.clear()
        for number, review in enumerate(reviews):
            if len(reviews) > 1:
                self._add_file(review)
            for appendix in range(len(review.appendices)):
                self._add_table(review, number, appendix)

    def refresh(self, reviews: Sequence[ImportReview]) -> None:
        """Write the row counts again after rows were ticked."""
        for line in range(self.count()):
            item = self.item(line)
            place = item.data(PLACE)
            if place is not None:
                number, appendix = place
                item.setText(_table_words(reviews[number], appendix))
                item.setToolTip(_table_tip(reviews[number], appendix))

    def mark(self, place: tuple[int, int]) -> None:
        """Select the table at ``place`` without telling anybody."""
        self.blockSignals(True)
        for line in range(self.count()):
            if self.item(line).data(PLACE) == place:
                self.setCurrentRow(line)
        self.blockSignals(False)

    def _add_file(self, review: ImportReview) -> None:
        item = self.add(review.imported.source, "document", "quiet", None)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)

    def _add_table(self, review: ImportReview, number: int, appendix: int) -> None:
        noted = bool(review.notes(appendix))
        mark, colour_name = ("warning", "warn") if noted else ("check", "good")
        tip = _table_tip(review, appendix)
        self.add(_table_words(review, appendix), mark, colour_name, (number, appendix), tip)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _moved(self, current: QListWidgetItem | None) -> None:
        if current is not None and current.data(PLACE) is not None:
            self.place_chosen.emit(current.data(PLACE))


class NotesList(PlainList):
    """Everything assumed or unread; ``place_chosen`` tells (file, note)."""

    def show_notes(self, reviews: Sequence[ImportReview], refused: Sequence[str]) -> None:
        """List the files that could not be read, then the notes of the others in reading order."""
        self.clear()
        for words in refused:
            self.add(words, "close", "bad", None)
        for number, review in enumerate(reviews):
            for note in review.imported.notes:
                self._add_note(review, number, note)
        if not self.count():
            self.add(text("import_page.nothing_to_look_at"), "check", "good", None)

    def _add_note(self, review: ImportReview, number: int, note: ImportNote) -> None:
        unread = note.kind is NoteKind.UNREAD
        kind = text(f"import_page.kind_{note.kind.value}")
        words = placed_sentence(review, note)
        self.add(
            words, "close" if unread else "warning", "bad" if unread else "warn", (number, note), f"{kind}: {words}"
        )


def table_label(review: ImportReview, appendix: int) -> str:
    """The appendix's label, or its number where it has none."""
    return review.appendices[appendix].label or text("import_page.table_without_label", number=appendix + 1)


def placed_sentence(review: ImportReview, note: ImportNote) -> str:
    """The note with the table and the row it is about; rows are counted over item rows from 1."""
    words = sentence(note)
    if note.appendix is None:
        return words if note.table is None else text("import_page.place_source_table", table=note.table, sentence=words)
    label = table_label(review, note.appendix)
    if note.row is None:
        return text("import_page.place_table", label=label, sentence=words)
    rows = review.appendices[note.appendix].rows[: note.row + 1]
    row = max(1, sum(found.kind is RowKind.ITEM for found in rows))
    return text("import_page.place_row", label=label, row=row, sentence=words)


def _table_words(review: ImportReview, appendix: int) -> str:
    rows = review.items(appendix)
    label = table_label(review, appendix)
    if not rows and review.appendices[appendix].rows:
        return text("import_page.table_left_out", label=label)
    return text("import_page.table_line", label=label, rows=rows)


def _table_tip(review: ImportReview, appendix: int) -> str:
    notes = review.notes(appendix)
    key = "import_page.table_has_notes" if notes else "import_page.table_line"
    label = f"{table_label(review, appendix)}: {review.appendices[appendix].title}".rstrip(": ")
    return text(key, label=label, rows=review.items(appendix), notes=len(notes))
