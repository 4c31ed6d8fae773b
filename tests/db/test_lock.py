"""The second window is told who has the first; a crash leaves nothing in the way."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import MachineTrouble, Refused
from app.texts import sentence_for
from db.lock import FILE_NAME, hold

HOLDS = """
import sys
from pathlib import Path
from db.lock import hold
held = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_the_second_is_told_who_has_it(tmp_path: Path) -> None:
    with hold(tmp_path), pytest.raises(Refused) as error:
        hold(tmp_path)
    assert error.value.key == "storage.in_use"
    assert str(error.value.values["machine"]) in sentence_for(error.value)
    hold(tmp_path).release()


def test_a_killed_program_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout and other.stdout.readline().strip() == b"held"
        with pytest.raises(Refused):
            hold(tmp_path)
        other.kill()
        other.wait()
        assert (tmp_path / FILE_NAME).read_bytes()
        hold(tmp_path).release()


def test_a_text_that_says_nothing_does_not_confuse(tmp_path: Path) -> None:
    with hold(tmp_path):
        (tmp_path / FILE_NAME).write_text("?")
        with pytest.raises(Refused) as error:
            hold(tmp_path)
    assert error.value.values["user"] == "?"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MachineTrouble):
        hold(tmp_path / "file")
