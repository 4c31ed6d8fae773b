"""Opens the window of a frozen program, waits until it works, and closes it as a person would."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 120
_SETTLE_SECONDS = 3.0
"""Time for the pages that are made ahead, whose mistakes must come out too."""
DATABASE = "so-cchc.db"


@dataclass(frozen=True, slots=True)
class Seen:
    """How a window went: exit status, standard error, seconds from the start to the open database."""

    status: int
    errors: str
    seconds: float


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment with a screen: this system's own, or on Linux one of its own in memory."""
    if not sys.platform.startswith("linux"):
        yield dict(os.environ)
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            number = server.stdout.readline().strip() if server.stdout else ""
            hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
            yield {name: value for name, value in os.environ.items() if name not in hidden} | {"DISPLAY": f":{number}"}
        finally:
            server.terminate()


def open_and_close(command: Sequence[str], folder: Path, data: str) -> Seen:
    """Start ``command`` in ``folder``, close the window once its data folder ``data`` has its database.

    The database is made only after the first picture was painted. Raises TimeoutExpired where it never comes.
    """
    with screen() as settings:
        begun = time.monotonic()
        # Pipes, not files: Wine refuses a window that is given any other kind of output.
        window = subprocess.Popen(
            command, cwd=folder, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        try:
            seconds = _wait_for(folder / data / DATABASE, window, begun)
            time.sleep(_SETTLE_SECONDS)
            _close(window, settings)
            _, errors = window.communicate(timeout=_SECONDS)
        finally:
            window.kill()
            window.communicate()
        return Seen(window.returncode, errors.decode("utf-8", "replace"), seconds)


def _wait_for(file: Path, window: "subprocess.Popen[bytes]", begun: float) -> float:
    while not file.exists() and window.poll() is None:
        if time.monotonic() - begun > _SECONDS:
            raise subprocess.TimeoutExpired(str(window.args), _SECONDS)
        time.sleep(0.01)
    return time.monotonic() - begun


def _close(window: "subprocess.Popen[bytes]", settings: Mapping[str, str]) -> None:
    """Ask the window to close: by message on Windows, by the key of "Thoát" elsewhere."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/pid", str(window.pid)], stdout=subprocess.DEVNULL, check=True)
        return
    if not shutil.which("xdotool"):
        raise FileNotFoundError("xdotool is needed to close the window")
    found = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "CCHC"]
    keys = [*found, "windowfocus", "--sync", "key", "ctrl+q"]
    # The window is gone before the key is up again, which xdotool takes for a mistake.
    subprocess.run(keys, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
