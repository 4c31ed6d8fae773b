"""Long work (reading files, drawing pages, exporting) off the window's thread, with progress and cancel."""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from app.domain.errors import Refused

logger = logging.getLogger(__name__)


class Cancelled(Exception):
    """The person no longer wants the result."""


class Progress:
    """What a running job may tell the window: ``say`` a sentence; ``check`` raises Cancelled after a cancel."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._stop = Event()

    def say(self, sentence: str) -> None:
        """Show ``sentence`` in the window; raises Cancelled like ``check``."""
        self.check()
        self._tell(sentence)

    def check(self) -> None:
        """Raise Cancelled where the job was cancelled meanwhile."""
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the job to stop at its next ``check``."""
        self._stop.set()


Job = Callable[[Progress], Any]


class _Run(QRunnable):
    def __init__(self, owner: "Background", number: int, job: Job, progress: Progress) -> None:
        super().__init__()
        self._owner, self._number, self._job, self._progress = owner, number, job, progress

    def run(self) -> None:
        try:
            self._progress.check()
            outcome: object = self._job(self._progress)
        except Exception as error:  # carried over to the window's thread, which tells the kinds of error apart
            outcome = error
        self._owner.report(self._number, outcome)


class Background(QObject):
    """Runs jobs one after the other on a thread of its own and hands their results to the window's thread.

    Starting a job cancels the one before it. ``finished`` carries the result, ``refused`` the error that a person
    can act upon, ``failed`` a mistake of the program's own, ``said`` a sentence about the progress.
    """

    finished = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    said = Signal(str)
    _reported = Signal(int, object)
    _told = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._progress: Progress | None = None
        self._reported.connect(self._on_reported)
        self._told.connect(self._on_told)

    @property
    def running(self) -> bool:
        """Whether a job's result is awaited."""
        return self._progress is not None

    def start(self, job: Job) -> None:
        """Run ``job`` in the background; the results of earlier jobs are no longer reported."""
        self.cancel()
        self._number += 1
        number = self._number
        self._progress = Progress(lambda sentence: self.tell(number, sentence))
        self._pool.start(_Run(self, number, job, self._progress))

    def cancel(self) -> None:
        """Forget the running job; its result will not be reported."""
        if self._progress is not None:
            self._progress.cancel()
        self._progress = None

    def stop(self) -> None:
        """Cancel and wait until the thread is idle; to be called before the owner goes away."""
        self.cancel()
        self._pool.waitForDone()

    def report(self, number: int, outcome: object) -> None:
        """Called on the job's thread with its result or its error."""
        _emit(self._reported, number, outcome)

    def tell(self, number: int, sentence: str) -> None:
        """Called on the job's thread with a sentence about its progress."""
        _emit(self._told, number, sentence)

    @Slot(int, str)
    def _on_told(self, number: int, sentence: str) -> None:
        if number == self._number and self.running:
            self.said.emit(sentence)

    @Slot(int, object)
    def _on_reported(self, number: int, outcome: object) -> None:
        if number != self._number or not self.running:
            return
        self._progress = None
        if isinstance(outcome, Refused):
            self.refused.emit(outcome)
        elif isinstance(outcome, Exception):
            logger.error("background job failed", exc_info=outcome)
            self.failed.emit(outcome)
        else:
            self.finished.emit(outcome)


def _emit(signal: Any, *values: object) -> None:  # noqa: ANN401 - a bound signal has no public type
    try:
        signal.emit(*values)
    except RuntimeError:
        logger.debug("the window went away before its job ended")
