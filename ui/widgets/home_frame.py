"""The widgets of the overview and where they stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.overview import COMING_DAYS
from app.domain.settings import SOON_DAYS
from app.domain.status import TaskState
from app.texts import text
from ui.theme import GAP, HALF_GAP
from ui.widgets.home_bars import StackedBars
from ui.widgets.home_cards import FigureCard, Legend
from ui.widgets.home_list import UpcomingList

GROUNDS: dict[TaskState, tuple[str, str]] = {
    TaskState.DONE: ("good", "card"),
    TaskState.IN_PROGRESS: ("primary", "card"),
    TaskState.OVERDUE: ("bad", "card"),
    TaskState.NOT_DUE: ("bar_open", "text"),
    TaskState.CONTINUOUS: ("selected", "text"),
    TaskState.WAITING: ("bar_waiting", "text"),
}
"""Ground and letters of the part of a bar for each state of a task, in the order of the bar."""


class HomeFrame(QWidget):
    """News, five cards, progress by appendix and by unit, and what comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.news = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.news.setObjectName("homeNews")
        self.news.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.look = QPushButton(text("home.news_look"))
        self.look.setProperty("primary", True)
        self.done = FigureCard(text("home.card_done"), "good")
        self.late = FigureCard(text("home.card_late"), "bad")
        self.soon = FigureCard(text("home.card_soon", days=SOON_DAYS), "warn")
        self.waiting = FigureCard(text("home.card_waiting"), "primary")
        self.to_ask = FigureCard(text("home.card_to_ask"), "primary")
        self.progress = StackedBars()
        self.units = StackedBars()
        self.no_units = _quiet(text("home.late_units_none"))
        self.upcoming = UpcomingList()
        self.nothing_coming = _quiet(text("home.upcoming_none", days=COMING_DAYS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._news_card())
        column.addLayout(self._figures())
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self._progress_card(), 1)
        below.addWidget(self._coming_card(), 1)
        column.addLayout(below, 1)

    def _news_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        line = QHBoxLayout(card)
        line.setContentsMargins(GAP + 2, HALF_GAP + 2, GAP + 2, HALF_GAP + 2)
        line.addWidget(self.news, 1)
        line.addWidget(self.look)
        return card

    def _figures(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for card in (self.done, self.late, self.soon, self.waiting, self.to_ask):
            line.addWidget(card, 1)
        return line

    def _progress_card(self) -> QFrame:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, 0, GAP, 0)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.progress)
        column.addWidget(Legend([(ground, text(f"home.part_{state}")) for state, (ground, _) in GROUNDS.items()]))
        column.addSpacing(HALF_GAP)
        column.addWidget(_title(text("home.late_units")))
        column.addWidget(self.units)
        column.addWidget(self.no_units)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return _card(text("home.progress"), scroll)

    def _coming_card(self) -> QFrame:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(HALF_GAP, 0, HALF_GAP, 0)
        column.addWidget(self.upcoming, 1)
        column.addWidget(self.nothing_coming)
        return _card(text("home.upcoming", days=COMING_DAYS), inside)


def _card(title: str, inside: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, GAP - 2, 1, HALF_GAP)
    column.setSpacing(HALF_GAP)
    label = _title(title)
    label.setContentsMargins(GAP, 0, GAP, 0)
    column.addWidget(label)
    column.addWidget(inside, 1)
    return card


def _title(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("cardTitle")
    return label


def _quiet(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True, alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setObjectName("quiet")
    return label
