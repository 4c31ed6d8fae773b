"""The command line on a data folder that holds the sample plan."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import Parts, run
from app.exchange.samples import sample_plan
from db.backup import back_up
from db.check import check
from db.lock import hold
from db.restore import restore
from db.storage import open_storage

_PARTS = Parts(open_storage, back_up, restore, check, lambda *_: 1, hold, lambda sentence: None, lambda folder: None)


@pytest.fixture
def sample_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command with --json; the sample plan is plan 1. Gives exit status, standard output and error."""
    folder = tmp_path / "dữ liệu"
    storage = open_storage(folder)
    storage.write("mẫu", lambda work: work.add_plan(sample_plan()))
    storage.close()

    def runs(*arguments: str) -> tuple[int, str, str]:
        status = run([*arguments, "--data", str(folder), "--json"], _PARTS)
        said = capsys.readouterr()
        return status, said.out, said.err

    return runs
