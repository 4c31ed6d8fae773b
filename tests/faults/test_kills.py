"""A short run of ``./test faults``: killed again and again, nothing acknowledged is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as POSIX kills them")
def test_nothing_acknowledged_is_lost() -> None:
    # a process of its own: one that shows windows must not fork
    command = [sys.executable, "-m", "tests.faults", "--kills", "12", "--seed", "1"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0 and done.stderr == "", done.stdout + done.stderr
    assert done.stdout.count("\n") > 7
