"""Says whether the log stands as it was written; looks through it bit by bit, other reads between."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.domain.log_chain import ChainPoint
from app.domain.numbers import whole_text
from app.services.log import look_through_log
from app.texts import text
from ui.operations import Operations
from ui.theme import HALF_GAP


class LogChainLine(QWidget):
    """``look`` goes on from where the last look ended; the button begins anew."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.point = ChainPoint()
        """How far the log has been looked through."""
        self._looking = False
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.words.setObjectName("logChain")
        self.again = QPushButton(text("log.look_again"))
        self.again.setProperty("quiet", True)
        self.again.setToolTip(text("log.look_again_tip"))
        self.again.clicked.connect(self.look_again)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(HALF_GAP)
        line.addWidget(self.words)
        line.addWidget(self.again)

    def look(self) -> None:
        """Look through what was not looked at yet."""
        if not self._looking and self.point.broken is None:
            self._go_on()

    @Slot()
    def look_again(self) -> None:
        """Look through everything anew."""
        if not self._looking:
            self.point = ChainPoint()
            self._go_on()

    def _go_on(self) -> None:
        self._looking = True
        self._operations.read(partial(look_through_log, point=self.point), self._looked, self._stopped)

    def _looked(self, point: ChainPoint) -> None:
        self.point = point
        if point.is_end:
            self._looking = False
        else:
            self._go_on()
        self._say()

    def _stopped(self, sentence: str) -> None:
        self._looking = False
        self.words.setText(sentence)

    def _say(self) -> None:
        count = whole_text(self.point.count)
        self.again.setEnabled(not self._looking)
        if self._looking:
            self.words.setText(text("log.looking", count=count))
        elif self.point.broken is None:
            self.words.setText("✓ " + text("log.whole", count=count))
        else:
            self.words.setText("⚠ " + text("log.broken", line=whole_text(self.point.broken)))
        self.words.setToolTip(text("log.broken_tip") if self.point.broken is not None else text("log.whole_tip"))
        self.words.setProperty("warning", self.point.broken is not None)
        self.words.style().polish(self.words)
