"""Runs one command of the command line: sentences to standard error, JSON to standard output, never a traceback."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_parser import parse
from app.datafolder import default_data_folder, make_folder
from app.display import has_display
from app.domain.errors import MachineTrouble, Refused
from app.late_storage import LateStorage
from app.next_program import go_on_elsewhere, may_start
from app.program_log import LOG_NAME, write_crash
from app.texts import sentence_for, text

if TYPE_CHECKING:
    from app.ports import DataSummary, Storage


@dataclass(frozen=True, slots=True)
class Parts:
    """What the command line needs of the storage and the window; each is loaded only when called.

    ``back_up(folder, file, password)``, ``restore(folder, file, password)`` (also the copy kept of the data before)
    and ``check(folder)`` raise Refused where the file or the data are not as they must be; a password of "" is none.
    ``hold(folder)`` keeps the folder for one window and raises Refused where another has it;
    ``show_refusal(sentence)`` says so to who reads no standard error. ``back_up_first(folder)`` makes an automatic
    backup. ``has_accounts(folder)`` tells whether the data there have accounts, without opening them.
    """

    open_storage: Callable[[Path], Storage]
    back_up: Callable[[Path, Path, str], DataSummary]
    restore: Callable[[Path, Path, str], tuple[DataSummary, Path | None]]
    check: Callable[[Path], DataSummary]
    run_window: Callable[[Storage, Path, date], int]
    hold: Callable[[Path], AbstractContextManager[object]]
    show_refusal: Callable[[str], None]
    back_up_first: Callable[[Path], object]
    has_accounts: Callable[[Path], bool] = lambda _folder: False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to say: ``document`` for standard output, ``sentences`` for standard error.

    ``is_answer`` says that the document is what was asked for and is printed even without ``--json``.
    """

    document: object
    sentences: tuple[str, ...] = ()
    is_answer: bool = False


def run(arguments: list[str], parts: Parts) -> int:
    """Carry out the command line ``arguments`` and return the exit status: 0 done, 1 refused. Wrong usage leaves
    with status 2."""
    _speak_utf8()
    asked = parse(arguments)
    folder = Path(asked.data or default_data_folder()).absolute()
    try:
        return _run_or_refuse(asked, folder, parts)
    except KeyboardInterrupt:
        _say(text("cli.interrupted"))
    except BrokenPipeError:
        # Whoever read our output has closed it; nothing more can be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        logged = write_crash(folder, error)
        _say(text("cli.crashed" if logged else "cli.crashed_unlogged", log=folder / LOG_NAME))
    return 1


def _run_or_refuse(asked: argparse.Namespace, folder: Path, parts: Parts) -> int:
    try:
        return _run_asked(asked, folder, parts)
    except Refused as error:
        _say(sentence_for(error))
        return 1


def _run_asked(asked: argparse.Namespace, folder: Path, parts: Parts) -> int:
    if asked.command is None:
        if has_display():
            return _open_window(asked, folder, parts)
        _say(text("cli.no_display"))
        asked.command, asked.output = "sample", None
    from app.cli_access import as_user
    from app.cli_commands import COMMANDS
    from app.cli_reports import REPORT_COMMANDS
    from app.cli_tracking import TRACKING_COMMANDS

    commands = COMMANDS | TRACKING_COMMANDS | REPORT_COMMANDS
    _print(commands[asked.command](asked, folder, as_user(asked.user, parts)), asked.json)
    return 0


def _open_window(asked: argparse.Namespace, folder: Path, parts: Parts) -> int:
    try:
        return _hold_and_open(asked, make_folder(folder), parts)
    except ImportError as error:
        if (error.name or "").split(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise MachineTrouble("cli.no_window", detail=error) from error


def _hold_and_open(asked: argparse.Namespace, folder: Path, parts: Parts) -> int:
    try:
        if not may_start(folder):
            return 0
        with parts.hold(folder), closing(LateStorage(partial(parts.open_storage, folder))) as storage:
            status = parts.run_window(storage, folder, asked.today)
    except Refused as error:
        parts.show_refusal(sentence_for(error))
        raise
    return go_on_elsewhere(folder, status)


def opened(folder: Path, parts: Parts) -> closing[Storage]:
    """The data in ``folder``, made where missing, to be closed when done with."""
    return closing(parts.open_storage(make_folder(folder)))


def _print(outcome: Outcome, as_json: bool) -> None:
    for sentence in outcome.sentences:
        _say(sentence)
    if as_json or outcome.is_answer:
        _answer(json.dumps(outcome.document, ensure_ascii=False, indent=1))


def _answer(words: str) -> None:
    """Print all of ``words`` or, where there is nowhere to print to, say so."""
    try:
        if sys.stdout is None:
            raise MachineTrouble("cli.answer_unwritable")
        print(words, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in its buffer
        raise MachineTrouble("cli.answer_unwritable") from error


def _say(sentence: str) -> None:
    if sys.stderr is not None:  # else print would take standard output
        print(sentence, file=sys.stderr, flush=True)


def _speak_utf8() -> None:
    """Vietnamese and JSON leave the program as UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
