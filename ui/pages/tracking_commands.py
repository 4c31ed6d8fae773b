"""What can be done to the milestones and questions selected on the tracking page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.domain.milestone_lines import Line, LineState
from app.domain.proof import ProofFile
from app.exchange.calendars import default_calendar
from app.ports.proofs import ProofStore
from app.services.row_progress import mark_shown, proof_of_file, set_result
from app.services.tracking import Place, Result, cancel, mark_all, reopen
from app.texts import text
from ui.dialogs.cancel_milestone import CancelMilestone
from ui.dialogs.mark_done import Agreed, MarkDone
from ui.dialogs.not_carried_out import NotCarriedOut
from ui.proof_keeper import ProofKeeper, keeper_for

if TYPE_CHECKING:
    from ui.pages.tracking_page import TrackingPage


@dataclass(frozen=True, slots=True)
class Possible:
    """What can be done to a selection: mark or cancel its milestones, answer its questions, take something back, go
    to its row."""

    mark: bool
    cancel: bool
    answer: bool
    reopen: bool
    go: bool


def possible(selected: Sequence[Line]) -> Possible:
    """What can be done to ``selected``."""
    dated = [line for line in selected if line.key and not line.asks]
    open_ones = any(line.state is not LineState.CANCELLED for line in dated)
    noted = any(_is_noted(line) for line in selected)
    return Possible(bool(dated), open_ones, any(line.asks for line in selected), noted, bool(selected))


def _is_noted(line: Line) -> bool:
    return line.done is not None or (line.mark is not None and line.mark.cancelled is not None)


class TrackingCommands(QObject):
    """Each command asks what it has to and writes one step that undo takes back."""

    def __init__(self, page: "TrackingPage") -> None:
        super().__init__(page)
        self._page = page
        self._keeper: ProofKeeper | None = None

    @Slot()
    def mark(self) -> None:
        """Ask for day and document, then mark all selected milestones as met."""
        lines = self._milestones()
        if lines:
            dues = [line.due for line in lines if line.due]
            before = lines[0].mark if len(lines) == 1 else None
            dialog = MarkDone(len(lines), self._page.clock.today, self._page, dues, before)
            dialog.file.setEnabled(self._page.proofs is not None)
            dialog.agreed.connect(partial(self._mark, _places(lines)))
            dialog.open()

    @Slot()
    def cancel(self) -> None:
        """Ask for day and reason, then call the selected milestones off."""
        lines = [line for line in self._milestones() if line.state is not LineState.CANCELLED]
        if lines:
            dialog = CancelMilestone(len(lines), self._page.clock.today, self._page)
            dialog.agreed.connect(partial(self._cancel, _places(lines)))
            dialog.open()

    @Slot()
    def answer_yes(self) -> None:
        """Say of the selected questions that the tasks were carried out in the period."""
        places = _places(self._questions())
        result = Result(self._page.clock.today)
        use_case = partial(mark_all, places=places, result=result, calendar=default_calendar())
        self._write("undo_answer", places, use_case)

    @Slot()
    def answer_no(self) -> None:
        """Ask why, then say that the tasks were not carried out in the period."""
        lines = self._questions()
        if lines:
            dialog = NotCarriedOut(len(lines), self._page)
            dialog.agreed.connect(partial(self._answer_no, _places(lines)))
            dialog.open()

    @Slot()
    def reopen(self) -> None:
        """Take back what was said of the selected ones."""
        places = _places([line for line in self._page.selected if _is_noted(line)])
        self._write("undo_reopen", places, partial(reopen, places=places))

    def _milestones(self) -> list[Line]:
        return [line for line in self._page.selected if line.key and not line.asks]

    def _questions(self) -> list[Line]:
        return [line for line in self._page.selected if line.asks]

    def _mark(self, places: list[Place], agreed: Agreed) -> None:
        """The file is copied first, off the window's thread; then all is written in one step."""
        if agreed.file is None:
            self._write_mark(places, agreed.result, [])
        elif self._page.proofs is not None:
            keeper = self._keeper_of(self._page.proofs)
            keeper.keep([agreed.file], partial(self._write_mark, places, agreed.result))

    def _write_mark(self, places: list[Place], result: Result, files: list[ProofFile]) -> None:
        proofs = [proof_of_file(file, self._page.clock.today, result) for file in files]
        one = partial(set_result, place=places[0]) if len(places) == 1 else partial(mark_shown, places=places)
        self._write("undo_mark", places, partial(one, result=result, calendar=default_calendar(), proofs=proofs))

    def stop_copying(self) -> None:
        """Stop copying files, before the window goes away."""
        if self._keeper is not None:
            self._keeper.stop()

    def _keeper_of(self, store: ProofStore) -> ProofKeeper:
        if self._keeper is None:
            self._keeper = keeper_for(store, self._page.operations, self)
        return self._keeper

    def _cancel(self, places: list[Place], day: date, reason: str) -> None:
        self._write("undo_cancel", places, partial(cancel, places=places, day=day, reason=reason))

    def _answer_no(self, places: list[Place], reason: str) -> None:
        use_case = partial(cancel, places=places, day=self._page.clock.today, reason=reason)
        self._write("undo_answer", places, use_case)

    def _write(self, label: str, places: Sequence[Place], use_case: Callable[..., None]) -> None:
        if places and self._page.plan_id is not None:
            words = text(f"tracking_page.{label}", count=len(places))
            self._page.operations.write(words, partial(use_case, plan_id=self._page.plan_id))


def _places(lines: Sequence[Line]) -> list[Place]:
    return [(line.row_id, line.key) for line in lines]
