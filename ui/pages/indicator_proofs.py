"""Notes and proofs of an indicator's value: written, dropped in, picked from the register, opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from app.domain.access import Right
from app.domain.proof import Proof, ProofFile
from app.ports import Work
from app.services.indicator_evidence import ValuePlace, drop_value_proof, note_value, prove_value
from app.services.row_progress import proof_of_file
from app.texts import text
from ui.dialogs.pick_proof import PickProof
from ui.dialogs.proof_number import ProofNumber
from ui.pages.page import Page
from ui.proof_keeper import ProofKeeper, keeper_for
from ui.proof_opening import open_file
from ui.widgets.file_drop import FileDrop
from ui.widgets.file_field import file_filter
from ui.widgets.indicator_evidence import IndicatorEvidence


class IndicatorProofs(QObject):
    """What can be done about the value in use."""

    def __init__(self, evidence: IndicatorEvidence, page: Page) -> None:
        super().__init__(page)
        self._evidence = evidence
        self._page = page
        self.keeper: ProofKeeper | None = None
        self._commands: dict[str, Callable[[ValuePlace], None]] = {
            "number": self._number,
            "pick": self._pick,
            "attach": self._attach,
            "open": self._open,
            "drop": self._drop,
        }
        evidence.noted.connect(self._note)
        evidence.command_wanted.connect(self._carry_out)
        FileDrop(evidence).dropped.connect(self.take_files)

    def stop(self) -> None:
        """Stop copying, before the window goes away."""
        if self.keeper is not None:
            self.keeper.stop()

    @Slot(object)
    def take_files(self, paths: list[Path]) -> None:
        """Files that prove the value in use."""
        place, store = self._evidence.place, self._page.proofs
        if place is None or not paths:
            return
        why_not = self._page.operations.rights.why_not(Right.ENTER)
        if why_not:
            self._page.operations.refused.emit(why_not)
            return
        if store is None:
            self._page.operations.refused.emit(text("row_proofs.no_store"))
            return
        if self.keeper is None:
            self.keeper = keeper_for(store, self._page.operations, self)
        self.keeper.keep(paths, partial(self._use_files, place))

    def _use_files(self, place: ValuePlace, files: list[ProofFile]) -> None:
        if files:
            self._prove(place, [proof_of_file(file, self._page.clock.today) for file in files])

    @Slot(str)
    def _note(self, words: str) -> None:
        if self._evidence.place is not None:
            use_case = partial(note_value, place=self._evidence.place, words=words)
            self._page.operations.write(text("indicators_page.undo_note"), use_case)

    @Slot(str)
    def _carry_out(self, name: str) -> None:
        if self._evidence.place is not None:
            self._commands[name](self._evidence.place)

    def _prove(self, place: ValuePlace, proofs: list[Proof]) -> None:
        label = text("indicators_page.undo_proof")
        self._page.operations.write(label, partial(prove_value, place=place, proofs=proofs))

    def _prove_one(self, place: ValuePlace, proof: Proof) -> None:
        self._prove(place, [proof])

    def _number(self, place: ValuePlace) -> None:
        dialog = ProofNumber(self._page.clock.today, self._page)
        dialog.agreed.connect(partial(self._prove_one, place))
        dialog.open()

    def _pick(self, place: ValuePlace) -> None:
        dialog = PickProof(self._page)
        dialog.agreed.connect(partial(self._prove_one, place))
        dialog.open()
        self._page.operations.read(_proofs, dialog.show_proofs)

    def _attach(self, _place: ValuePlace) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._page, text("row_proofs.files_title"), "", file_filter())
        self.take_files([Path(name) for name in names])

    def _drop(self, place: ValuePlace) -> None:
        proof = self._evidence.proof
        if proof is not None:
            use_case = partial(drop_value_proof, place=place, proof_id=proof.id or 0)
            self._page.operations.write(text("indicators_page.undo_proof_drop"), use_case)

    def _open(self, _place: ValuePlace) -> None:
        proof, store = self._evidence.proof, self._page.proofs
        if proof is not None and proof.file is not None and store is not None:
            open_file(proof.file, store, self._page.operations, self._page)


def _proofs(work: Work) -> list[Proof]:
    return work.proofs()
