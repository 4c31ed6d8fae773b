"""Keeps the made list of milestones between visits, so that a page has something to show at once."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.exchange.calendars import default_calendar
from app.ports import Changes
from app.services.milestone_lists import MilestoneList, milestone_list
from ui.operations import Operations

_REFRESH_MS = 1500
"""How long nothing may have changed before a list that nobody looks at is made anew."""


class MilestoneKeeper(QObject):
    """``ready`` tells a ``MilestoneList`` that was read again; ``kept`` is the last one, perhaps out of date."""

    ready = Signal(object)

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.kept: MilestoneList | None = None
        self._operations = operations
        self._plan_id: int | None = None
        self._today = date.min
        self._read_for: int | None = None
        self._stale = True
        self._reading = False
        self._noted: Changes | None = None
        self._pause = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._pause.timeout.connect(self._refresh)
        operations.changed.connect(self.note)
        operations.trouble.connect(self._give_up)
        operations.crashed.connect(self._give_up)

    @property
    def is_fresh(self) -> bool:
        """Whether what is kept is what was wanted last, and up to date."""
        kept = self.kept
        if kept is None or self._stale or kept.today != self._today:
            return False
        return self._plan_id in (self._read_for, kept.plan.id if kept.plan else None)

    def kept_for(self, plan_id: int | None) -> MilestoneList | None:
        """What there is to show at once of this plan (None: of any), perhaps out of date; None for nothing."""
        kept = self.kept
        if kept is None:
            return None
        return kept if plan_id in (None, self._read_for, kept.plan.id if kept.plan else None) else None

    def want(self, plan_id: int | None, today: date) -> None:
        """Read the list of this plan (None: of the newest) as it is ``today``, unless what is kept still holds."""
        self._plan_id, self._today = plan_id, today
        if not self.is_fresh and not self._reading:
            self._read()

    def prepare(self, plan_id: int | None, today: date) -> None:
        """Read the list once nothing else has been going on for a while, before anybody asks for it."""
        if self.kept is None and not self._reading:
            self._plan_id, self._today = plan_id, today
            self._pause.start()

    @Slot(object)
    def note(self, changes: Changes) -> None:
        """A write was committed: does it touch what is kept? Being told twice of the same one does no harm."""
        if changes is self._noted:
            return
        self._noted = changes
        shown = self.kept.plan.id if self.kept and self.kept.plan else None
        others = bool(changes.plans) and not changes.cells_only
        if changes.directories or others or shown in changes.plans or (self._reading and changes.plans):
            self._stale = True
            if self.kept is not None:
                self._pause.start()

    @Slot()
    def _refresh(self) -> None:
        """Nobody waits for it: not before all else that was asked for is done."""
        if self.is_fresh or self._reading:
            return
        if self._operations.idle:
            self._read()
        else:
            self._pause.start()

    def _read(self) -> None:
        self._reading, self._stale = True, False
        plan_id, today = self._plan_id, self._today
        before = self.kept.lines if self.kept else ()
        use_case = partial(milestone_list, wanted=plan_id, calendar=default_calendar(), today=today, before=before)
        self._operations.read(use_case, partial(self._take, plan_id), self._refuse)

    def _take(self, plan_id: int | None, listed: MilestoneList) -> None:
        self._reading = False
        self.kept, self._read_for = listed, plan_id
        if self.is_fresh:
            self.ready.emit(listed)
        else:
            self._read()

    def _refuse(self, sentence: str) -> None:
        self._give_up()
        self._operations.refused.emit(sentence)

    @Slot()
    def _give_up(self) -> None:
        """The machine is in the way, perhaps of this reading: the next one who wants the list tries again."""
        self._reading, self._stale = False, True


def keeper_of(operations: Operations) -> MilestoneKeeper:
    """The keeper that all pages of one window share, made when first asked for."""
    for child in operations.children():
        if isinstance(child, MilestoneKeeper):
            return child
    return MilestoneKeeper(operations)
