"""The reports of a year by period, those not begun among them."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.report import FROZEN_STATES
from app.services.report_views import ReportBoard, ReportLine
from app.texts import text
from ui.dialogs.frame import card_around
from ui.icons import icon
from ui.theme import GAP, HALF_GAP
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.report_words import remaining_sign, row_words, state_sign

_COLUMNS = ("period", "cut_off", "due", "state", "number", "signed", "note")
_WIDTHS = (330, 110, 110, 130, 80, 110, 0)


class ReportList(QWidget):
    """``taken`` tells the ``ReportLine`` to open or begin, ``remove_wanted`` that of a report to remove;
    ``ad_hoc_wanted`` asks for a report on other days than those of a period."""

    taken = Signal(object)
    remove_wanted = Signal(object)
    ad_hoc_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ReportLine, ...] = ()
        self._why_not = ""
        self.table = DirectoryTable([text(f"reports_page.column_{name}") for name in _COLUMNS], _WIDTHS)
        self.take = QPushButton()
        self.take.setProperty("primary", True)
        self.remove = QPushButton(text("reports_page.remove"))
        self.remove.setIcon(icon("remove", "text"))
        self.ad_hoc = QPushButton(text("reports_page.ad_hoc"))
        self.ad_hoc.setIcon(icon("add", "text"))
        self.ad_hoc.setToolTip(text("reports_page.ad_hoc_tip"))
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF_GAP)
        buttons.addWidget(self.ad_hoc)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(card_around(self.table), 1)
        column.addLayout(buttons)
        self.table.taken.connect(self._take)
        self.table.selection_changed.connect(self._allow)
        self.take.clicked.connect(self._take)
        self.remove.clicked.connect(self._remove)
        self.table.remove_wanted.connect(self._remove)
        self.ad_hoc.clicked.connect(self._ask_ad_hoc)
        shortcut = QShortcut(QKeySequence("Insert"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.ad_hoc.click)

    @property
    def line(self) -> ReportLine | None:
        """The line in use."""
        return self.table.chosen_of(self.lines)

    def show_board(self, board: ReportBoard, today: date) -> None:
        """Show the reports of ``board``."""
        self.lines = board.lines
        numbers = {line.report.id: line.report.number for line in board.lines if line.report}
        self.table.show_rows([row_words(line, today, numbers) for line in board.lines])
        for row, line in enumerate(board.lines):
            self._sign(row, "state", state_sign(line.report.state if line.report else None))
            self._sign(row, "note", remaining_sign(line, today))
        self._allow()

    def _sign(self, row: int, column: str, sign: tuple[str, str] | None) -> None:
        item = self.table.item(row, _COLUMNS.index(column))
        if item is not None and sign is not None:
            item.setIcon(icon(*sign))

    @Slot()
    def _allow(self) -> None:
        line = self.line
        report = line.report if line else None
        self.take.setEnabled(line is not None and (report is not None or not self._why_not))
        self.take.setToolTip("" if report else self._why_not)
        self.take.setText(text("reports_page.open" if report else "reports_page.start"))
        self.remove.setEnabled(report is not None and report.state not in FROZEN_STATES)

    @Slot()
    def _take(self) -> None:
        if self.line is not None and self.take.isEnabled():
            self.taken.emit(self.line)

    def forbid_beginning(self, why: str) -> None:
        """Reports can be opened but not begun, for the reason ``why``; "" lets them be begun."""
        self._why_not = why
        self._allow()

    @Slot()
    def _ask_ad_hoc(self) -> None:
        self.ad_hoc_wanted.emit()

    @Slot()
    def _remove(self) -> None:
        if self.line is not None and self.remove.isEnabled():
            self.remove_wanted.emit(self.line)
