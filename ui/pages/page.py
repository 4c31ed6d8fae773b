"""What every page of the main window has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.access import Right
from ui.clock import Clock
from ui.theme import GAP, MARGIN

if TYPE_CHECKING:
    from app.ports import Changes
    from app.ports.proofs import ProofStore
    from ui.actions import Actions
    from ui.computer import Computer
    from ui.operations import Operations


class Page(QWidget):
    """A page with a title line (``header``: add buttons to its right) and a body (``body``: add cards to it).

    The main window calls ``enter`` each time the page comes to the front and ``show_changes`` after every write.
    """

    page_wanted = Signal(str)
    """Name of the page to go to: "plan", "plans", "import", "search"."""
    plan_wanted = Signal(object, object, object)
    """Plan id, appendix id or None, row id or None: open this place on the plan page."""

    search_wanted = Signal(str)
    """Words to look for on the search page."""
    plan_shown = Signal(object)
    """``PlanSummary`` of the plan the page shows now."""
    milestones_wanted = Signal(object)
    """``LineFilter`` of the milestones to show on the tracking page."""

    actor_changed = Signal(object)
    """``Actor`` who works from now on, since the first account was made; None: there are no accounts any more."""

    def __init__(self, operations: Operations, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.clock = Clock()
        self.proofs: ProofStore | None = None
        self.computer: Computer | None = None
        self.setObjectName("page")
        self.title = QLabel(title, wordWrap=True)
        self.title.setObjectName("pageTitle")
        self.header = QHBoxLayout()
        self.header.setSpacing(GAP // 2)
        self.header.addWidget(self.title, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self.body.setSpacing(GAP)
        self.body.addLayout(self.header)

    @Slot()
    def say_only_read(self) -> None:
        """Say why nothing can be typed here."""
        why_not = self.operations.rights.why_not(Right.ENTER)
        if why_not:
            self.operations.refused.emit(why_not)

    def follow_plan(self, plan_id: int | None) -> None:
        """The plan that is open, told before ``enter``; None where there is none."""

    def enter(self) -> None:
        """The page comes to the front: read what it shows."""

    def show_changes(self, changes: Changes) -> None:
        """A write was committed: read again what it touched, if the page shows it."""

    def stop_copying(self) -> None:
        """The window goes away: wait for files being copied."""

    def finish_editing(self) -> None:
        """Commit what is being typed: the window is about to close, or the data to be replaced."""

    def use_actions(self, actions: Actions) -> None:
        """Connect the window's commands that this page carries out. Called once."""
