"""A proof from the register: searched by number, content or file name, without marks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.proof import Proof
from app.domain.text import fold
from app.texts import text
from ui.dialogs.frame import FramedDialog, card_around
from ui.theme import dialog_size
from ui.widgets.mark_words import proof_words
from ui.widgets.plain_list import PLACE, PlainList
from ui.widgets.proof_icons import proof_icon

_SIZE = (520, 460)
_MOST = 200


class PickProof(FramedDialog):
    """``agreed`` tells the ``Proof`` that was picked."""

    agreed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            text("row_proofs.pick_title"), text("row_proofs.pick_do"), text("window.button_cancel"), parent
        )
        self._proofs: list[tuple[str, Proof]] = []
        self.words = QLineEdit(placeholderText=text("row_proofs.pick_hint"))
        self.words.setAccessibleName(text("row_proofs.pick_hint"))
        self.words.setClearButtonEnabled(True)
        self.list = PlainList()
        self.body.addWidget(self.words)
        self.body.addWidget(card_around(self.list), 1)
        self.words.textChanged.connect(self._filter)
        self.list.itemSelectionChanged.connect(self._describe)
        self.list.itemDoubleClicked.connect(self._tell)
        self.do.clicked.connect(self._tell)
        self.resize(*dialog_size(*_SIZE))
        self.words.setFocus()
        self._describe()

    def show_proofs(self, proofs: Sequence[Proof]) -> None:
        """List what the register holds."""
        self._proofs = [(fold(proof_words(proof)), proof) for proof in proofs]
        self._filter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the words to the list."""
        if event.key() == Qt.Key.Key_Down and self.words.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _filter(self) -> None:
        wanted = fold(self.words.text()).split()
        found = [proof for words, proof in self._proofs if all(word in words for word in wanted)]
        self.list.clear()
        for proof in found[:_MOST]:
            name, tone = proof_icon(proof)
            self.list.add(proof_words(proof), name, tone, proof)
        if not found:
            self.list.add(text("row_proofs.pick_none"), None, "quiet", None)
        elif len(found) > _MOST:
            self.list.add(text("row_proofs.pick_more", count=len(found) - _MOST), None, "quiet", None)
        if found:
            self.list.setCurrentRow(0)
        self._describe()

    @property
    def _proof(self) -> Proof | None:
        item = self.list.currentItem()
        found = item.data(PLACE) if item is not None else None
        return found if isinstance(found, Proof) else None

    @Slot()
    def _describe(self) -> None:
        self.do.setEnabled(self._proof is not None)

    @Slot()
    def _tell(self) -> None:
        proof = self._proof
        if proof is not None:
            self.agreed.emit(proof)
            self.accept()
