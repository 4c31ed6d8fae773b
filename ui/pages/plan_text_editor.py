"""The text of one plan: its sections, the one in use, what is missing or wrong in it."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.body import Body, BodyPart
from app.domain.plan_text import Section, TextSection, sections_of
from app.domain.text_search import Sought
from app.services.indicator_choice import read_plan
from app.services.plan_texts import (
    PlanTextView,
    TextPlace,
    change_section,
    mark_text_read,
    plan_text,
    replace_in_text,
)
from app.services.typed_texts import TypedIn, TypedText
from app.texts import text
from ui.dialogs.frame import card_around
from ui.operations import Operations
from ui.pages.typed_keeper import TypedKeeper
from ui.theme import GAP, HALF_GAP
from ui.widgets.part_editor import PartEditor
from ui.widgets.text_find_bar import FindBar
from ui.widgets.text_finding import TextFinding
from ui.widgets.text_findings import TextFindings
from ui.widgets.text_outline import TextOutline
from ui.widgets.text_tools import TextTools

_OUTLINE_WIDTH = 276


class PlanTextEditor(QWidget):
    """Reads the text of a plan, stores what is typed section by section. ``shown`` tells the ``PlanTextView``,
    ``info_wanted`` that what the plan's heading says is to be changed, ``recovered`` that what was typed before the
    program was cut off is stored now."""

    shown = Signal(object)
    recovered = Signal(str)
    info_wanted = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._typed = TypedKeeper(TypedIn.PLAN, operations, self)
        self._is_fresh = True
        self._section = Section.PARTS
        self.plan_id: int | None = None
        self.view: PlanTextView | None = None
        self.outline = TextOutline()
        self.editor = PartEditor()
        self.editor.setAccessibleName(text("plan_text.editor"))
        self.tools, self.find_bar, self.found = TextTools(self.editor), FindBar(), TextFindings()
        self.heading, self.hint = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.heading.setObjectName("partHeading")
        self.hint.setObjectName("quiet")
        self._lay_out()
        self.finding = TextFinding(self.editor, self.find_bar, self, self)
        self.editor.edited.connect(self._store)
        self.editor.typed.connect(self._keep)
        self.outline.place_chosen.connect(self._choose)
        self.found.findings.place_chosen.connect(self._go_to)
        self.found.read.clicked.connect(self._mark_read)
        self.found.propose.clicked.connect(self._propose)
        replacing = (self.find_bar.by, self.find_bar.replace, self.find_bar.replace_all)
        operations.rights.need(Right.WHOLE, *self.tools.changing, *replacing, self.found.read, self.found.propose)
        operations.rights.follow(Right.WHOLE, self, self._allow_writing)

    def open_plan(self, plan_id: int | None) -> None:
        """Show the text of a plan, of the newest one where it is not known."""
        if plan_id is None or plan_id != self.plan_id:
            self.editor.store()
            self.plan_id, self.view, self._section = plan_id, None, Section.PARTS
            self.found.say("")
        self._is_fresh = True
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the text again. What is being typed stays."""
        asked = self._operations.write_count
        self._operations.read_after_writes(partial(plan_text, wanted=self.plan_id), partial(self._show, asked))

    def _allow_writing(self, allowed: bool) -> None:
        self.editor.setReadOnly(not allowed)
        self._show_section(self._section)

    def finish_editing(self) -> None:
        """Store what is being typed."""
        self.editor.store()

    def _show(self, asked: int, view: PlanTextView | None) -> None:
        if asked != self._operations.write_count:
            # typed meanwhile: what was read is older than what stands there
            self.read()
            return
        self.view = view
        if view is not None:
            self.plan_id = view.plan.id
            if view.body is not None:
                self._show_body(view, view.body)
                self._look_for_typed(view.plan.id)
        self.shown.emit(view)

    def _show_body(self, view: PlanTextView, body: Body) -> None:
        if not any(one.section is self._section for one in sections_of(body)):
            self._section = Section.PARTS
        self.outline.show_body(body, self._section)
        self.found.show_view(view)
        self._show_section(self._section)
        self.finding.count()

    def _show_section(self, section: Section) -> None:
        one = self._stored(section)
        is_other = section is not self._section or self.heading.text() == ""
        self._section = section
        if is_other or (not self.editor.is_dirty and self.editor.paragraphs != one.parts):
            self.editor.show_paragraphs(one.parts, keep_place=not is_other)
        self.heading.setText(text(f"plan_text.section_{section}"))
        self.hint.setText(self._operations.rights.why_not(Right.WHOLE) or text(f"plan_text.hint_{section}"))
        self.tools.allow_tables(one.is_rich)
        self.found.read.setEnabled(one.to_read > 0)

    def _stored(self, section: Section) -> TextSection:
        body = self.view.body if self.view is not None else None
        found = sections_of(body) if body is not None else ()
        return next((one for one in found if one.section is section), TextSection(section, ()))

    @Slot(object)
    def _choose(self, entry: tuple[Section, int | None]) -> None:
        self._go_to(TextPlace(*entry))

    @Slot(object)
    def _go_to(self, place: TextPlace) -> None:
        if place.section is None:
            self.info_wanted.emit()
            return
        self.open_section(place.section)
        self.editor.go_to_part(place.index or 0)
        self.editor.setFocus()

    @property
    def section(self) -> Hashable:
        """The section in the editor."""
        return self._section

    def sections(self) -> Sequence[tuple[Hashable, Sequence[BodyPart]]]:
        """The sections of the text with their words."""
        body = self.view.body if self.view is not None else None
        return [(one.section, one.parts) for one in sections_of(body)] if body is not None else []

    def open_section(self, key: Hashable) -> None:
        """Bring a section into the editor."""
        if key is not self._section and isinstance(key, Section):
            self.editor.store()
            self._show_section(key)
        if self.outline.section is not key and isinstance(key, Section):
            self.outline.show_section(key)

    def replace_everywhere(self, sought: Sought, by: str) -> None:
        """Put ``by`` wherever ``sought`` stands in the whole text."""
        self._write("undo_replace", partial(replace_in_text, sought=sought, by=by), words=sought.words)

    @Slot(object)
    def _store(self, parts: tuple[BodyPart, ...]) -> None:
        self._store_section(self._section, parts)

    def _store_section(self, section: Section, parts: tuple[BodyPart, ...]) -> None:
        if self.plan_id is not None:
            label = text("plan_text.undo_section", section=text(f"plan_text.section_{section}"))
            use_case = partial(change_section, plan_id=self.plan_id, section=section, parts=parts)
            self._typed.store(label, self.plan_id, use_case)

    @Slot(object)
    def _keep(self, parts: tuple[BodyPart, ...]) -> None:
        if self.plan_id is not None:
            self._typed.keep(self.plan_id, self._section, parts)

    def _look_for_typed(self, plan_id: int) -> None:
        if self._is_fresh:
            self._is_fresh = False
            self._typed.look_for(plan_id, partial(self._recover, plan_id))

    def _recover(self, plan_id: int, found: TypedText) -> None:
        section = Section(found.section)
        if plan_id != self.plan_id:
            return
        if self._stored(section).parts == found.parts:
            self._typed.forget(plan_id)
            return
        self.open_section(section)
        self._store_section(section, found.parts)
        self.recovered.emit(text("plan_text.recovered", section=text(f"plan_text.section_{section}")))

    @Slot()
    def _mark_read(self) -> None:
        self.editor.store()
        self._write("undo_read", partial(mark_text_read, section=self._section))

    @Slot()
    def _propose(self) -> None:
        self.editor.store()
        if self.plan_id is not None:
            use_case = partial(read_plan, plan_id=self.plan_id)
            self._operations.write(text("plan_text.undo_propose"), use_case, self._proposed)

    def _proposed(self, count: int) -> None:
        self.found.say(text("plan_text.proposed", count=count))

    def _write(self, label: str, use_case: Callable[..., object], **values: object) -> None:
        if self.plan_id is not None:
            self._operations.write(text(f"plan_text.{label}", **values), partial(use_case, plan_id=self.plan_id))

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        left = card_around(self.outline)
        left.setFixedWidth(_OUTLINE_WIDTH)
        tools = QHBoxLayout()
        tools.setSpacing(HALF_GAP)
        tools.addWidget(self.heading, 1)
        tools.addWidget(self.tools)
        middle = QFrame()
        middle.setObjectName("card")
        column = QVBoxLayout(middle)
        column.setContentsMargins(3 * GAP, GAP, 3 * GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(tools)
        column.addWidget(self.find_bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.hint)
        line.addWidget(left)
        line.addWidget(middle, 1)
        line.addWidget(self.found)
