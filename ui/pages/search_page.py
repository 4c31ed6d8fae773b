"""Search as you type over every column of every plan; Enter goes to the row."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ports import Changes, SearchHit, Work
from app.texts import text
from ui.icons import icon
from ui.operations import Operations
from ui.pages.page import Page
from ui.theme import GAP, HALF_GAP
from ui.widgets.search_results import SearchResults

_LIMIT = 200
_SHORTEST = 2
_PAUSE_MS = 60


class SearchPage(Page):
    """A field and the places found, grouped by plan."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("search.title"), parent)
        self.field = QLineEdit(placeholderText=text("search.hint"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setAccessibleName(text("search.hint"))
        self.results = SearchResults()
        self.counts = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.counts.setObjectName("quiet")
        self._asked = ""
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self.field.textChanged.connect(self._timer.start)
        self.field.installEventFilter(self)
        self._timer.timeout.connect(self.search_now)
        self.results.hit_chosen.connect(self._go)
        self._show_start()

    def enter(self) -> None:
        """Ready to type."""
        self.field.setFocus()
        self.field.selectAll()
        self.search_now()

    def show_words(self, words: str) -> None:
        """Search for ``words``."""
        self.field.setText(words)
        self.search_now()

    def show_changes(self, changes: Changes) -> None:
        """What was found may have changed."""
        del changes
        if self.isVisible():
            self._timer.start()

    @Slot()
    def search_now(self) -> None:
        """Ask the register for what the field says."""
        words = self.field.text().strip()
        self._asked = words
        if len(words) < _SHORTEST:
            self._show_start()
        else:
            self.operations.read(partial(_search, words=words), partial(self._show, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter lead from the field to the results."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.results.go_first()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.results.open_first()
                return True
        return super().eventFilter(watched, event)

    def _show(self, words: str, hits: list[SearchHit]) -> None:
        if words != self._asked:
            return
        self.results.show_hits(words, hits)
        if not hits:
            self.counts.setText(text("search.none", words=words))
            return
        plans = len({hit.plan_id for hit in hits})
        key = "search.counts_limited" if len(hits) >= _LIMIT else "search.counts"
        self.counts.setText(text(key, hits=len(hits), plans=plans))

    def _show_start(self) -> None:
        self.results.show_hits("", [])
        self.counts.setText(text("search.start"))

    @Slot(object)
    def _go(self, hit: SearchHit) -> None:
        self.plan_wanted.emit(hit.plan_id, hit.appendix_id, hit.row_id)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(HALF_GAP, HALF_GAP, HALF_GAP, HALF_GAP)
        column.addWidget(self.results)
        footer = QLabel(text("search.footer"))
        footer.setObjectName("quiet")
        self.body.addWidget(self.field)
        self.body.addWidget(self.counts)
        self.body.addWidget(card, 1)
        self.body.addWidget(footer)
        self.body.setSpacing(GAP - 2)


def _search(work: Work, words: str) -> list[SearchHit]:
    return work.search(words, _LIMIT)
