"""The plan's own text: căn cứ, body, recipients, signer, and the decision that issues it."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.documents.state_column import PlanStates
from app.domain.access import Right
from app.domain.body import Body
from app.domain.plan import Plan
from app.domain.plan_text import is_empty
from app.exchange.plan_skeletons import DECISION, read_skeleton
from app.ports import Changes
from app.services.plan_texts import PlanTextView, add_decision, take_text
from app.texts import text
from ui.icons import icon
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.plan_prints import what_to_print
from ui.pages.plan_text_editor import PlanTextEditor
from ui.widgets.banner import Banner
from ui.widgets.empty_card import EmptyCard

NO_PLAN, EMPTY, EDITOR = range(3)


class PlanTextPage(Page):
    """Shows the text of the plan that is open; Escape goes back to its appendices."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("plan_text.title"), parent)
        self._plan_id: int | None = None
        self.editor = PlanTextEditor(operations)
        self.back, self.info = _button("appendices", "list"), _button("info", "edit")
        self.decide, self.preview = _button("decide", "add"), _button("preview", "print")
        self._is_decided = False
        self.banner = Banner()
        self.take = QPushButton(text("plan_text.take"))
        self.take.setProperty("primary", True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        operations.rights.need(Right.WHOLE, self.info, self.decide, self.take)
        self._show_part(NO_PLAN)

    def follow_plan(self, plan_id: int | None) -> None:
        """Show the text of this plan."""
        self._plan_id = plan_id if plan_id is not None else self._plan_id

    def enter(self) -> None:
        """Read the text of the open plan."""
        self.editor.open_plan(self._plan_id)

    def show_changes(self, changes: Changes) -> None:
        """The text, the heading or the appendices may have changed."""
        del changes
        if self.isVisible():
            self.editor.read()

    def finish_editing(self) -> None:
        """Store what is being typed."""
        self.editor.finish_editing()

    @property
    def part(self) -> int:
        """What is in front: ``NO_PLAN``, ``EMPTY`` or ``EDITOR``."""
        return self._stack.currentIndex()

    @Slot(object)
    def _show_view(self, view: PlanTextView | None) -> None:
        if view is None:
            self._show_part(NO_PLAN)
            return
        self._plan_id = view.plan.id
        self.title.setText(view.plan.title)
        self.title.setToolTip(view.plan.title)
        self._is_decided = bool(view.body and view.body.decision)
        was = self.part
        self._show_part(EMPTY if is_empty(view.body) else EDITOR)
        if was != self.part:
            (self.editor.editor if self.part == EDITOR else self.take).setFocus()

    def _show_part(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.preview.setVisible(part == EDITOR)
        self.take.setVisible(part == EMPTY)
        self.decide.setVisible(part == EDITOR and not self._is_decided)
        for button in (self.back, self.info):
            button.setVisible(part != NO_PLAN)

    @Slot()
    def _take(self) -> None:
        if self._plan_id is not None:
            use_case = partial(take_text, plan_id=self._plan_id, skeleton=read_skeleton())
            self.operations.write(text("plan_text.undo_take"), use_case)

    @Slot()
    def _decide(self) -> None:
        self.finish_editing()
        if self._plan_id is not None:
            use_case = partial(add_decision, plan_id=self._plan_id, skeleton=read_skeleton(DECISION))
            self.operations.write(text("plan_text.undo_decide"), use_case)

    @Slot()
    def _go_back(self) -> None:
        self.finish_editing()
        self.page_wanted.emit("plan")

    @Slot()
    def _edit_info(self) -> None:
        from ui.dialogs.plan_info import PlanInfoDialog

        self.finish_editing()
        if self._plan_id is not None:
            PlanInfoDialog(self.operations, self._plan_id, self).open()

    @Slot()
    def _preview(self) -> None:
        self.finish_editing()
        if self._plan_id is not None and self.part == EDITOR:
            use_case = partial(what_to_print, plan_id=self._plan_id, today=self.clock.today)
            self.operations.read_after_writes(use_case, self._show_preview)

    def _show_preview(self, found: tuple[Plan, PlanStates, Body | None]) -> None:
        from ui.dialogs.print_preview import PrintPreview

        plan, states, body = found
        PrintPreview(plan, states, self, body).open()

    def _connect(self) -> None:
        self.editor.shown.connect(self._show_view)
        self.editor.recovered.connect(self.banner.show_sentence)
        self.editor.info_wanted.connect(self._edit_info)
        self.back.clicked.connect(self._go_back)
        self.info.clicked.connect(self._edit_info)
        self.preview.clicked.connect(self._preview)
        self.take.clicked.connect(self._take)
        self.decide.clicked.connect(self._decide)
        for keys, slot in (("Escape", self._go_back), ("Ctrl+P", self._preview)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        for widget in (self.back, self.info, self.decide, self.preview, self.take):
            self.header.addWidget(widget)
        self._stack.addWidget(EmptyCard(text("plan_text.no_plan_title"), text("plan_text.no_plan_hint")))
        self._stack.addWidget(EmptyCard(text("plan_text.empty_title"), text("plan_text.empty_hint")))
        self._stack.addWidget(self.editor)
        self.body.addWidget(self.banner)
        self.body.addWidget(self._stack, 1)


def _button(name: str, picture: str) -> QPushButton:
    button = QPushButton(text(f"plan_text.{name}"))
    button.setToolTip(text(f"plan_text.{name}_tip"))
    button.setIcon(icon(picture, "text"))
    return button
