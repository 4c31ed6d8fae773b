"""The line of filters above the log of changes."""

from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from app.documents.log_list import plan_words
from app.documents.log_words import who_words
from app.domain.log_filter import LogFilter, LogTopic
from app.services.log import LogChoices
from app.texts import text
from ui.icons import icon
from ui.theme import HALF_GAP, measured, px
from ui.widgets.day_field import DayField
from ui.widgets.filter_combo import fill, filter_combo
from ui.widgets.wrapping_row import WrappingRow

_PAUSE_MS = 200
_WORDS_WIDTH = 170


class LogFilters(QWidget):
    """``changed`` tells the ``LogFilter`` that the fields ask for."""

    changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(placeholderText=text("log.words_hint"), clearButtonEnabled=True)
        self.words.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.words.setAccessibleName(text("log.words_hint"))
        measured(self.words, lambda field: field.setMinimumWidth(px(_WORDS_WIDTH)))
        self.who = filter_combo(text("log.filter_who"))
        self.topic = filter_combo(text("log.filter_topic"))
        self.plan = filter_combo(text("log.filter_plan"))
        self.since, self.until = _day(today, text("log.filter_since")), _day(today, text("log.filter_until"))
        self.clear = QPushButton(text("log.clear"))
        self.clear.setEnabled(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        topics = [(text(f"log.topic_{topic}"), topic) for topic in LogTopic]
        fill(self.topic, [(text("log.all_topics"), None), *topics])
        self.show_choices(LogChoices())
        self._connect()

    @property
    def wanted(self) -> LogFilter:
        """What the fields ask for. A day that makes no sense asks for nothing."""
        topic = self.topic.currentData()
        return LogFilter(
            self.who.currentData(),
            self.since.day,
            self.until.day,
            self.plan.currentData(),
            LogTopic(topic) if topic else None,  # Qt gives back a plain text
            self.words.text().strip(),
        )

    @property
    def wrong_day(self) -> str:
        """What stands in a field for a day and is none; "" where both make sense."""
        return next((field.text().strip() for field in (self.since, self.until) if field.is_wrong), "")

    def show_choices(self, choices: LogChoices) -> None:
        """Offer whom and what the log names; what was chosen stays chosen as long as it is there."""
        people = [(who_words(name), name) for name in choices.people]
        fill(self.who, [(text("log.all_people"), None), *people])
        titles = dict(choices.plans)
        plans = [(plan_words(id_, titles), id_) for id_, _ in choices.plans]
        fill(self.plan, [(text("log.all_plans"), None), *plans])

    @Slot()
    def clear_all(self) -> None:
        """Want every line again."""
        self.words.clear()
        for combo in (self.who, self.topic, self.plan):
            combo.setCurrentIndex(0)
        for field in (self.since, self.until):
            field.show_day(None)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self.clear.setEnabled(self.wanted != LogFilter() or bool(self.wrong_day))
        self.changed.emit(self.wanted)

    @Slot()
    def _wait(self) -> None:
        """Each letter is not yet a question."""
        self._pause.start()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._tell)
        self.words.textChanged.connect(self._wait)
        for field in (self.since, self.until):
            field.day_changed.connect(self._wait)
        for combo in (self.who, self.topic, self.plan):
            combo.activated.connect(self._tell)
        self.clear.clicked.connect(self.clear_all)

    def _lay_out(self) -> None:
        line = WrappingRow(HALF_GAP, self)
        for field in (self.words, self.who, self.topic, self.plan, self.since, self.until, self.clear):
            line.addWidget(field)


def _day(today: date, name: str) -> DayField:
    field = DayField(today)
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field
