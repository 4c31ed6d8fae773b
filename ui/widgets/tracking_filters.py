"""The line of filters above the milestones."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import DONE_STATES, LineState
from app.domain.status import TaskState
from app.services.milestone_lists import MilestoneList
from app.texts import text
from ui.icons import icon
from ui.theme import HALF_GAP
from ui.widgets.filter_combo import choose, fill, filter_combo
from ui.widgets.tracking_words import full_appendix_words, period_words

_PAUSE_MS = 60


class StateChoice(NamedTuple):
    """One entry of the state filter; ``name`` is also the key of its words."""

    name: str
    states: frozenset[LineState] | None = None
    tasks: TaskState | None = None


_OPEN = frozenset((LineState.OVERDUE, LineState.DUE_SOON, LineState.NOT_DUE))
_DATED = (
    LineState.OVERDUE,
    LineState.DUE_SOON,
    LineState.NOT_DUE,
    LineState.DONE_ON_TIME,
    LineState.DONE_LATE,
    LineState.CANCELLED,
)
_UNDATED = (LineState.WAITING, LineState.CONTINUOUS, LineState.NO_DATE)
_ASKED = (LineState.TO_ASK, LineState.CARRIED_OUT, LineState.NOT_CARRIED_OUT)
STATE_CHOICES = (
    StateChoice("all"),
    StateChoice("open", _OPEN),
    StateChoice("done", frozenset(DONE_STATES)),
    *(StateChoice(state, frozenset({state})) for state in (*_DATED, *_UNDATED, *_ASKED)),
    *(StateChoice(f"task_{state}", None, state) for state in TaskState),
)
"""From top to bottom: milestones with a due day, tasks without one, questions of periods, tasks by their state."""
_SEPARATED = ("waiting", "to_ask", "task_done")


class TrackingFilters(QWidget):
    """``changed`` tells the ``LineFilter`` that the fields ask for."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(placeholderText=text("tracking_page.search_hint"))
        self.words.setClearButtonEnabled(True)
        self.words.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.words.setAccessibleName(text("tracking_page.search_hint"))
        self.state = filter_combo(text("tracking_page.filter_state"))
        self.unit = filter_combo(text("tracking_page.filter_unit"))
        self.period = filter_combo(text("tracking_page.filter_period"))
        self.appendix = filter_combo(text("tracking_page.filter_appendix"))
        self.clear = QPushButton(text("tracking_page.clear"))
        self._bounds = LineFilter()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._fill_states()
        self._pause.timeout.connect(self._tell)
        self.words.textEdited.connect(self._pause.start)
        self.words.textChanged.connect(self._emptied)
        for combo in self._combos():
            combo.activated.connect(self._tell)
        self.clear.clicked.connect(self.clear_all)

    @property
    def wanted(self) -> LineFilter:
        """What the fields ask for, and the bounds that another page has asked for."""
        choice: StateChoice = self.state.currentData()
        return replace(
            self._bounds,
            states=choice.states,
            tasks=choice.tasks,
            unit=self.unit.currentData(),
            period=self.period.currentData(),
            appendix=self.appendix.currentData(),
            words=self.words.text().strip(),
        )

    def show_choices(self, listed: MilestoneList) -> None:
        """Offer what occurs in ``listed``; what was chosen stays chosen as long as it is there."""
        units = [(unit, unit) for unit in listed.units]
        fill(self.unit, [(text("tracking_page.all_units"), None), *units])
        periods = [(period_words(period), period) for period in listed.periods]
        fill(self.period, [(text("tracking_page.all_periods"), None), *periods])
        named = [(full_appendix_words(one, place), place) for place, one in enumerate(listed.appendices)]
        fill(self.appendix, [(text("tracking_page.all_appendices"), None), *named])

    def show_filter(self, wanted: LineFilter) -> None:
        """Put the fields to ``wanted``, without telling anybody."""
        self._bounds = LineFilter(since=wanted.since, until=wanted.until)
        places = [i for i, one in enumerate(_entries()) if one and (one.states, one.tasks) == _states(wanted)]
        self.state.setCurrentIndex(places[0] if places else 0)
        for combo, value in ((self.unit, wanted.unit), (self.period, wanted.period), (self.appendix, wanted.appendix)):
            choose(combo, value)
        self.words.setText(wanted.words)
        self._allow_clear()

    @Slot()
    def clear_all(self) -> None:
        """Show all milestones with a due day again."""
        self.show_filter(LineFilter())
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self._allow_clear()
        self.changed.emit(self.wanted)

    @Slot(str)
    def _emptied(self, words: str) -> None:
        """The clear button of the field edits nothing."""
        if not words:
            self._pause.start()

    def _allow_clear(self) -> None:
        self.clear.setEnabled(self.wanted != LineFilter())

    def _combos(self) -> tuple[QComboBox, ...]:
        return self.state, self.unit, self.period, self.appendix

    def _fill_states(self) -> None:
        for one in _entries():
            if one is None:
                self.state.insertSeparator(self.state.count())
            else:
                self.state.addItem(text(f"tracking_page.states_{one.name}"), one)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(HALF_GAP)
        line.addWidget(self.words, 3)
        for combo, share in zip(self._combos(), (2, 2, 1, 2), strict=True):
            line.addWidget(combo, share)
        line.addWidget(self.clear)
        self.clear.setEnabled(False)
        self.state.setMinimumContentsLength(11)


def _entries() -> list[StateChoice | None]:
    """The choices with None where a line parts them."""
    return [entry for one in STATE_CHOICES for entry in ((None, one) if one.name in _SEPARATED else (one,))]


def _states(wanted: LineFilter) -> tuple[frozenset[LineState] | None, TaskState | None]:
    return wanted.states, wanted.tasks
