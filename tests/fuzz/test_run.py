"""A short run of ``./test fuzz``: spoilt inputs are read or refused, and nothing else happens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="inputs are read in forked processes")
def test_spoilt_inputs_are_read_or_refused() -> None:
    # a process of its own: one that shows windows must not fork
    command = [sys.executable, "-m", "tests.fuzz", "--count", "280", "--seed", "1"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0 and done.stderr == "", done.stdout + done.stderr
    assert "280 inputs" in done.stdout and "0 wrong" in done.stdout
