"""What can be done to indicators: accept and reject proposals, add, change, remove, type a value."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.indicator import Indicator
from app.domain.indicator_values import value_doubts
from app.domain.reporting_period import ReportingPeriod
from app.ports import Work
from app.ports.reporting import StoredIndicator
from app.services import indicator_choice as choice
from app.services.indicators import enter_value
from app.texts import text
from ui.dialogs.edit_indicator import EditIndicator
from ui.operations import Operations
from ui.widgets.figures_words import doubt_words


class IndicatorCommands(QObject):
    """Asks what is needed and writes. ``said`` tells a sentence about what the last step found; ``refused_value`` that
    what was typed was not taken."""

    said = Signal(str)
    refused_value = Signal()

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self._window = parent

    def accept(self, proposals: Sequence[StoredIndicator]) -> None:
        """Make ``proposals`` indicators."""
        ids = [one.id or 0 for one in proposals]
        if ids:
            label = text("indicators_page.undo_accept", count=len(ids))
            self._operations.write(label, partial(choice.accept, ids=ids))

    def accept_all(self, plan_id: int, count: int) -> None:
        """Make all ``count`` proposals of a plan indicators."""
        label = text("indicators_page.undo_accept", count=count)
        self._operations.write(label, partial(choice.accept_all, plan_id=plan_id))

    def reject(self, proposals: Sequence[StoredIndicator]) -> None:
        """Take ``proposals`` away; undo brings them back."""
        ids = [one.id or 0 for one in proposals]
        if ids:
            label = text("indicators_page.undo_reject", count=len(ids))
            self._operations.write(label, partial(choice.reject, ids=ids))

    def read_plan(self, plan_id: int) -> None:
        """Let the plan propose anew."""
        use_case = partial(choice.read_plan, plan_id=plan_id)
        self._operations.write(text("indicators_page.undo_read"), use_case, self._say_found)

    def add(self, plan_id: int) -> None:
        """Ask for a new indicator."""
        label = text("indicators_page.undo_add")
        self._ask(text("indicators_page.dialog_new"), None, label, partial(choice.add, plan_id=plan_id))

    def change(self, stored: StoredIndicator) -> None:
        """Ask for what is different of an indicator; a proposal is accepted with it."""
        title = text("indicators_page.dialog_change" if stored.accepted else "indicators_page.dialog_accept")
        label = text("indicators_page.undo_change")
        self._ask(title, stored.indicator, label, partial(choice.change, indicator_id=stored.id or 0))

    def remove(self, stored: StoredIndicator) -> None:
        """Remove an indicator with its values; undo brings them back."""
        use_case = partial(choice.remove, indicator_id=stored.id or 0)
        self._operations.write(text("indicators_page.undo_remove"), use_case)

    def enter(self, stored: StoredIndicator, period: ReportingPeriod, typed: str) -> None:
        """Write a typed value; say what about it should be looked at again."""
        doubts = doubt_words(value_doubts(typed, stored.indicator.unit))
        use_case = partial(enter_value, indicator_id=stored.id or 0, period=period, typed=typed)
        self._operations.write(text("indicators_page.undo_value"), use_case, on_refused=self._refuse)
        self.said.emit(next(iter(doubts), ""))

    def _ask(self, title: str, indicator: Indicator | None, label: str, use_case: Callable[..., object]) -> None:
        dialog = EditIndicator(title, indicator, self._window)
        dialog.agreed.connect(partial(self._store, dialog, label, use_case))
        dialog.open()

    def _store(self, dialog: EditIndicator, label: str, use_case: Callable[..., object], indicator: Indicator) -> None:
        def store(work: Work) -> object:
            return use_case(work, indicator=indicator)

        self._operations.write(label, store, dialog.done_well, dialog.show_refusal)

    def _refuse(self, sentence: str) -> None:
        self._operations.refused.emit(sentence)
        self.refused_value.emit()

    def _say_found(self, count: int) -> None:
        key = "indicators_page.read_found" if count else "indicators_page.read_nothing"
        self.said.emit(text(key, count=count) if count else text(key))
