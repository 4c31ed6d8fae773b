"""Calls in a process of their own, forked so that a start costs milliseconds: with bounds, or to be killed.

The process that forks must not have a database open. POSIX only.
"""

import os
import pickle
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

Ack = Callable[[object], None]
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call ended: ``answer``, or ``trouble`` (the traceback, "hang" or the signal); seconds and megabytes."""

    answer: Any
    trouble: str
    seconds: float
    megabytes: float


class Running:
    """A call in a process of its own that tells, line by line, what it has done."""

    def __init__(self, call: Callable[[Ack], None]) -> None:
        self._end, told = os.pipe()
        self.process = _fork(self._end)
        if self.process == 0:
            _work(call, told)
        os.close(told)

    def kill_after(self, seconds: float) -> list[Any]:
        """Kill it without warning; what it has told until then. Empty where it came to an end by itself."""
        time.sleep(seconds)  # the moment of the kill is what varies
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        with os.fdopen(self._end, "rb") as opened:
            return _loaded(opened.read())


def bounded(call: Callable[[], object], seconds: float, megabytes: int | None = None) -> Ended:
    """Run ``call`` in a process of its own for at most ``seconds`` and in ``megabytes`` of memory of its own."""
    end, told = os.pipe()
    began = time.monotonic()
    process = _fork(end)
    if process == 0:
        if megabytes:
            resource.setrlimit(resource.RLIMIT_DATA, (megabytes * _MEGABYTE, megabytes * _MEGABYTE))
        _work(lambda ack: ack(call()), told)
    os.close(told)
    content = _read_until(end, began + seconds)
    took = time.monotonic() - began
    if content is None:
        os.kill(process, signal.SIGKILL)
    _, status, used = os.wait4(process, 0)
    answers = _loaded(content or b"")
    trouble = "hang" if content is None else _trouble(status, answers)
    return Ended(answers[-1] if answers and not trouble else None, trouble, took, used.ru_maxrss / 1024)


def _fork(end: int) -> int:
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        os.close(end)
    return process


def _work(call: Callable[[Ack], None], told: int) -> NoReturn:
    """The life of the forked process: it never comes back into the code that forked it."""
    status = 0
    try:
        call(lambda said: _tell(told, said))
    except BaseException:
        _tell(told, traceback.format_exc())
        status = 1
    finally:
        os._exit(status)


def _tell(told: int, said: object) -> None:
    content = pickle.dumps(said)
    os.write(told, len(content).to_bytes(4, "big") + content)


def _loaded(content: bytes) -> list[Any]:
    """What was told in full; a kill may cut the last one short."""
    told, place = [], 0
    while place + 4 <= len(content):
        end = place + 4 + int.from_bytes(content[place : place + 4], "big")
        if end > len(content):
            break
        told.append(pickle.loads(content[place + 4 : end]))
        place = end
    return told


def _read_until(end: int, latest: float) -> bytes | None:
    """Everything up to the end of the pipe; None where that does not come in time."""
    pieces: list[bytes] = []
    with os.fdopen(end, "rb", buffering=0) as opened:
        while select.select([opened], [], [], max(0.0, latest - time.monotonic()))[0]:
            piece = opened.read(1 << 16)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
    return None


def _trouble(status: int, answers: list[Any]) -> str:
    if os.WIFSIGNALED(status):
        return f"signal {os.WTERMSIG(status)}"
    if os.WEXITSTATUS(status):
        return str(answers[-1]) if answers else "ended without a word"
    return ""
