"""What stands behind the value of an indicator in use: a note on it and its proofs."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.domain.proof import Proof
from app.services.indicator_evidence import ValuePlace
from app.services.indicators import IndicatorLine, PeriodValue
from app.texts import text
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.directory_card import button
from ui.widgets.indicator_words import period_name
from ui.widgets.mark_words import proof_words
from ui.widgets.plain_list import PLACE, PlainList
from ui.widgets.proof_icons import proof_icon

_LIST = 92
"""Height of the list of proofs: two long ones or three, the others are scrolled to."""
_COMMANDS = {"number": "number", "pick": "search", "attach": "attach", "open": None, "drop": None}
PROVING = ("number", "pick", "attach", "drop")
"""Those that change what proves a value."""


class IndicatorEvidence(QFrame):
    """``noted`` tells the words of a note, ``command_wanted`` what is to be done with proofs: "number", "pick",
    "attach", "open", "drop"."""

    noted = Signal(str)
    command_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place: ValuePlace | None = None
        self._note = ""
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.title.setObjectName("quiet")
        self.note = QLineEdit(placeholderText=text("indicators_page.note_hint"))
        self.note.setAccessibleName(text("indicators_page.note_hint"))
        self.list = PlainList()
        self.list.setAccessibleName(text("indicators_page.proofs_name"))
        measured(self.list, lambda widget: widget.setFixedHeight(px(_LIST)))
        self.buttons = {name: _button(name, picture) for name, picture in _COMMANDS.items()}
        for name, made in self.buttons.items():
            made.setObjectName(name)
            made.clicked.connect(self._ask)
        self._lay_out()
        self.note.editingFinished.connect(self.store)
        self.list.itemSelectionChanged.connect(self._allow)
        self.list.itemDoubleClicked.connect(self._open)
        self.show_value(None, None)

    @property
    def proof(self) -> Proof | None:
        """The proof that is selected."""
        item = self.list.currentItem()
        found = item.data(PLACE) if item is not None and item.isSelected() else None
        return found if isinstance(found, Proof) else None

    def show_value(self, line: IndicatorLine | None, value: PeriodValue | None) -> None:
        """Show what is known of ``value``; None: no value is in use. A note being typed stays."""
        place = (line.stored.id or 0, value.period.code) if line is not None and value is not None else None
        if place != self.place:
            self.store()
        typing = place == self.place and self.note.hasFocus() and self.note.text() != self._note
        self.place = place
        self._note = value.evidence.note if value else ""
        if not typing:
            self.note.setText(self._note)
        self._show_proofs(value)
        named = line and value and text("indicators_page.evidence", period=period_name(value.period),
                                        measure=line.stored.indicator.measure)  # fmt: skip
        self.title.setText(named or text("indicators_page.evidence_none"))
        self._allow()

    @Slot()
    def store(self) -> None:
        """Tell the note where it was changed."""
        words = " ".join(self.note.text().split())
        if self.place is not None and words != self._note:
            self._note = words
            self.noted.emit(words)

    def _show_proofs(self, value: PeriodValue | None) -> None:
        kept = self.list.currentRow()
        self.list.clear()
        proofs = value.evidence.proofs if value else ()
        for proof in proofs:
            name, tone = proof_icon(proof)
            self.list.add(proof_words(proof), name, tone, proof)
        if proofs:
            self.list.setCurrentRow(min(max(kept, 0), len(proofs) - 1))
        elif value is not None:
            self.list.add(text("indicators_page.proofs_none"), None, "quiet", None)

    @Slot()
    def _allow(self) -> None:
        there = self.place is not None
        self.note.setEnabled(there)
        self.list.setEnabled(there)
        for name, made in self.buttons.items():
            made.setEnabled(there and (name not in ("open", "drop") or self.proof is not None))
        self.buttons["open"].setEnabled(there and self.proof is not None and self.proof.file is not None)

    @Slot()
    def _ask(self) -> None:
        self.command_wanted.emit(self.sender().objectName())

    @Slot()
    def _open(self) -> None:
        if self.buttons["open"].isEnabled():
            self.command_wanted.emit("open")

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(HALF_GAP)
        for made in self.buttons.values():
            tools.addWidget(made)
        tools.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, 0, GAP, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.note, 1, 0)
        grid.addLayout(tools, 2, 0)
        grid.addWidget(self.list, 0, 1, 3, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)


def _button(name: str, picture: str | None) -> QPushButton:
    made = button(text(f"indicators_page.proof_{name}"), picture, text(f"indicators_page.proof_{name}_tip"))
    made.setAutoDefault(False)
    return made
