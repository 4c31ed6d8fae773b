"""The help in a window of its own: contents and search at the left, the page at the right."""

from PySide6.QtCore import QEvent, QSettings, QSignalBlocker, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.help_page import HelpPage
from app.domain.help_search import find_in_help
from app.exchange.help_files import contents
from app.texts import text
from ui.help_browser import HelpBrowser
from ui.help_html import hits_html, page_html
from ui.help_pages import help_pages
from ui.icons import icon
from ui.theme import GAP, HALF_GAP, measured, px

_SIZE = (1080, 720)
_SIDE = 236
_ENTRY = 26
_HEADING = 32
_SMALL = 11
_GEOMETRY = "help_geometry"
_SEARCH = "?"
"""Begins an entry of the way back that is a search."""


class HelpWindow(QWidget):
    """Stays beside the program's window, is closed by Escape, remembers its size."""

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        """``parent`` is the window it belongs to: it stands above it and goes with it."""
        super().__init__(parent, Qt.WindowType.Window)
        self._settings = settings
        self._pages = help_pages()
        self._way: list[str] = []
        self.setWindowTitle(text("help.title"))
        self.search = QLineEdit(placeholderText=text("help.search_hint"), clearButtonEnabled=True)
        self.search.setAccessibleName(text("help.search_name"))
        self.list = QListWidget()
        self.list.setObjectName("helpContents")
        self.list.setAccessibleName(text("help.contents"))
        self.back = QPushButton(icon("left"), text("help.back"))
        self.browser = HelpBrowser()
        self._fill_contents()
        self._lay_out()
        self._connect()
        self._take_size()

    @property
    def topic(self) -> str:
        """The topic of the page on show; "" for what was found."""
        return "" if self._here.startswith(_SEARCH) else self._here

    def show_topic(self, topic: str) -> None:
        """Show the page ``topic``. KeyError for an unknown one."""
        self._show_page(self._pages[topic])
        if self._here != topic:
            self._way.append(topic)
        self._allow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place."""
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size, other colours: show contents and page anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._way:
            with QSignalBlocker(self.list):
                self.list.clear()
                self._fill_contents()
            self._show_here()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, wherever in the window the keys are."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @property
    def _here(self) -> str:
        return self._way[-1] if self._way else ""

    def _show_page(self, page: HelpPage) -> None:
        self.browser.show_words(page_html(page, self._letters))
        for place in range(self.list.count()):
            if self.list.item(place).data(Qt.ItemDataRole.UserRole) == page.topic:
                self.list.setCurrentRow(place)

    @property
    def _letters(self) -> int:
        return self.fontInfo().pixelSize()

    @Slot(str)
    def _find(self, words: str) -> None:
        """Show what is found while the words are typed; without words, the page before."""
        searching = self._here.startswith(_SEARCH)
        if not words.strip():
            self.go_back()
            return
        if searching:
            self._way.pop()
        self._way.append(_SEARCH + words)
        self._show_hits(words)
        self._allow()

    def _show_hits(self, words: str) -> None:
        hits = find_in_help(self._pages.values(), words)
        self.list.setCurrentRow(-1)
        self.browser.show_words(hits_html(words.strip(), hits, self._letters))

    @Slot()
    def _take_first(self) -> None:
        """Enter in the search field opens the best page."""
        hits = find_in_help(self._pages.values(), self.search.text())
        if hits:
            self.show_topic(hits[0].topic)
            self.browser.setFocus()

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        self.show_topic(link.toString())

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem | None) -> None:
        topic = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if topic and topic != self._here:
            self.show_topic(topic)

    @Slot()
    def go_back(self) -> None:
        """The page or the search before this one."""
        if len(self._way) < 2:
            return
        self._way.pop()
        words = self._here.removeprefix(_SEARCH) if self._here.startswith(_SEARCH) else ""
        with QSignalBlocker(self.search):
            self.search.setText(words)
        self._show_here()
        self._allow()

    def _show_here(self) -> None:
        if self._here.startswith(_SEARCH):
            self._show_hits(self._here.removeprefix(_SEARCH))
        else:
            self._show_page(self._pages[self._here])

    def _allow(self) -> None:
        self.back.setEnabled(len(self._way) > 1)

    def _fill_contents(self) -> None:
        for part in contents():
            heading = QListWidgetItem(part.title.upper())
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            font = heading.font()
            font.setPixelSize(px(_SMALL))
            font.setBold(True)
            heading.setFont(font)
            heading.setSizeHint(QSize(0, px(_HEADING)))
            self.list.addItem(heading)
            for topic in part.topics:
                item = QListWidgetItem(self._pages[topic].title)
                item.setData(Qt.ItemDataRole.UserRole, topic)
                item.setSizeHint(QSize(0, px(_ENTRY)))
                self.list.addItem(item)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(HALF_GAP)
        side.addWidget(self.search)
        side.addWidget(_card(self.list), 1)
        side.addWidget(self.back)
        left = QWidget()
        measured(left, lambda widget: widget.setFixedWidth(px(_SIDE)))
        left.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP, GAP, GAP, GAP)
        line.setSpacing(GAP)
        line.addWidget(left)
        line.addWidget(_card(self.browser), 1)

    def _connect(self) -> None:
        self.search.textEdited.connect(self._find)
        self.search.textChanged.connect(self._cleared)
        self.search.returnPressed.connect(self._take_first)
        self.list.currentItemChanged.connect(self._choose)
        self.back.clicked.connect(self.go_back)
        self.browser.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence("Ctrl+F"), self, self._to_search)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)

    @Slot(str)
    def _cleared(self, words: str) -> None:
        """The button in the field empties it without a key being typed."""
        if not words and self._here.startswith(_SEARCH):
            self.go_back()

    @Slot()
    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _take_size(self) -> None:
        kept = self._settings.value(_GEOMETRY)
        if kept is None or not self.restoreGeometry(kept):
            self.resize(*_SIZE)


def _card(inside: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(HALF_GAP, HALF_GAP, HALF_GAP, HALF_GAP)
    column.addWidget(inside)
    return card
