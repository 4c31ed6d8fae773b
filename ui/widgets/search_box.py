"""The search box of the plan page: what is found stands in a list below it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.ports import SearchHit
from app.texts import text
from ui.icons import icon
from ui.theme import COLOURS, px
from ui.widgets.marked_lines import MARKED, MarkedLines
from ui.widgets.search_results import bold_words

_MOST = 8
_SNIPPET = 62
_LIST_WIDTH = 460
_PAUSE_MS = 60


class SearchBox(QLineEdit):
    """Tells ``wanted`` while typing and ``chosen`` when a place is picked from the list."""

    wanted = Signal(str)
    """Words to look for."""
    chosen = Signal(object)
    """The ``SearchHit`` to go to."""
    all_wanted = Signal(str)
    """Words whose hits are to be shown on the search page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBox")
        self.setPlaceholderText(text("plan_page.search_hint"))
        self.setAccessibleName(text("plan_page.search_hint"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self._list: QListWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._pause.start)

    @property
    def shown(self) -> list[str]:
        """What stands in the list now."""
        found = self._list
        return [found.item(i).text() for i in range(found.count())] if found and found.isVisible() else []

    def show_hits(self, words: str, hits: Sequence[SearchHit]) -> None:
        """Show what was found for ``words``, unless something else has been typed since."""
        if words != self.text().strip() or not self.hasFocus():
            return
        found = self._hit_list()
        found.clear()
        for hit in hits[:_MOST]:
            item = QListWidgetItem(_line(hit))
            item.setData(Qt.ItemDataRole.UserRole, hit)
            item.setData(MARKED, _marked(hit, words))
            found.addItem(item)
        if not hits:
            nothing = QListWidgetItem(text("plan_page.nothing_found"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            found.addItem(nothing)
        self._place(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up walk through the list, Enter goes to the place, Esc closes."""
        found = self._list
        if found is not None and found.isVisible():
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                found.setCurrentRow(max(0, min(found.count() - 1, found.currentRow() + step)))
                return
            if event.key() == Qt.Key.Key_Escape:
                found.hide()
                return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        super().focusOutEvent(event)
        if self._list is not None:
            self._list.hide()

    def _enter(self) -> None:
        found = self._list
        if found is not None and found.isVisible() and found.currentItem() is not None:
            self._take(found.currentItem())
        elif self.text().strip():
            self.all_wanted.emit(self.text().strip())

    def _hit_list(self) -> QListWidget:
        if self._list is None:
            self._list = QListWidget(self.window())
            self._list.setObjectName("suggestions")
            self._list.setItemDelegate(MarkedLines(self._list))
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.itemClicked.connect(self._take)
        return self._list

    def _place(self, found: QListWidget) -> None:
        width = max(self.width(), px(_LIST_WIDTH))
        corner = self.mapTo(self.window(), QPoint(self.width() - width, self.height() + 2))
        found.setGeometry(corner.x(), corner.y(), width, 100)
        found.show()
        found.raise_()
        found.doItemsLayout()
        height = sum(found.sizeHintForRow(i) for i in range(found.count())) + 2 * found.frameWidth()
        found.resize(width, min(height, self.window().height() - corner.y() - 20))

    @Slot()
    def _ask(self) -> None:
        words = self.text().strip()
        if words:
            self.wanted.emit(words)
        elif self._list is not None:
            self._list.hide()

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, SearchHit):
            if self._list is not None:
                self._list.hide()
            self.chosen.emit(hit)


def _line(hit: SearchHit) -> str:
    return f"{_snippet(hit)}\n{_place(hit)}"


def _marked(hit: SearchHit, words: str) -> str:
    """The same as HTML: the words in bold, their place below them in quiet letters."""
    return f'{bold_words(_snippet(hit), words)}<br><span style="color:{COLOURS["quiet"]}">{escape(_place(hit))}</span>'


def _snippet(hit: SearchHit) -> str:
    snippet = " ".join(hit.snippet.split())
    return snippet if len(snippet) <= _SNIPPET else snippet[: _SNIPPET - 1].rstrip() + "…"


def _place(hit: SearchHit) -> str:
    return f"{hit.appendix_label or hit.plan_title} · {hit.plan_title}"
