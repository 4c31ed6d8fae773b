"""What is missing or wrong in a plan's text, each leading to its place, and what can be done with the text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.plan_texts import PlanTextView
from app.texts import text
from ui.theme import GAP, HALF_GAP
from ui.widgets.plain_list import PlainList

_WIDTH = 280


class TextFindings(QFrame):
    """``findings.place_chosen`` tells the ``TextPlace`` of the one that was taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFixedWidth(_WIDTH)
        self.title = QLabel(text("plan_text.findings"))
        self.title.setObjectName("smallTitle")
        self.findings = PlainList()
        self.findings.setAccessibleName(text("plan_text.findings"))
        self.read, self.propose = _button("read_section"), _button("propose")
        self.news = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.news.setObjectName("quiet")
        self.news.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.title)
        column.addWidget(self.findings, 1)
        for widget in (self.read, self.propose, self.news):
            column.addWidget(widget)

    def show_view(self, view: PlanTextView) -> None:
        """List what was found in the whole text."""
        self.findings.clear()
        for finding, place in view.findings:
            self.findings.add(text(finding.key, **finding.values), "warning", "warn", place)
        if not view.findings:
            self.findings.add(text("plan_text.findings_none"), "check", "good", None)

    def say(self, sentence: str) -> None:
        """Say what came of a command; nothing for ""."""
        self.news.setText(sentence)
        self.news.setVisible(bool(sentence))


def _button(name: str) -> QPushButton:
    button = QPushButton(text(f"plan_text.{name}"))
    button.setToolTip(text(f"plan_text.{name}_tip"))
    return button
