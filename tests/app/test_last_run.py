"""How the run before ended."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.last_run import FAULT_NAME, LastEnd, RunMark
from app.program_log import log_text

_ROOT = Path(__file__).resolve().parents[2]
_RUN = (
    "import ctypes, os, signal, sys; from pathlib import Path; from app.last_run import RunMark; "
    "RunMark(Path(sys.argv[1])).begin(); {end}"
)


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("ctypes.string_at(0)", LastEnd.CRASHED),
        ("os.abort()", LastEnd.CRASHED),
        ("os.kill(os.getpid(), 9)", LastEnd.CUT),
        ("os._exit(0)", LastEnd.CUT),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_hard_end_is_told_once(end: str, told: LastEnd, tmp_path: Path) -> None:
    command = [sys.executable, "-c", _RUN.format(end=end), str(tmp_path)]
    subprocess.run(command, cwd=_ROOT, capture_output=True, timeout=60, check=False)
    mark = RunMark(tmp_path)
    assert mark.begin() is told
    mark.end()
    again = RunMark(tmp_path)
    assert again.begin() is LastEnd.WELL
    again.end()
    assert ("brought down" in log_text(tmp_path)) == (told is LastEnd.CRASHED)


def test_an_orderly_end_leaves_nothing(tmp_path: Path) -> None:
    mark = RunMark(tmp_path)
    assert mark.begin() is LastEnd.WELL
    mark.end()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    mark = RunMark(tmp_path / "không có")
    assert mark.begin() is LastEnd.WELL
    mark.end()


def test_the_trace_goes_into_the_log_without_paths(tmp_path: Path) -> None:
    (tmp_path / FAULT_NAME).write_text('Fatal Python error: Aborted\n  File "/home/bí mật/x.py", line 1 in f\n')
    mark = RunMark(tmp_path)
    assert mark.begin() is LastEnd.CRASHED
    mark.end()
    assert "line 1 in f" in log_text(tmp_path) and "bí mật" not in log_text(tmp_path)
