"""One report: its parts, the text of the one in use, and what stands behind it."""

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.body import BodyPart, Level
from app.domain.format_check import Part
from app.domain.report import ReportPart
from app.domain.report_outline import Kit
from app.domain.text_search import Sought
from app.services.report_findings import ReportPlace
from app.services.report_texts import change_part, mark_part_read, offer_again, replace_in_report, update_overtaken
from app.services.report_views import ReportView, report_view
from app.services.typed_texts import TypedIn, TypedText
from app.texts import text
from ui.dialogs.frame import card_around
from ui.operations import Operations
from ui.pages.typed_keeper import TypedKeeper
from ui.theme import GAP
from ui.widgets.part_editor import PartEditor
from ui.widgets.report_outline import ReportOutline
from ui.widgets.report_sources import ReportSources
from ui.widgets.text_find_bar import FindBar
from ui.widgets.text_finding import TextFinding
from ui.widgets.text_tools import TextTools

_OUTLINE_WIDTH = 276


class ReportEditor(QWidget):
    """Reads one report, stores what is typed part by part. ``shown`` tells the ``ReportView`` once it is there,
    ``recovered`` that what was typed before the program was cut off is stored now, ``outside_wanted`` asks for the
    ``Part`` around the text."""

    shown = Signal(object)
    recovered = Signal(str)
    outside_wanted = Signal(object)

    def __init__(self, operations: Operations, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._kit = kit
        self._typed = TypedKeeper(TypedIn.REPORT, operations, self)
        self._is_fresh = True
        self._key = ""
        self._to_read = False
        self.report_id: int | None = None
        self.view: ReportView | None = None
        self.outline = ReportOutline()
        self.editor = PartEditor()
        self.editor.setAccessibleName(text("reports_page.editor"))
        self.around = QPushButton(text("reports_page.around"))
        self.around.setToolTip(text("reports_page.around_tip"))
        self.sources = ReportSources()
        self.heading = QLabel(wordWrap=True)
        self.heading.setObjectName("partHeading")
        self.hint = QLabel(wordWrap=True)
        self.hint.setObjectName("quiet")
        self.tools, self.find_bar = TextTools(self.editor), FindBar()
        self._lay_out()
        self.finding = TextFinding(self.editor, self.find_bar, self, self)
        self.outline.part_chosen.connect(self._choose)
        self.editor.edited.connect(self._store)
        self.editor.typed.connect(self._keep)
        self._ask_rights()
        self.sources.register_wanted.connect(self._use_register)
        self.sources.before_wanted.connect(self._use_before)
        self.sources.read_wanted.connect(self._mark_read)
        self.sources.numbers_wanted.connect(self._renew)
        self.sources.place_wanted.connect(self._go_to)
        self.around.clicked.connect(self._ask_around)

    def _ask_rights(self) -> None:
        rights, bar = self._operations.rights, self.find_bar
        rights.need(Right.WHOLE, *self.tools.changing, bar.by, bar.replace, bar.replace_all)
        rights.need(Right.WHOLE, self.around, self.sources.use_register, self.sources.use_before)
        rights.need(Right.WHOLE, self.sources.mark_read, self.sources.renew)
        rights.follow(Right.WHOLE, self, self._allow_writing)

    def _allow_writing(self, _allowed: bool) -> None:
        self._show_part(self._key)

    def open_report(self, report_id: int) -> None:
        """Show a report from its first part on."""
        self.report_id, self.view, self._key = report_id, None, ""
        self._is_fresh = True
        self.outline.clear()
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the report again. What is being typed stays."""
        if self.report_id is not None:
            use_case = partial(report_view, report_id=self.report_id, kit=self._kit)
            asked = self._operations.write_count
            self._operations.read_after_writes(use_case, partial(self._show, asked))

    def finish_editing(self) -> None:
        """Store what is being typed."""
        self.editor.store()

    def _show(self, asked: int, view: ReportView) -> None:
        if self.report_id is None or view.report.id != self.report_id:
            return
        if asked != self._operations.write_count:
            # typed meanwhile: what was read is older than what stands there
            self.read()
            return
        self.view = view
        self.outline.show_parts(view.report.parts)
        self._show_part(self.outline.key or "")
        if self._is_fresh:
            self._is_fresh = False
            self._typed.look_for(self.report_id, partial(self._recover, self.report_id))
        self.shown.emit(view)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.editor.store()
        self._show_part(key)

    def _show_part(self, key: str) -> None:
        part = self._part(key)
        if self.view is None or part is None:
            return
        may_write = self._operations.rights.allows(Right.WHOLE)
        writable = may_write and part.level is not Level.PART and not self.view.report.is_frozen
        if key != self._key or not self.editor.is_dirty:
            if key != self._key or self.editor.paragraphs != part.paragraphs or part.to_read != self._to_read:
                self.editor.show_paragraphs(part.paragraphs, part.to_read, keep_place=key == self._key)
            self._key, self._to_read = key, part.to_read
        self.editor.show_offers(self.view.offers.get(key, ()))
        self.heading.setText(_titled(part))
        self.editor.setReadOnly(not writable)
        self.tools.allow_writing(writable)
        self.hint.setText(self._operations.rights.why_not(Right.WHOLE) or text(f"reports_page.{self._hint(part)}"))
        self.around.setEnabled(not self.view.report.is_frozen)
        self.sources.show_view(self.view, key)
        self.finding.count()

    def _hint(self, part: ReportPart) -> str:
        if self.view is not None and self.view.report.is_frozen:
            return "hint_frozen"
        return "hint_heading" if part.level is Level.PART else "hint_open"

    def _part(self, key: str) -> ReportPart | None:
        parts = self.view.report.parts if self.view else ()
        return next((part for part in parts if part.key == key), None)

    @property
    def section(self) -> Hashable:
        """The key of the part in the editor."""
        return self._key

    def sections(self) -> Sequence[tuple[Hashable, Sequence[BodyPart]]]:
        """The parts by their keys."""
        parts = self.view.report.parts if self.view else ()
        return [(part.key, part.paragraphs) for part in parts if part.level is not Level.PART]

    def open_section(self, key: Hashable) -> None:
        """Bring a part into the editor."""
        self.outline.choose(str(key))

    def replace_everywhere(self, sought: Sought, by: str) -> None:
        """Put ``by`` wherever ``sought`` stands in the report."""
        if self.report_id is not None:
            use_case = partial(replace_in_report, report_id=self.report_id, sought=sought, by=by)
            self._operations.write(text("plan_text.undo_replace", words=sought.words), use_case)

    @Slot(object)
    def _store(self, paragraphs: tuple[BodyPart, ...]) -> None:
        self._store_part(self._key, paragraphs)

    def _store_part(self, key: str, paragraphs: tuple[BodyPart, ...]) -> None:
        if self.report_id is not None and key:
            use_case = partial(change_part, report_id=self.report_id, key=key, paragraphs=paragraphs)
            self._typed.store(text("reports_page.undo_part", part=key), self.report_id, use_case)

    @Slot(object)
    def _keep(self, paragraphs: tuple[BodyPart, ...]) -> None:
        if self.report_id is not None and self._key:
            self._typed.keep(self.report_id, self._key, paragraphs)

    def _recover(self, report_id: int, found: TypedText) -> None:
        part = self._part(found.section)
        is_open = self.view is not None and not self.view.report.is_frozen
        if report_id != self.report_id:
            return
        if not is_open or part is None or part.paragraphs == found.parts:
            self._typed.forget(report_id)
            return
        self.open_section(found.section)
        self._store_part(found.section, found.parts)
        self.recovered.emit(text("reports_page.recovered", part=_titled(part)))

    @Slot(object)
    def _go_to(self, place: ReportPlace) -> None:
        """Lead to a finding: its paragraph, or what stands around the text."""
        if place.key is None:
            self.outside_wanted.emit(place.part)
            return
        self.outline.choose(place.key)
        if place.index is not None:
            self.editor.go_to_part(place.index)
        self.editor.setFocus()

    @Slot()
    def _ask_around(self) -> None:
        self.outside_wanted.emit(Part.TITLE)

    @Slot()
    def _use_register(self) -> None:
        if self.report_id is not None and self._key:
            self.editor.store()
            use_case = partial(offer_again, report_id=self.report_id, key=self._key, kit=self._kit)
            self._operations.write(text("reports_page.undo_part", part=self._key), use_case)

    @Slot()
    def _mark_read(self) -> None:
        self.editor.store()
        if self.report_id is not None and self._key:
            use_case = partial(mark_part_read, report_id=self.report_id, key=self._key)
            self._operations.write(text("reports_page.undo_read", part=self._key), use_case)

    @Slot()
    def _renew(self) -> None:
        self.editor.store()
        if self.report_id is not None:
            use_case = partial(update_overtaken, report_id=self.report_id, kit=self._kit)
            self._operations.write(text("reports_page.undo_renew"), use_case)

    @Slot()
    def _use_before(self) -> None:
        if self.view is not None and self._key in self.view.earlier:
            self._store(self.view.earlier[self._key])

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        left = card_around(self.outline)
        inside = left.layout()
        assert inside is not None
        inside.addWidget(self.around)
        left.setFixedWidth(_OUTLINE_WIDTH)
        middle = QFrame()
        middle.setObjectName("card")
        column = QVBoxLayout(middle)
        column.setContentsMargins(3 * GAP, GAP, 3 * GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.find_bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.hint)
        line.addWidget(left)
        line.addWidget(middle, 1)
        line.addWidget(self.sources)


def _titled(part: ReportPart) -> str:
    return f"{part.key.split('.')[-1]}. {part.title}"
