"""A short run of ``./test faults``: killed, out of room and broken again and again, nothing acknowledged is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as POSIX kills them")
@pytest.mark.parametrize("part", [["kills", "--kills", "12"], ["disks", "--pages", "40"], ["pages", "--pages", "50"]])
def test_nothing_acknowledged_is_lost(part: list[str]) -> None:
    # a process of its own: one that shows windows must not fork
    command = [sys.executable, "-m", "tests.faults", "--seed", "1", *part]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0 and done.stderr == "", done.stdout + done.stderr
    if "not tried" in done.stdout:
        pytest.skip(done.stdout.splitlines()[0])
    assert "0 wrong" in done.stdout
