"""The tab of the log of changes: who changed what, when, in the whole register."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.log_filter import LogFilter
from app.domain.numbers import whole_text
from app.domain.staff import LogLine
from app.services.log import SLICE, LogChoices, LogPlace, log_choices, log_count, log_place, log_slice
from app.texts import text
from ui.operations import Operations
from ui.pages.directory_tab import DirectoryTab
from ui.pages.log_prints import LogPrints
from ui.theme import HALF_GAP
from ui.widgets.log_chain_line import LogChainLine
from ui.widgets.log_detail import LogDetail
from ui.widgets.log_filters import LogFilters
from ui.widgets.log_table import LogTable


class LogTab(DirectoryTab):
    """Filters, the table, the line in use in full. ``place_wanted`` tells plan, appendix and row to go to."""

    place_wanted = Signal(object, object, object)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.filters = LogFilters(self.clock.today)
        self.table = LogTable()
        self.detail = LogDetail()
        self.counted = QLabel()
        self.counted.setObjectName("quiet")
        self.chain = LogChainLine(operations)
        self.prints = LogPrints(self)
        self.count = 0
        """How many lines the filter lets through."""
        self.wanted = LogFilter()
        """The filter of what is shown."""
        self._lay_out()
        self.filters.changed.connect(self._narrow)
        self.table.log.more_wanted.connect(self._read_on)
        self.table.line_shown.connect(self._show_line)
        self.table.line_chosen.connect(self._go)
        self.detail.place_wanted.connect(self._go)

    def read(self) -> None:
        """Read the newest lines, whom and what the log names, and whether it is whole."""
        self.operations.read(log_choices, self._show_choices)
        self._narrow(self.filters.wanted)
        self.chain.look()

    def take_focus(self) -> None:
        """Work begins with the words to look for."""
        self.filters.words.setFocus()

    @Slot(object)
    def _narrow(self, wanted: LogFilter) -> None:
        self.wanted = wanted
        wrong = self.filters.wrong_day
        self.said.emit(text("directory_page.typed_wrong", words=wrong) if wrong else "")
        self.operations.read(partial(log_slice, wanted=wanted), partial(self._show_first, wanted))

    def _show_first(self, wanted: LogFilter, lines: list[LogLine]) -> None:
        if wanted != self.wanted:
            return
        is_whole = len(lines) < SLICE
        self.table.log.show_first(lines, is_whole)
        if is_whole:
            self._show_count(wanted, len(lines))
        else:
            self.operations.read(partial(log_count, wanted=wanted), partial(self._show_count, wanted))

    @Slot()
    def _read_on(self) -> None:
        wanted, last = self.wanted, self.table.log.lines[-1].id
        self.operations.read(partial(log_slice, wanted=wanted, before=last), partial(self._show_more, wanted, last))

    def _show_more(self, wanted: LogFilter, last: int, lines: list[LogLine]) -> None:
        shown = self.table.log.lines
        if wanted == self.wanted and shown and shown[-1].id == last:
            self.table.log.add(lines, len(lines) < SLICE)

    def _show_count(self, wanted: LogFilter, count: int) -> None:
        if wanted == self.wanted:
            self.count = count
            self.counted.setText(text("log.counted", count=whole_text(count)) if count else text("log.empty"))
            self.prints.allow(count > 0)

    def _show_choices(self, choices: LogChoices) -> None:
        self.table.log.titles = {id_: title for id_, title in choices.plans if title}
        self.filters.show_choices(choices)
        self._show_line(self.table.line)

    @Slot(object)
    def _show_line(self, line: LogLine | None) -> None:
        self.detail.show_line(line, self.table.log.titles)

    @Slot()
    def _go(self) -> None:
        line = self.table.line
        if line is not None and line.row_id is not None:
            self.operations.read(partial(log_place, line=line), self._show_place, self._not_there)

    def _show_place(self, place: LogPlace | None) -> None:
        if place is not None:
            self.place_wanted.emit(place.plan_id, place.appendix_id, place.row_id)

    def _not_there(self, _sentence: str) -> None:
        self.said.emit(text("log.row_gone"))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        line.addWidget(self.counted)
        line.addStretch(1)
        line.addWidget(self.chain)
        line.addWidget(self.prints.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.filters)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
