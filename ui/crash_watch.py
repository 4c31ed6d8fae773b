"""Catches every exception of ours that nobody else has caught, on whichever thread, and what Qt complains of."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from app.fault_words import qt_words

log = logging.getLogger(__name__)
_GRAVE = {QtMsgType.QtCriticalMsg: "critical", QtMsgType.QtFatalMsg: "fatal"}


class CrashWatch(QObject):
    """``seen`` carries an exception to the window's thread, from ``begin`` to ``end``."""

    seen = Signal(object)

    def begin(self) -> None:
        """Take the places where uncaught exceptions and Qt's messages end up."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def end(self) -> None:
        """Give them back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _on_exception(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, error.__traceback__)
            return
        log.error("an exception was left over", exc_info=error)
        self._tell(error)

    def _on_thread_exception(self, said: threading.ExceptHookArgs) -> None:
        if said.exc_value is not None:
            log.error("a thread has failed", exc_info=said.exc_value)
            self._tell(said.exc_value)

    def _tell(self, error: BaseException) -> None:
        try:
            self.seen.emit(error)
        except RuntimeError:
            log.warning("an exception came after the end")


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del context
    if sys.stderr is not None:
        print(message, file=sys.stderr, flush=True)
    if kind in _GRAVE:
        # of the message only the names of Qt's own functions: the rest may be text of a plan
        log.error(f"Qt {_GRAVE[kind]}: {qt_words(message)}")
