"""Starting the program once more, after the one that runs has let go of its data."""

import os
import subprocess
import sys
from collections.abc import Sequence

RESTART = 75
"""Status with which the window asks to be opened anew."""


def start_again(arguments: Sequence[str] | None = None) -> "subprocess.Popen[bytes]":
    """Start the program as this one was started; it outlives this process. Raises OSError where that fails."""
    command = [sys.executable, *(sys.orig_argv[1:] if arguments is None else arguments)]
    # the starter of a frozen program must not take the new one for a part of the old
    return subprocess.Popen(command, env={**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}, close_fds=True)
