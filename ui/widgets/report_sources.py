"""What stands behind the part of a report in use: sentences of the register, the report before, what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.documents.frozen_report import Difference
from app.domain.body import words_of
from app.services.report_views import ReportView
from app.texts import text
from ui.theme import GAP, HALF_GAP, measured, some_px
from ui.widgets.plain_list import PlainList

_WIDTH = 290
_MOST = 12


class ReportSources(QFrame):
    """``register_wanted`` and ``before_wanted`` ask for the part's text to be replaced, ``place_wanted`` for the
    ``ReportPlace`` of a finding, ``read_wanted`` for the part to count as read, ``numbers_wanted`` for
    the numbers of the register in place of its earlier ones."""

    register_wanted = Signal()
    before_wanted = Signal()
    read_wanted = Signal()
    numbers_wanted = Signal()
    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        measured(self, lambda widget: widget.setFixedWidth((_WIDTH + some_px(_WIDTH)) // 2))
        self.use_register = _link("use_register")
        self.use_before = _link("use_before")
        self.mark_read, self.renew = _link("mark_read"), _link("renew")
        self.register = _words()
        self.before = _words()
        self.findings = PlainList()
        self.findings.setAccessibleName(text("reports_page.findings"))
        self.findings.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.moved = _words()
        self._moved_title, self._findings_title = _title("moved"), _title("findings")
        self._lay_out()
        self.use_register.clicked.connect(self._ask_register)
        self.use_before.clicked.connect(self._ask_before)
        self.mark_read.clicked.connect(self.read_wanted)
        self.renew.clicked.connect(self.numbers_wanted)
        self.findings.place_chosen.connect(self.place_wanted)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._contents())
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)

    def _contents(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.mark_read, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._moved_title)
        column.addWidget(self.moved)
        column.addSpacing(HALF_GAP)
        for title, words, button in (
            (_title("from_register"), self.register, self.use_register),
            (_title("from_before"), self.before, self.use_before),
            (self._findings_title, self.findings, self.renew),
        ):
            column.addWidget(title)
            column.addWidget(words)
            if button is not None:
                column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(HALF_GAP)
        column.addStretch(1)
        return inner

    def show_view(self, view: ReportView, key: str) -> None:
        """Show what is known about the part ``key``, and what is wrong in the whole report; once that is signed, where
        the register has moved away from it instead."""
        frozen = view.report.is_frozen
        offers = view.offers.get(key, ())
        earlier = [words_of(paragraph) for paragraph in view.earlier.get(key, ())]
        earlier = [words for words in earlier if words != text("report.no_data")]
        self.register.setText(_listed(offers) or text("reports_page.from_register_none"))
        self.before.setText(_listed(earlier) or text("reports_page.from_before_none"))
        self._show_findings(view)
        self.use_register.setVisible(bool(offers) and not frozen)
        self.use_before.setVisible(bool(earlier) and not frozen)
        self.mark_read.setVisible(not frozen and any(part.key == key and part.to_read for part in view.report.parts))
        old = any(finding.key == "report.overtaken" for finding, _ in view.findings)
        self.renew.setVisible(old and not frozen)
        for widget in (self._findings_title, self.findings):
            widget.setVisible(not frozen)
        self._moved_title.setVisible(frozen)
        self.moved.setVisible(frozen)
        lines = [_moved_words(one) for one in view.moved]
        self.moved.setText(_listed(lines) or text("reports_page.moved_none"))

    def _show_findings(self, view: ReportView) -> None:
        self.findings.clear()
        for finding, place in view.findings:
            self.findings.add(text(finding.key, **finding.values), "warning", "warn", place)
        if not view.findings:
            self.findings.add(text("reports_page.findings_none"), "check", "good", None)
        self.findings.doItemsLayout()
        heights = (self.findings.sizeHintForRow(row) for row in range(self.findings.count()))
        self.findings.setFixedHeight(sum(heights) + 2 * self.findings.frameWidth() + HALF_GAP)

    @Slot()
    def _ask_register(self) -> None:
        self.register_wanted.emit()

    @Slot()
    def _ask_before(self) -> None:
        self.before_wanted.emit()


def _listed(lines: Sequence[str]) -> str:
    shown = [f"• {line.removeprefix('- ')}" for line in lines[:_MOST]]
    return "\n".join([*shown, "…"] if len(lines) > _MOST else shown)


def _title(name: str) -> QLabel:
    label = QLabel(text(f"reports_page.{name}"))
    label.setObjectName("smallTitle")
    return label


def _words() -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _link(name: str) -> QPushButton:
    button = QPushButton(text(f"reports_page.{name}"))
    button.setFlat(True)
    button.setProperty("link", True)
    return button


def _moved_words(one: Difference) -> str:
    """What the register says now of something that was signed."""
    key = "reports_page.moved_cell" if one.place else "reports_page.moved_line"
    return text(key, place=one.place, then=one.then or "-", now=one.now or "-")
