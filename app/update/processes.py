"""Waiting for the old program to end, starting the new one, and seeing whether it lives."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from app.restart import clean_environment
from app.update.installed import SIGN_VARIABLE
from app.update.journal import Reason

_PAUSE = 0.05


def wait_for_end(process: int, seconds: float) -> bool:
    """Whether the process with this number has ended within ``seconds``."""
    if sys.platform == "win32":
        return _wait_on_windows(process, seconds)
    latest = time.monotonic() + seconds
    while _is_alive(process):
        if time.monotonic() > latest:
            return False
        time.sleep(_PAUSE)
    return True


def start(program: Path, arguments: Sequence[str], sign: Path | None = None) -> "subprocess.Popen[bytes]":
    """Start ``program``; with ``sign`` it is to tell there that its first page is shown. Raises OSError."""
    environment = clean_environment()
    environment.pop(SIGN_VARIABLE, None)
    if sign is not None:
        environment[SIGN_VARIABLE] = str(sign)
    return subprocess.Popen([str(program), *arguments], env=environment, stdin=subprocess.DEVNULL, close_fds=True)


def sign_of_life(started: "subprocess.Popen[bytes]", sign: Path, version: str, seconds: float) -> Reason | None:
    """None once the program ``started`` has said in ``sign`` that it is ``version`` and shows its first page; else why
    it counts as dead, and then it is."""
    latest = time.monotonic() + seconds
    while not _says(sign, version):
        if started.poll() is not None:
            return Reason.NOT_STARTED
        if time.monotonic() > latest:
            started.kill()
            started.wait()
            return Reason.NO_SIGN
        time.sleep(_PAUSE)
    return None


def _says(sign: Path, version: str) -> bool:
    try:
        return sign.read_text(encoding="utf-8") == version
    except OSError:
        return False


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:  # ended, but nobody has asked how yet
        return Path(f"/proc/{process}/stat").read_text(errors="replace").rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return True


def _wait_on_windows(process: int, seconds: float) -> bool:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # there on Windows only
    synchronize, timed_out = 0x00100000, 0x102
    handle = kernel.OpenProcess(synchronize, False, process)
    if not handle:
        return True
    try:
        return bool(kernel.WaitForSingleObject(handle, int(seconds * 1000)) != timed_out)
    finally:
        kernel.CloseHandle(handle)
