"""Proofs in the row's panel: dropped, pasted, chosen, written as a number, picked from the register, opened."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from app.domain.access import Right
from app.domain.dates import date_text
from app.domain.proof import Proof, ProofFile
from app.ports import Work
from app.services.proofs import drop_from, use_for
from app.services.row_progress import add_proofs, proof_of_file
from app.services.tracking import Place
from app.texts import text
from ui.dialogs.pick_proof import PickProof
from ui.dialogs.proof_number import ProofNumber
from ui.pages.page import Page
from ui.proof_keeper import Picture, ProofKeeper, Source, keeper_for
from ui.proof_opening import open_file
from ui.widgets.file_field import file_filter
from ui.widgets.row_panel import PROGRESS, RowPanel


class PlanProofs(QObject):
    """What can be done about the proofs of the row in use."""

    def __init__(self, panel: RowPanel, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._page = page
        self.keeper: ProofKeeper | None = None
        """Copies files; made when first needed."""
        self.commands: dict[str, Callable[[], None]] = {
            "attach": self._attach,
            "paste": self._paste,
            "number": self._number,
            "pick": self._pick,
            "open": self._open,
            "drop": self._drop,
        }
        panel.files_dropped.connect(self._take_files)
        panel.progress.stop.clicked.connect(self._cancel)

    @property
    def can_keep(self) -> bool:
        """Whether there is a place for files."""
        return self._page.proofs is not None

    def keep(self, sources: Sequence[Source], then: Callable[[list[ProofFile]], None]) -> None:
        """Copy files in without making anybody wait; ``then`` gets those that are in, none where there is trouble."""
        store = self._page.proofs
        if store is None:
            self._page.operations.refused.emit(text("row_proofs.no_store"))
            then([])
            return
        if self.keeper is None:
            self.keeper = keeper_for(store, self._page.operations, self)
            self.keeper.copying.connect(self._panel.progress.show_copying)
        self.keeper.keep(sources, then)

    def stop(self) -> None:
        """Stop copying, before the window goes away."""
        if self.keeper is not None:
            self.keeper.stop()

    @property
    def _places(self) -> list[Place]:
        """What a new proof is to prove: what is selected, else the row as a whole."""
        row_id = self._panel.row_id or 0
        keys = dict.fromkeys(entry.key for entry in self._panel.progress.selected if entry.key is not None)
        return [(row_id, key) for key in keys] or [(row_id, "")]

    @Slot()
    def _cancel(self) -> None:
        if self.keeper is not None:
            self.keeper.cancel()

    @Slot(object)
    def _take_files(self, paths: list[Path]) -> None:
        """Files dropped on the panel."""
        why_not = self._page.operations.rights.why_not(Right.ENTER)
        if why_not:
            self._page.operations.refused.emit(why_not)
        elif self._panel.row_id is not None:
            places = self._places
            self._panel.show_tab(PROGRESS)
            self.keep(paths, partial(self._use_files, places))

    def _use_files(self, places: list[Place], files: list[ProofFile]) -> None:
        today = self._page.clock.today
        if files:
            self._add(places, [proof_of_file(file, today) for file in files])

    def _add(self, places: list[Place], proofs: list[Proof]) -> None:
        label = text("row_panel.undo_proof", count=len(proofs))
        self._page.operations.write(label, partial(add_proofs, proofs=proofs, places=places))

    def _attach(self) -> None:
        title = text("row_proofs.files_title")
        names, _ = QFileDialog.getOpenFileNames(self._panel, title, "", file_filter())
        if names:
            self.keep([Path(name) for name in names], partial(self._use_files, self._places))

    def _paste(self) -> None:
        sources = self._on_clipboard()
        if sources:
            self.keep(sources, partial(self._use_files, self._places))
        else:
            self._page.operations.refused.emit(text("row_proofs.nothing_to_paste"))

    def _on_clipboard(self) -> list[Source]:
        carried = QGuiApplication.clipboard().mimeData()
        if carried is None:
            return []
        paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
        if paths:
            return list(paths)
        image = carried.imageData() if carried.hasImage() else None
        return [Picture(image, self._picture_name())] if isinstance(image, QImage) and not image.isNull() else []

    def _picture_name(self) -> str:
        day = date_text(self._page.clock.today).replace("/", "-")
        return text("row_proofs.pasted_picture", day=day, time=f"{datetime.now():%H.%M.%S}")

    def _number(self) -> None:
        dialog = ProofNumber(self._page.clock.today, self._panel)
        dialog.agreed.connect(partial(self._add_one, self._places))
        dialog.open()

    def _add_one(self, places: list[Place], proof: Proof) -> None:
        self._add(places, [proof])

    def _pick(self) -> None:
        dialog = PickProof(self._panel)
        dialog.agreed.connect(partial(self._use, self._places))
        dialog.open()
        self._page.operations.read(_proofs, dialog.show_proofs)

    def _use(self, places: list[Place], proof: Proof) -> None:
        if proof.id is not None:
            use_case = partial(use_for, proof_id=proof.id, places=places)
            self._page.operations.write(text("row_panel.undo_proof", count=1), use_case)

    def _drop(self) -> None:
        entry = self._panel.progress.selected[0]
        if entry.proof is not None and entry.proof.id is not None:
            use_case = partial(drop_from, proof_id=entry.proof.id, places=self._places)
            self._page.operations.write(text("row_panel.undo_proof_drop"), use_case)

    def _open(self) -> None:
        proof = self._panel.progress.selected[0].proof
        store = self._page.proofs
        if proof is None or proof.file is None or store is None:
            return
        open_file(proof.file, store, self._page.operations, self._panel)


def _proofs(work: Work) -> list[Proof]:
    return work.proofs()
