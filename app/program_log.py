"""The program's log in the data folder: bounded in size, and without a word of what an office has entered."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.fault_words import fault_lines

LOG_NAME = "so-cchc.log"
_LOG_BYTES = 1_000_000
_OURS = ("app", "db", "ui", "so-cchc", "root")
_SEEN = "_so_cchc_logged"


class PlainFormatter(logging.Formatter):
    """Time, kind and place of a message; of an exception what ``fault_lines`` tells of it.

    A message is written without the values put into it, one of another library not at all: both may be text of a plan.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The lines for ``record``."""
        words = str(record.msg) if record.name.split(".")[0] in _OURS else ""
        when = self.formatTime(record)
        head = f"{when} {record.levelname} {record.name} {record.module}:{record.lineno} {words}".rstrip()
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([head, *(fault_lines(error) if error is not None else ())])


class _OnceEach(logging.Filter):
    """Lets an exception through once, however many of our parts report it on its way."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return True
        is_new = not getattr(error, _SEEN, False)
        try:
            setattr(error, _SEEN, True)
        except AttributeError:
            return is_new
        return is_new


class ProgramLog(RotatingFileHandler):
    """The log of one data folder; the file is made with its first line, and beside it at most one older one is kept."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
        self.folder = folder
        self.setFormatter(PlainFormatter())
        self.addFilter(_OnceEach())

    def handleError(self, record: logging.LogRecord) -> None:
        """A log that cannot be written is no reason for another message."""


def start_log(folder: Path) -> ProgramLog:
    """From now on warnings and errors of all parts go into the log in ``folder``, and nowhere else."""
    handler = ProgramLog(folder)
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    return handler


def stop_log(handler: ProgramLog) -> None:
    """Close what ``start_log`` opened."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def write_crash(folder: Path, error: BaseException) -> bool:
    """Append ``error`` to the log in ``folder``; False where that is impossible."""
    record = logging.LogRecord("so-cchc", logging.ERROR, "", 0, "unexpected error", None, None)
    record.exc_info = (type(error), error, error.__traceback__)
    return _write(folder, record)


def write_line(folder: Path, words: str) -> bool:
    """Append ``words`` of our own, which hold nothing that was entered; False where that is impossible."""
    return _write(folder, logging.LogRecord("so-cchc", logging.ERROR, "", 0, words, None, None))


def log_text(folder: Path) -> str:
    """What the log says, the older part first."""
    files = [folder / f"{LOG_NAME}.1", folder / LOG_NAME]
    return "".join(file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file())


def _write(folder: Path, record: logging.LogRecord) -> bool:
    opened = next((one for one in logging.getLogger().handlers if _is_of(one, folder)), None)
    try:
        if opened is not None:
            opened.handle(record)
            return True
        folder.mkdir(parents=True, exist_ok=True)
        handler = ProgramLog(folder)
        handler.stream = handler._open()
    except OSError:
        return False
    handler.handle(record)
    handler.close()
    return True


def _is_of(handler: logging.Handler, folder: Path) -> bool:
    return isinstance(handler, ProgramLog) and handler.folder == folder
