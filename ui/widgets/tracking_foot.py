"""The line below the milestones: how many are shown, and what can be done to the selected ones."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.domain.dates import date_text
from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import ASKED_STATES
from app.domain.numbers import whole_text
from app.texts import text
from ui.icons import icon
from ui.theme import HALF_GAP
from ui.widgets.shown import show_those


class TrackingFoot(QWidget):
    """Counts at the left, buttons at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.counts.setObjectName("quiet")
        self.go = _button("go", "plan")
        self.reopen = _button("reopen", "undo")
        self.cancel = _button("cancel", "crossed")
        self.mark = _button("mark", "check", primary=True)
        self.answer_no = _button("answer_no", "close")
        self.answer_yes = _button("answer_yes", "check", primary=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(HALF_GAP)
        line.addWidget(self.counts, 1)
        for button in (self.go, self.reopen, self.cancel, self.mark, self.answer_no, self.answer_yes):
            line.addWidget(button)

    def allow(self, *, mark: bool, cancel: bool, answer: bool, reopen: bool, go: bool) -> None:
        """Turn on what can be done. Answers are offered only where there is a question to answer."""
        pairs = ((self.mark, mark), (self.cancel, cancel), (self.reopen, reopen), (self.go, go))
        for button, allowed in pairs:
            button.setEnabled(allowed)
        answers = ((button, answer) for button in (self.answer_yes, self.answer_no))
        show_those([*answers, *((button, mark or not answer) for button in (self.mark, self.cancel))])

    def count(self, shown: int, dated: int, selected: int, wanted: LineFilter) -> None:
        """Say how many of the ``dated`` milestones are ``shown`` for what is ``wanted``, and how many are selected."""
        counts = text("tracking_page.counts", shown=whole_text(shown), all=whole_text(dated))
        if wanted.states and wanted.states <= ASKED_STATES:
            counts = text("tracking_page.counts_questions", shown=whole_text(shown))
        bounds = _bounds(wanted)
        if bounds:
            counts = text("tracking_page.counts_bounded", counts=counts, bounds=bounds)
        if selected > 1:
            counts = text("tracking_page.counts_selected", counts=counts, selected=selected)
        self.counts.setText(counts)


def _bounds(wanted: LineFilter) -> str:
    since = text("tracking_page.since", day=date_text(wanted.since)) if wanted.since else ""
    until = text("tracking_page.until", day=date_text(wanted.until)) if wanted.until else ""
    return ", ".join(bound for bound in (since, until) if bound)


def _button(name: str, picture: str, primary: bool = False) -> QPushButton:
    button = QPushButton(text(f"tracking_page.{name}"))
    button.setIcon(icon(picture, "card" if primary else "text"))
    button.setToolTip(text(f"tracking_page.{name}_tip"))
    button.setProperty("primary", primary)
    return button
