"""The milestones on a calendar: a month's page, and beside it what is due on the chosen day."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.domain.dates import date_text
from app.domain.line_groups import by_day
from app.domain.milestone_lines import Line
from app.texts import text
from ui.icons import icon
from ui.theme import GAP, HALF_GAP, measured, some_px
from ui.widgets.tracking_day_list import DayList
from ui.widgets.tracking_legend import StateLegend
from ui.widgets.tracking_month import MonthGrid

_SIDE = 290


class CalendarView(QWidget):
    """``line_chosen`` tells the ``Line`` that was double-clicked or taken with Enter in the day's list."""

    line_chosen = Signal(object)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = MonthGrid()
        self.day_lines = DayList()
        self.month = QLabel()
        self.month.setObjectName("cardTitle")
        self.day_title = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.day_title.setObjectName("cardTitle")
        self.before = _button("left", "month_before")
        self.after = _button("right", "month_after")
        self.today = QPushButton(text("tracking_page.today"))
        self._nothing = QLabel(text("tracking_page.day_empty"), alignment=Qt.AlignmentFlag.AlignTop, wordWrap=True)
        self._nothing.setObjectName("quiet")
        self._nothing.setContentsMargins(8, 8, 8, 8)
        self._side = QStackedWidget()
        self._lines: dict[date, list[Line]] = {}
        self._holidays: Mapping[date, str] = {}
        self._today = date.min
        self._lay_out()
        self._connect()

    @property
    def selected(self) -> list[Line]:
        """The lines selected in the day's list."""
        return self.day_lines.selected

    def show_lines(self, lines: Sequence[Line], holidays: Mapping[date, str], today: date) -> None:
        """Show these milestones; the chosen day stays."""
        self._lines, self._holidays, self._today = by_day(lines), holidays, today
        self.grid.show_lines(self._lines, holidays, today)
        self._show_day(self.grid.day)

    def go_to(self, day: date) -> None:
        """Show the month of ``day`` and what is due on it."""
        self.grid.go_to(day)

    @Slot(object)
    def _show_day(self, day: date) -> None:
        kept = {(line.row_id, line.key) for line in self.day_lines.selected}
        lines = self._lines.get(day, [])
        self.month.setText(text("tracking_page.month", month=day.month, year=day.year))
        weekday, holiday = text(f"home.weekday_{day.weekday()}"), self._holidays.get(day, "")
        title = text("tracking_page.day_title", weekday=weekday[:1].upper() + weekday[1:], day=date_text(day))
        self.day_title.setText(text("tracking_page.day_holiday", day=title, holiday=holiday) if holiday else title)
        self.day_lines.lines.show_lines(lines, self._today)
        self._side.setCurrentIndex(0 if lines else 1)
        self._select([row for row, line in enumerate(lines) if (line.row_id, line.key) in kept])
        self.selection_changed.emit()

    def _select(self, rows: Sequence[int]) -> None:
        model = self.day_lines.selectionModel()
        for row in rows:
            model.select(self.day_lines.lines.index(row), model.SelectionFlag.Select)

    @Slot()
    def _enter_day(self) -> None:
        """Enter on a day goes on to its list."""
        if self.day_lines.lines.lines:
            self.day_lines.setFocus()
            self.day_lines.setCurrentIndex(self.day_lines.lines.index(0))

    @Slot()
    def _go_back(self) -> None:
        self.grid.go_months(-1)

    @Slot()
    def _go_on(self) -> None:
        self.grid.go_months(1)

    @Slot()
    def _go_today(self) -> None:
        self.grid.go_to(self._today)

    def _connect(self) -> None:
        self.grid.day_chosen.connect(self._show_day)
        self.grid.day_entered.connect(self._enter_day)
        self.grid.line_chosen.connect(self.line_chosen)
        self.day_lines.line_chosen.connect(self.line_chosen)
        self.day_lines.selection_changed.connect(self.selection_changed)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.today.clicked.connect(self._go_today)
        self.setFocusProxy(self.grid)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(HALF_GAP)
        for widget in (self.before, self.month, self.after):
            head.addWidget(widget)
        head.addSpacing(GAP)
        head.addWidget(self.today)
        head.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(HALF_GAP)
        left.addLayout(head)
        left.addWidget(self.grid, 1)
        self._side.addWidget(self.day_lines)
        self._side.addWidget(self._nothing)
        side = QWidget()
        measured(side, lambda widget: widget.setFixedWidth(some_px(_SIDE)))
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 4, 0, 0)
        right.addWidget(self.day_title)
        right.addWidget(self._side, 1)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addLayout(left, 1)
        both.addWidget(side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP, HALF_GAP, GAP, HALF_GAP)
        whole.setSpacing(HALF_GAP)
        whole.addLayout(both, 1)
        whole.addWidget(StateLegend())


def _button(picture: str, name: str) -> QPushButton:
    words = text(f"tracking_page.{name}")
    button = QPushButton(icon(picture), "")
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
