"""Carries use cases to the storage on their own threads and their results back to the screens."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import MachineTrouble, Refused
from app.texts import sentence_for
from ui.rights import Rights

if TYPE_CHECKING:
    from app.domain.access import Actor
    from app.ports import Changes, Draft, History, Storage, Work, Written
    from app.ports.backups import Risk

T = TypeVar("T")
log = logging.getLogger(__name__)
_TURN_SECONDS = 0.0005


@dataclass(slots=True)
class _Ticket:
    """One request under way: where its result, a refusal and trouble with the machine go, and whether it writes."""

    task: Callable[[], object] | None
    on_done: Callable[[Any], None] | None
    on_refused: Callable[[str], None] | None
    writes: bool
    on_trouble: Callable[[str], None] | None = None
    result: object = None
    changes: Changes | None = None
    history: History | None = None
    error: BaseException | None = None

    def let_go(self) -> None:
        """Drop everything that may hold a widget. On the window's thread: the worker's own hold on the ticket may be
        the last one, and a widget destroyed over there takes the program down."""
        self.task = self.on_done = self.on_refused = self.on_trouble = None
        self.result = self.error = None


class Operations(QObject):
    """Writes in order on one thread, reads on another; everything it tells, it tells on the window's thread.

    ``on_done`` gets the use case's result before ``changed`` is told. A refusal goes to ``on_refused`` when given, else
    to the signal ``refused``, also where the screen that asked is gone; such a screen gets no answer.
    """

    changed = Signal(object)
    """``Changes`` of a committed write, undo or redo."""
    saved = Signal(object)
    """``datetime`` of a commit."""
    history_changed = Signal(object)
    """``History`` after a write."""
    refused = Signal(str)
    """A sentence for the clerk: the request broke a rule."""
    trouble = Signal(str)
    """A sentence for the clerk: the machine is in the way."""
    crashed = Signal(object)
    """An exception that is our own mistake."""
    _committed = Signal()
    _arrived = Signal(object)

    def __init__(self, storage: Storage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        # Python's own 5 ms would let a window that paints hold up the commit of what was typed.
        sys.setswitchinterval(_TURN_SECONDS)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="read")
        self._closed = False
        self._writes = 0
        self._reads = 0
        self.rights = Rights(self)
        """What whoever works at this window may do: for controls to be off."""
        self.back_up_first: Callable[[Risk], None] | None = None
        """Backs up before a write that names its risk; on the writing thread, so that nothing comes in between."""
        self.write_count = 0
        """Writes asked for since the start: tells whether something read meanwhile may be out of date."""
        self._committed.connect(self._tell_saved)
        self._arrived.connect(self._finish)

    @property
    def writing(self) -> bool:
        """Whether a write has been asked for and not come back."""
        return self._writes > 0

    @property
    def idle(self) -> bool:
        """Whether nothing at all is under way."""
        return self._writes == 0 and self._reads == 0

    def open(self, on_done: Callable[[History], None], on_failed: Callable[[str], None]) -> None:
        """Open the storage; ``on_failed`` gets the sentence that says why it can't be."""
        self._submit(_Ticket(self._storage.history, on_done, None, False, on_failed), on_writer=True)

    def write(
        self,
        label: str,
        use_case: Callable[[Work], T],
        on_done: Callable[[T], None] | None = None,
        on_refused: Callable[[str], None] | None = None,
        risk: Risk | None = None,
    ) -> None:
        """Run ``use_case`` in one transaction that undo will call ``label``; with a ``risk`` only once a backup is
        made: where none can be, it is refused."""
        self._submit(_Ticket(lambda: self._write(label, use_case, risk), on_done, on_refused, True))

    def read(
        self,
        use_case: Callable[[Work], T],
        on_done: Callable[[T], None],
        on_refused: Callable[[str], None] | None = None,
    ) -> None:
        """Run ``use_case``, which writes nothing, and give its result to ``on_done``."""
        self._submit(_Ticket(lambda: self._storage.read(use_case), on_done, on_refused, False))

    def read_after_writes(self, use_case: Callable[[Work], T], on_done: Callable[[T], None]) -> None:
        """Like ``read``, but only once everything asked for before is stored."""
        self._submit(_Ticket(lambda: self._storage.read(use_case), on_done, None, False), on_writer=True)

    def read_now(self, use_case: Callable[[Work], T]) -> T:
        """The result of ``use_case`` at once. Only for what is small and needed before the first picture."""
        return self._storage.read(use_case)

    def undo(self) -> None:
        """Take back the last step; ``changed`` tells what it touched."""
        self._submit(_Ticket(self._storage.undo, None, None, True))

    def redo(self) -> None:
        """Do again the step taken back last."""
        self._submit(_Ticket(self._storage.redo, None, None, True))

    def work_as(self, who: str) -> None:
        """What is written from now on is by ``who``; in order with the writes."""
        self._submit(_Ticket(lambda: self._storage.work_as(who), None, None, False), on_writer=True)

    def act_as(self, actor: Actor) -> None:
        """From now on ``actor`` reads and writes; in order with the writes."""
        self._submit(_Ticket(lambda: self._storage.act_as(actor), None, None, False), on_writer=True)

    def when_written(self, then: Callable[[], None]) -> None:
        """Call ``then`` once everything asked for before is stored."""
        self._submit(_Ticket(lambda: None, lambda _: then(), None, False), on_writer=True)

    def when_allowed(self, use_case: Callable[[Work], None], then: Callable[[], None]) -> None:
        """Call ``then`` once everything asked for before is stored, unless ``use_case`` refuses; data that cannot be
        read refuse nothing."""

        def ask() -> None:
            with suppress(MachineTrouble):
                self._storage.read(use_case)

        self._submit(_Ticket(ask, lambda _: then(), None, False), on_writer=True)

    def say_all_changed(self) -> None:
        """The data were replaced from outside: every screen reads again, and the steps that can be undone are those
        of the new data."""

        from app.ports import Changes

        def tell(plans: frozenset[int]) -> None:
            self.changed.emit(Changes(plans=plans, directories=True))

        self.read_after_writes(lambda work: frozenset(plan.id for plan in work.list_plans()), tell)
        self._submit(_Ticket(self._storage.history, self.history_changed.emit, None, False), on_writer=True)

    def keep(self, use_case: Callable[[Work], object]) -> None:
        """Carry out ``use_case``, which keeps what is no step of anybody's, in order with the writes. No screen is told
        of it, nor of a refusal."""
        self._submit(_Ticket(lambda: self._storage.write("", use_case), None, _say_nothing, False), on_writer=True)

    def save_draft(self, draft: Draft) -> None:
        """Keep text that is being typed, in order with the writes."""
        self._submit(_Ticket(lambda: self._storage.save_draft(draft), None, None, False), on_writer=True)

    def drop_draft(self, row_id: int, column_id: int | None) -> None:
        """Forget the draft of a cell: it was committed or given up."""
        self._submit(_Ticket(lambda: self._storage.drop_draft(row_id, column_id), None, None, False), on_writer=True)

    def drafts(self) -> list[Draft]:
        """What was being typed when the program last stopped without warning."""
        return self._storage.drafts()

    def history(self) -> History:
        """The steps that can be undone and redone now."""
        return self._storage.history()

    def close(self) -> None:
        """Wait until everything asked for is on disk, and take no more: what a page still asks for is left undone."""
        self._closed = True
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True)

    def _write(self, label: str, use_case: Callable[[Work], T], risk: Risk | None) -> Written[T]:
        if risk is not None and self.back_up_first is not None:
            self.back_up_first(risk)
        return self._storage.write(label, use_case)

    def _submit(self, ticket: _Ticket, on_writer: bool = False) -> None:
        if self._closed:
            return
        if ticket.writes:
            self._writes += 1
            self.write_count += 1
        else:
            self._reads += 1
        pool = self._writer if ticket.writes or on_writer else self._reader
        pool.submit(self._run, ticket).add_done_callback(_complain)

    def _run(self, ticket: _Ticket) -> None:
        """On a worker thread: do the task and send its ticket home."""
        try:
            assert ticket.task is not None
            result = ticket.task()
            if ticket.writes:
                written = cast("Written[object]", result)
                self._committed.emit()
                ticket.result, ticket.changes = written.result, written.changes
                ticket.history = self._storage.history()
            else:
                ticket.result = result
        except Exception as error:
            ticket.error = error
        self._arrived.emit(ticket)

    @Slot()
    def _tell_saved(self) -> None:
        self.saved.emit(datetime.now())

    @Slot(object)
    def _finish(self, ticket: _Ticket) -> None:
        """On the window's thread: tell everyone who waits."""
        if ticket.writes:
            self._writes -= 1
        else:
            self._reads -= 1
        try:
            self._tell(ticket)
        finally:
            ticket.let_go()

    def _tell(self, ticket: _Ticket) -> None:
        if ticket.error is not None:
            self._tell_error(ticket, ticket.error)
            return
        if ticket.on_done is not None and not _is_gone(ticket.on_done):
            ticket.on_done(ticket.result)
        if ticket.changes is not None:
            self.changed.emit(ticket.changes)
            self.history_changed.emit(ticket.history)

    def _tell_error(self, ticket: _Ticket, error: BaseException) -> None:
        if isinstance(error, Refused) and ticket.on_trouble is not None:
            ticket.on_trouble(sentence_for(error))
        elif isinstance(error, MachineTrouble):
            self.trouble.emit(sentence_for(error))
        elif isinstance(error, Refused):
            sentence = sentence_for(error)
            if ticket.on_refused is not None and not _is_gone(ticket.on_refused):
                ticket.on_refused(sentence)
            else:
                self.refused.emit(sentence)
        else:
            log.error("a use case failed", exc_info=error)
            self.crashed.emit(error)


def _is_gone(tell: Callable[..., object]) -> bool:
    """Whether ``tell`` belongs to a screen that was closed meanwhile."""
    method = tell.func if isinstance(tell, partial) else tell
    owner = getattr(method, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)


def _say_nothing(_sentence: str) -> None:
    """A refusal that nobody waits for."""


def _complain(future: Future[None]) -> None:
    """Nothing may vanish in a worker thread."""
    error = future.exception()
    if error is not None:
        log.error("a worker failed", exc_info=error)
