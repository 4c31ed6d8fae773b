"""One line of the log in full: what it was and what it is side by side, the words that differ marked."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app.documents.log_list import plan_words
from app.documents.log_words import change_words, step_words, thing_words, when_words, who_words
from app.domain.staff import LogLine
from app.texts import text
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.word_changes import marked_words

_HEIGHT = 96


class LogDetail(QFrame):
    """``place_wanted`` tells that somebody wants to see the row that the line is about."""

    place_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.head = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.go = QPushButton(text("log.go"))
        self.go.setToolTip(text("log.go_tip"))
        self.go.clicked.connect(self.place_wanted)
        self.old, self.new = _browser("old"), _browser("new")
        self._lay_out()
        self.show_line(None, {})

    @Slot(object, object)
    def show_line(self, line: LogLine | None, titles: Mapping[int, str]) -> None:
        """Show ``line``, nothing for None."""
        self.go.setEnabled(line is not None and line.row_id is not None)
        if line is None:
            self.head.clear()
            self.old.clear()
            self.new.clear()
            return
        parts = (when_words(line), who_words(line.who), step_words(line), thing_words(line))
        self.head.setText(" · ".join(part for part in (*parts, plan_words(line.plan_id, titles)) if part))
        old, new = change_words(line)
        if old and new:
            old, new = marked_words(old, new)
            self.old.setHtml(old)
            self.new.setHtml(new)
        else:  # all of it is gone or new: nothing to point at
            self.old.setPlainText(old)
            self.new.setPlainText(new)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(HALF_GAP)
        top.addWidget(self.head, 1)
        top.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        for place, (name, browser) in enumerate((("old", self.old), ("new", self.new))):
            label = QLabel(text(f"log.column_{name}"))
            label.setObjectName("smallTitle")
            grid.addWidget(label, 0, place)
            grid.addWidget(browser, 1, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, HALF_GAP, GAP, GAP)
        column.setSpacing(HALF_GAP)
        column.addLayout(top)
        column.addLayout(grid)


def _browser(name: str) -> QTextBrowser:
    made = QTextBrowser(openLinks=False)
    made.setAccessibleName(text(f"log.column_{name}"))
    made.setObjectName("logSide")
    made.setTabChangesFocus(True)
    measured(made, lambda widget: widget.setFixedHeight(px(_HEIGHT)))
    return made
