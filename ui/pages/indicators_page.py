"""Indicators of a plan: those it proposes to decide on, and those decided on with their values through the year."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.domain.access import Right
from app.exchange.outlines import report_kit
from app.ports import Changes, PlanSummary
from app.ports.reporting import StoredIndicator
from app.services.indicators import IndicatorBoard, IndicatorLine, indicator_board
from app.texts import text
from ui.operations import Operations
from ui.pages.indicator_commands import IndicatorCommands
from ui.pages.indicator_proofs import IndicatorProofs
from ui.pages.page import Page
from ui.theme import GAP
from ui.widgets.directory_card import DirectoryCard, button
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.empty_card import EmptyCard
from ui.widgets.indicator_evidence import PROVING, IndicatorEvidence
from ui.widgets.indicator_table import IndicatorTable
from ui.widgets.indicator_words import about, proposal_row
from ui.widgets.plan_chooser import PlanChooser

_PROPOSAL_COLUMNS = ("source", "measure", "comparator", "number", "unit")
_PROPOSAL_WIDTHS = (0, 400, 74, 104, 100)
EMPTY, BOARD = range(2)


class IndicatorsPage(Page):
    """Proposals above as long as there are any, the table of indicators below."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("indicators_page.title"), parent)
        self._kit = report_kit()
        self._plan_id: int | None = None
        self.board: IndicatorBoard | None = None
        self.chooser, self.news = PlanChooser(), QLabel(textFormat=Qt.TextFormat.PlainText)
        self.commands = IndicatorCommands(operations, self)
        headings = [text(f"indicators_page.column_{name}") for name in _PROPOSAL_COLUMNS]
        self.proposals = DirectoryTable(headings, _PROPOSAL_WIDTHS)
        self.proposals.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.proposals.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table = IndicatorTable()
        self.accept, self.reject = _button("accept", "check", primary=True), _button("reject", "close")
        self.correct, self.accept_all = _button("correct", "edit"), _button("accept_all", None)
        self.add, self.change = _button("add", "add"), _button("change", "edit")
        self.remove, self.read_plan = _button("remove", "remove"), _button("read_plan", "document")
        self._proposed = DirectoryCard(
            "", self.proposals, (self.accept, self.reject, self.correct, self.accept_all),
            text("indicators_page.proposals_hint"),
        )  # fmt: skip
        self._decided = DirectoryCard("", self.table, (self.add, self.change, self.remove, self.read_plan))
        self.evidence = IndicatorEvidence()
        self.proofs_of_value = IndicatorProofs(self.evidence, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._ask_rights()

    @property
    def chosen_proposals(self) -> list[StoredIndicator]:
        """The proposals that are selected."""
        known = self.board.proposals if self.board else ()
        return [known[row] for row in self.proposals.chosen if row < len(known)]

    def follow_plan(self, plan_id: int | None) -> None:
        """Show the indicators of this plan."""
        self._plan_id = plan_id if plan_id is not None else self._plan_id

    def enter(self) -> None:
        """Read the indicators."""
        self.news.clear()
        self._read()

    def show_changes(self, changes: Changes) -> None:
        """Indicators, values, plans or marks may have changed."""
        del changes
        if self.isVisible():
            self._read()

    def finish_editing(self) -> None:
        """Commit the value or the note being typed."""
        self.table.finish_editing()
        self.evidence.store()

    def stop_copying(self) -> None:
        """Wait for proofs being copied."""
        self.proofs_of_value.stop()

    @Slot()
    def _read(self) -> None:
        use_case = partial(indicator_board, plan_id=self._plan_id, kit=self._kit, today=self.clock.today)
        self.operations.read_after_writes(use_case, self._show)

    def _show(self, board: IndicatorBoard) -> None:
        first = self.board is None
        self.board = board
        self._plan_id = board.plan.id if board.plan else None
        self.chooser.show_plans(board.plans, board.plan)
        self._stack.setCurrentIndex(BOARD if board.plan else EMPTY)
        decides = self.proposals.hasFocus() or first
        self._show_proposals(board)
        self._decided.title.setText(text("indicators_page.indicators_title", count=len(board.lines)))
        self.table.show_lines(board.lines)
        self.evidence.setVisible(bool(board.lines))
        if decides:
            (self.proposals if board.proposals else self.table).setFocus()
        self._tell_about()

    def _show_proposals(self, board: IndicatorBoard) -> None:
        self._proposed.setVisible(bool(board.proposals))
        self._proposed.title.setText(text("indicators_page.proposals_title", count=len(board.proposals)))
        self.proposals.show_rows([proposal_row(one) for one in board.proposals])

    @Slot()
    def _tell_about(self) -> None:
        line = self.table.line
        self._decided.hint.setText(about(line) if line else text("indicators_page.indicators_none"))
        self._decided.hint.setVisible(bool(self._decided.hint.text()))
        for made in (self.change, self.remove):
            made.setEnabled(line is not None)
        self.evidence.show_value(line, self.table.value)

    @Slot(object)
    def _choose(self, plan: PlanSummary) -> None:
        self._plan_id = plan.id
        self.news.clear()
        self.plan_shown.emit(plan)
        self._read()

    @Slot()
    def _accept(self) -> None:
        self.commands.accept(self.chosen_proposals)

    @Slot()
    def _accept_all(self) -> None:
        if self.board and self._plan_id is not None:
            self.commands.accept_all(self._plan_id, len(self.board.proposals))

    @Slot()
    def _reject(self) -> None:
        self.commands.reject(self.chosen_proposals)

    @Slot()
    def _correct(self) -> None:
        if self.chosen_proposals:
            self.commands.change(self.chosen_proposals[0])

    @Slot()
    def _add(self) -> None:
        if self._plan_id is not None:
            self.commands.add(self._plan_id)

    @Slot()
    def _change(self) -> None:
        if self.table.line is not None:
            self.commands.change(self.table.line.stored)

    @Slot()
    def _remove(self) -> None:
        if self.table.line is not None:
            self.commands.remove(self.table.line.stored)

    @Slot()
    def _read_plan(self) -> None:
        if self._plan_id is not None:
            self.commands.read_plan(self._plan_id)

    @Slot(object, int, str)
    def _enter(self, line: IndicatorLine, place: int, typed: str) -> None:
        self.commands.enter(line.stored, line.values[place].period, typed)

    def _ask_rights(self) -> None:
        decide = (self.accept, self.reject, self.correct, self.accept_all)
        rights, evidence = self.operations.rights, self.evidence
        rights.need(Right.WHOLE, *decide, self.add, self.change, self.remove, self.read_plan)
        rights.need(Right.ENTER, evidence.note, *(evidence.buttons[name] for name in PROVING))
        rights.follow(Right.ENTER, self, self.table.allow_writing)

    def _connect(self) -> None:
        pressed = {
            self.accept: self._accept, self.accept_all: self._accept_all, self.reject: self._reject,
            self.correct: self._correct, self.add: self._add, self.change: self._change, self.remove: self._remove,
            self.read_plan: self._read_plan,
        }  # fmt: skip
        for made, slot in pressed.items():
            made.clicked.connect(slot)
        self.chooser.plan_chosen.connect(self._choose)
        self.proposals.taken.connect(self.accept.click)
        self.proposals.edit_wanted.connect(self.correct.click)
        self.proposals.remove_wanted.connect(self.reject.click)
        self.table.entered.connect(self._enter)
        self.table.open_wanted.connect(self.change.click)
        self.table.removal_wanted.connect(self.remove.click)
        self.table.add_wanted.connect(self.add.click)
        self.table.selection_changed.connect(self._tell_about)
        self.commands.said.connect(self.news.setText)
        self.commands.refused_value.connect(self._read)

    def _lay_out(self) -> None:
        self.news.setObjectName("quiet")
        self.news.setWordWrap(True)
        self.news.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.header.addWidget(self.news, 1)
        self.header.addWidget(self.chooser)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._proposed, 3)
        column.addWidget(self._decided, 2)
        layout = self._decided.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.evidence)
        self._stack.addWidget(EmptyCard(text("indicators_page.empty_title"), text("indicators_page.empty_hint")))
        self._stack.addWidget(both)
        self.body.addWidget(self._stack, 1)


def _button(name: str, picture: str | None, primary: bool = False) -> QPushButton:
    return button(text(f"indicators_page.{name}"), picture, text(f"indicators_page.{name}_tip"), primary)
