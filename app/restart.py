"""Starting the program once more, after the one that runs has let go of its data."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_LIBRARIES = "LD_LIBRARY_PATH"
FINISH_UPDATE = 76
"""Status with which the window asks for the helper that replaces the program."""
RESTART = 75
"""Status with which the window asks to be opened anew."""


def start_again(arguments: Sequence[str] | None = None) -> "subprocess.Popen[bytes]":
    """Start the program as this one was started; it outlives this process. Raises OSError where that fails."""
    import subprocess  # not needed by a start that goes well

    command = [sys.executable, *(sys.orig_argv[1:] if arguments is None else arguments)]
    return subprocess.Popen(command, env=clean_environment(), close_fds=True)


def clean_environment() -> dict[str, str]:
    """The environment for another frozen program: it must not be taken for a part of this one, nor load its
    libraries."""
    environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    before = environment.pop(f"{_LIBRARIES}_ORIG", None)
    if getattr(sys, "frozen", False):
        environment.pop(_LIBRARIES, None)
    if before is not None:
        environment[_LIBRARIES] = before
    return environment
