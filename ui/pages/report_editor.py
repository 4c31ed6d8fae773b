"""One report: its parts, the text of the one in use, and what stands behind it."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.body import BodyParagraph, Level
from app.domain.report import ReportPart
from app.domain.report_outline import Kit
from app.services.report_views import ReportView, report_view
from app.services.reports import change_part, offer_again
from app.texts import text
from ui.dialogs.frame import card_around
from ui.operations import Operations
from ui.theme import GAP, HALF_GAP
from ui.widgets.part_editor import PartEditor
from ui.widgets.report_outline import ReportOutline
from ui.widgets.report_sources import ReportSources

_OUTLINE_WIDTH = 276


class ReportEditor(QWidget):
    """Reads one report, stores what is typed part by part. ``shown`` tells the ``ReportView`` once it is there."""

    shown = Signal(object)

    def __init__(self, operations: Operations, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._kit = kit
        self._key = ""
        self.report_id: int | None = None
        self.view: ReportView | None = None
        self.outline = ReportOutline()
        self.editor = PartEditor()
        self.editor.setAccessibleName(text("reports_page.editor"))
        self.sources = ReportSources()
        self.heading = QLabel(wordWrap=True)
        self.heading.setObjectName("partHeading")
        self.hint = QLabel(wordWrap=True)
        self.hint.setObjectName("quiet")
        self.bold, self.italic = _button("bold"), _button("italic")
        self._lay_out()
        self.outline.part_chosen.connect(self._choose)
        self.editor.edited.connect(self._store)
        self.sources.register_wanted.connect(self._use_register)
        self.sources.before_wanted.connect(self._use_before)
        self.sources.part_wanted.connect(self.outline.choose)
        self.bold.clicked.connect(self.editor.toggle_bold)
        self.italic.clicked.connect(self.editor.toggle_italic)

    def open_report(self, report_id: int) -> None:
        """Show a report from its first part on."""
        self.report_id, self.view, self._key = report_id, None, ""
        self.outline.clear()
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the report again. What is being typed stays."""
        if self.report_id is not None:
            use_case = partial(report_view, report_id=self.report_id, kit=self._kit)
            self._operations.read_after_writes(use_case, self._show)

    def finish_editing(self) -> None:
        """Store what is being typed."""
        self.editor.store()

    def _show(self, view: ReportView) -> None:
        if view.report.id != self.report_id:
            return
        self.view = view
        self.outline.show_parts(view.report.parts)
        self._show_part(self.outline.key or "")
        self.shown.emit(view)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.editor.store()
        self._show_part(key)

    def _show_part(self, key: str) -> None:
        part = self._part(key)
        if self.view is None or part is None:
            return
        writable = part.level is not Level.PART and not self.view.report.is_frozen
        if key != self._key or not self.editor.is_dirty:
            if key != self._key or self.editor.paragraphs != part.paragraphs:
                self.editor.show_paragraphs(part.paragraphs, part.to_read)
            self._key = key
        self.heading.setText(f"{key.split('.')[-1]}. {part.title}")
        self.editor.setReadOnly(not writable)
        self.bold.setEnabled(writable)
        self.italic.setEnabled(writable)
        self.hint.setText(text(f"reports_page.{self._hint(part)}"))
        self.sources.show_view(self.view, key)

    def _hint(self, part: ReportPart) -> str:
        if self.view is not None and self.view.report.is_frozen:
            return "hint_frozen"
        return "hint_heading" if part.level is Level.PART else "hint_open"

    def _part(self, key: str) -> ReportPart | None:
        parts = self.view.report.parts if self.view else ()
        return next((part for part in parts if part.key == key), None)

    @Slot(object)
    def _store(self, paragraphs: tuple[BodyParagraph, ...]) -> None:
        if self.report_id is not None and self._key:
            use_case = partial(change_part, report_id=self.report_id, key=self._key, paragraphs=paragraphs)
            self._operations.write(text("reports_page.undo_part", part=self._key), use_case)

    @Slot()
    def _use_register(self) -> None:
        if self.report_id is not None and self._key:
            self.editor.store()
            use_case = partial(offer_again, report_id=self.report_id, key=self._key, kit=self._kit)
            self._operations.write(text("reports_page.undo_part", part=self._key), use_case)

    @Slot()
    def _use_before(self) -> None:
        if self.view is not None and self._key in self.view.earlier:
            self._store(self.view.earlier[self._key])

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        left = card_around(self.outline)
        left.setFixedWidth(_OUTLINE_WIDTH)
        tools = QHBoxLayout()
        tools.setSpacing(HALF_GAP)
        tools.addWidget(self.heading, 1)
        for button in (self.bold, self.italic):
            tools.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        middle = QFrame()
        middle.setObjectName("card")
        column = QVBoxLayout(middle)
        column.setContentsMargins(3 * GAP, GAP, 3 * GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(tools)
        column.addWidget(self.editor, 1)
        column.addWidget(self.hint)
        line.addWidget(left)
        line.addWidget(middle, 1)
        line.addWidget(self.sources)


def _button(name: str) -> QPushButton:
    words = text(f"reports_page.{name}")
    button = QPushButton(words[:1])
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFixedWidth(34)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    font = button.font()
    font.setBold(name == "bold")
    font.setItalic(name == "italic")
    button.setFont(font)
    return button
