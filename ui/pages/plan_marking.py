"""Marking what the row's panel selects as met: the dialog, the file that proves it, one step of writing."""

from functools import partial

from PySide6.QtCore import QObject

from app.domain.proof import ProofFile
from app.exchange.calendars import default_calendar
from app.services.row_progress import mark_shown, proof_of_file, set_result
from app.services.tracking import Place, Result
from app.texts import text
from ui.dialogs.mark_done import Agreed, MarkDone
from ui.pages.page import Page
from ui.pages.plan_proofs import PlanProofs
from ui.widgets.row_entry import Entry
from ui.widgets.row_panel import RowPanel


class PlanMarking(QObject):
    """Asks by which document things were met, and writes it."""

    def __init__(self, panel: RowPanel, page: Page, proofs: PlanProofs, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._page = page
        self._proofs = proofs

    def mark(self) -> None:
        """What is selected and open was met."""
        self._ask([entry for entry in self._panel.progress.selected if entry.is_open], "done")

    def change(self) -> None:
        """Say otherwise how the selected thing was met."""
        self._ask(self._panel.progress.selected[:1], "done")

    def mark_event(self) -> None:
        """The document that was waited for has come."""
        self._ask(self._panel.progress.selected[:1], "event")

    def _ask(self, entries: list[Entry], kind: str) -> None:
        progress, row_id = self._panel.progress.progress, self._panel.row_id
        places = [(row_id or 0, entry.key) for entry in entries if entry.key is not None]
        if progress is None or not places:
            return
        dues = [entry.due for entry in entries if entry.due is not None]
        before = entries[0].mark if len(entries) == 1 else None
        dialog = MarkDone(len(places), self._page.clock.today, self._panel, dues, before, kind)
        dialog.file.setEnabled(self._proofs.can_keep)
        dialog.agreed.connect(partial(self._agreed, progress.plan_id, places, kind))
        dialog.open()

    def _agreed(self, plan_id: int, places: list[Place], kind: str, agreed: Agreed) -> None:
        if agreed.file is None:
            self._write(plan_id, places, kind, agreed.result, [])
        else:
            self._proofs.keep([agreed.file], partial(self._write, plan_id, places, kind, agreed.result))

    def _write(self, plan_id: int, places: list[Place], kind: str, result: Result, files: list[ProofFile]) -> None:
        proofs = [proof_of_file(file, self._page.clock.today, result) for file in files]
        use_case = partial(set_result, place=places[0]) if len(places) == 1 else partial(mark_shown, places=places)
        label = text(f"row_panel.undo_{kind}", count=len(places))
        self._page.operations.write(
            label, partial(use_case, plan_id=plan_id, result=result, calendar=default_calendar(), proofs=proofs)
        )
