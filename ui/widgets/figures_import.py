"""Before figures are taken from a file or the clipboard: what matched, what did not and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, card_around
from ui.theme import dialog_size
from ui.widgets.plain_list import PlainList

_SIZE = (680, 560)


class FiguresImport(FramedDialog):
    """``agreed`` tells that a person wants to take what matched."""

    agreed = Signal()

    def __init__(
        self, title: str, taken: Sequence[str], doubtful: Sequence[str], untaken: Sequence[str], parent: QWidget
    ) -> None:
        """``taken`` says what would be entered, ``doubtful`` what of it to look at again, ``untaken`` what would not
        and why."""
        super().__init__(title, text("figures_page.import_do"), text("figures_page.cancel"), parent)
        self.entries = PlainList()
        self.body.addWidget(card_around(self.entries), 1)
        self._add("figures_page.matched", taken, "check", "good")
        self._add("figures_page.doubtful", doubtful, "warning", "warn")
        self._add("figures_page.untaken", untaken, "close", "bad")
        self.do.clicked.connect(self._agree)
        self.do.setEnabled(bool(taken))
        if not taken:
            self.body.insertWidget(0, QLabel(text("figures_page.import_none"), wordWrap=True))
        self.resize(*dialog_size(*_SIZE))

    def _add(self, key: str, sentences: Sequence[str], picture: str, colour_name: str) -> None:
        if not sentences:
            return
        heading = self.entries.add(text(key, count=len(sentences)), None, "text", None)
        font = self.font()
        font.setBold(True)
        heading.setFont(font)
        for sentence in sentences:
            self.entries.add(sentence, picture, colour_name, None)

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit()
        self.accept()
