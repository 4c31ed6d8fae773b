"""The figures of the statistics forms of a period: typed, pasted, imported, checked, exported."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.access import Right
from app.domain.reporting_period import ReportingPeriod
from app.exchange.outlines import report_kit
from app.ports import Changes
from app.services.figures import FiguresBoard, FormFigures, figures_board
from app.texts import text
from ui.icons import icon
from ui.operations import Operations
from ui.pages.figures_clipboard import FiguresClipboard
from ui.pages.figures_commands import FiguresCommands
from ui.pages.figures_files import FiguresFiles
from ui.pages.page import Page
from ui.widgets.figures_bar import PeriodChooser, period_entries, periods_of, same_in_year
from ui.widgets.figures_body import FiguresBody

_REPORTED = (0, 4, 5, 6)
"""The periods of a year that reports are made for, among all of them: quý I, 6 months, 9 months, the year."""


class FiguresPage(Page):
    """A tab for each form, its table, and beside it the indicator in use and what should be looked at again."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("figures_page.title"), parent)
        self._kit = report_kit()
        self._plan_id: int | None = None
        self._form = 0
        self._is_stale = True
        self.period: ReportingPeriod | None = None
        self.board: FiguresBoard | None = None
        self.year = PeriodChooser("figures_page.choose_year", 136)
        self.periods = PeriodChooser("figures_page.choose_period", 120)
        self.forms = FiguresBody()
        self.tabs, self.view = self.forms.tabs, self.forms.view
        self.buttons = {name: _button(name, picture) for name, picture in _BUTTONS.items()}
        self.commands = FiguresCommands(operations, self)
        self.clipboard = FiguresClipboard(self.view, self)
        self.files = FiguresFiles(self)
        self._lay_out()
        self._connect()
        operations.rights.need(Right.ENTER, *(self.buttons[name] for name in _CHANGING))
        operations.rights.follow(Right.ENTER, self, self.view.allow_writing)
        self.view.typing_forbidden.connect(self.say_only_read)

    @property
    def form(self) -> FormFigures | None:
        """The form in front."""
        return self.board.forms[self._form] if self.board and self.board.forms else None

    def follow_plan(self, plan_id: int | None) -> None:
        """Where several plans are of one year, the register of this one counts."""
        if plan_id != self._plan_id:
            self._plan_id, self._is_stale = plan_id, True

    def enter(self) -> None:
        """Read what is in front."""
        if self.period is None:
            self.period = _period_of(self.clock.today)
        self.view.grid.setFocus()
        self.read()

    def show_changes(self, changes: Changes) -> None:
        """Figures, plans or what was noted of them may have changed."""
        if changes.plans or changes.rows or changes.directories:
            self._is_stale = True
        if self.isVisible():
            self.read()

    def finish_editing(self) -> None:
        """Store what is being typed."""
        self.view.grid.finish_editing()

    def event(self, event: QEvent) -> bool:
        """Stop reading files when the page goes away."""
        if event.type() == QEvent.Type.DeferredDelete:
            self.files.background.stop()
        return super().event(event)

    def show_period(self, period: ReportingPeriod) -> None:
        """Bring the figures of ``period`` to the front."""
        self.finish_editing()
        self.period, self._is_stale = period, True
        self.read()

    @Slot(int)
    def show_form(self, place: int) -> None:
        """Bring the form at ``place`` to the front."""
        self.finish_editing()
        self._form = place
        self.show_again()
        self.view.grid.setFocus()

    @Slot()
    def next_form(self) -> None:
        """Bring the next form to the front."""
        self.tabs.go(1)

    @Slot()
    def previous_form(self) -> None:
        """Bring the form before to the front."""
        self.tabs.go(-1)

    @Slot()
    def read(self) -> None:
        """Read the figures again."""
        if self.period is None:
            return
        known = self.board.register if self.board and not self._is_stale else None
        use_case = partial(figures_board, period=self.period, plan_id=self._plan_id, kit=self._kit, register=known)
        self._is_stale = False
        self.operations.read_after_writes(use_case, self._show)

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say something beside the name of the form."""
        self.forms.news.setText(sentence)

    def _show(self, board: FiguresBoard) -> None:
        if board.period != self.period:
            return
        self.board = board
        self._form = min(self._form, max(len(board.forms) - 1, 0))
        years = sorted({*board.years, self.clock.today.year - 1, self.clock.today.year, board.period.year})
        self.year.offer([(text("figures_page.year_entry", year=year), year) for year in years], board.period.year)
        self.periods.offer(period_entries(board.period.year, board.ad_hoc), board.period)
        self.show_again()

    @Slot()
    def show_again(self) -> None:
        """Show what is stored of the form in front."""
        if self.board is not None and self.form is not None:
            self.forms.show_form(self.board, self._form, self.commands.sentences(self.board.period, self.form))
            self.buttons["remove_line"].setVisible(self.view.is_of_lines)

    @Slot(object)
    def _type_rows(self, typed: dict[str, str]) -> None:
        if self.form is not None and self.board is not None:
            self.commands.type_rows(self.board.period, self.form, typed)

    @Slot(object)
    def _type_lines(self, typed: dict[tuple[int, str], str]) -> None:
        if self.form is not None and self.board is not None:
            self.commands.type_lines(self.board.period, self.form, typed)

    @Slot()
    def remove_lines(self) -> None:
        """Take the selected lines away."""
        if self.form is None or self.board is None or not self.view.is_of_lines:
            return
        numbers = sorted({row for row, _ in self.view.grid.selected_cells() if row < len(self.form.lines)})
        if numbers:
            self.commands.remove_lines(self.board.period, self.form, numbers)

    @Slot()
    def _choose_year(self) -> None:
        if self.period is not None:
            self.show_period(same_in_year(self.period, self.year.currentData()))

    @Slot()
    def _choose_period(self) -> None:
        self.show_period(self.periods.currentData())

    def _connect(self) -> None:
        self.year.chosen.connect(self._choose_year)
        self.periods.chosen.connect(self._choose_period)
        self.tabs.form_chosen.connect(self.show_form)
        self.view.rows_typed.connect(self._type_rows)
        self.view.lines_typed.connect(self._type_lines)
        self.commands.untaken.connect(self.show_again)
        self.clipboard.said.connect(self.say)
        self.clipboard.table_pasted.connect(self.buttons["paste_by_code"].click)
        does = {"import": self.files.choose, "paste_by_code": self.files.paste_by_code, "export": self.files.export,
                "remove_line": self.remove_lines}  # fmt: skip
        for name, slot in does.items():
            self.buttons[name].clicked.connect(slot)
        for keys, slot in _keys(self).items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        for widget in (self.year, self.periods, *self.buttons.values()):
            self.header.addWidget(widget)
        self.body.addWidget(self.forms, 1)


_BUTTONS = {"remove_line": "remove", "paste_by_code": "paste", "import": "import", "export": "export"}
_CHANGING = ("remove_line", "paste_by_code", "import")


def _keys(page: FiguresPage) -> dict[str, Callable[[], None]]:
    return {
        "Ctrl+Shift+V": page.buttons["paste_by_code"].click,
        "Ctrl+E": page.files.export,
        "Ctrl+Delete": page.buttons["remove_line"].click,
        "Ctrl+PgDown": page.next_form,
        "Ctrl+PgUp": page.previous_form,
    }


def _button(name: str, picture: str) -> QPushButton:
    button = QPushButton(text(f"figures_page.{name}"))
    button.setIcon(icon(picture, "text"))
    button.setToolTip(text(f"figures_page.{name}_tip"))
    return button


def _period_of(today: date) -> ReportingPeriod:
    """The period that is being reported on ``today``."""
    every = periods_of(today.year)
    return next(every[place] for place in _REPORTED if every[place].last_day >= today)
