"""What comes before and after the window."""

from pathlib import Path

import pytest

from app import next_program
from app.domain.errors import Refused
from app.next_program import go_on_elsewhere, may_start
from app.program_log import log_text
from app.restart import FINISH_UPDATE, RESTART
from app.update.installed import Installed
from app.update.journal import Journal, write_journal
from app.update.lock import update_lock


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    """The program, as if it were installed."""
    found = Installed(tmp_path, "_internal-1.0", "1.0")
    monkeypatch.setattr(next_program, "running_program", lambda: found)
    return found


def test_from_source_it_always_starts(tmp_path: Path) -> None:
    assert may_start(tmp_path)


def test_while_it_is_replaced_it_does_not_start(program: Installed, tmp_path: Path) -> None:
    assert may_start(tmp_path)
    write_journal(program.journal, Journal("1.0", "1.1", ("so-cchc",), str(tmp_path)))
    with update_lock(tmp_path), pytest.raises(Refused, match="update.busy"):
        may_start(tmp_path)
    assert may_start(tmp_path)


def test_an_update_that_cannot_be_put_right_stops_nobody(program: Installed, tmp_path: Path) -> None:
    # the copies of the program files are gone
    write_journal(program.journal, Journal("1.0", "1.1", ("so-cchc-cli", "so-cchc"), str(tmp_path)))
    assert may_start(tmp_path)
    assert "FileNotFoundError" in log_text(tmp_path)


@pytest.mark.parametrize(("status", "started"), [(0, []), (1, []), (RESTART, ["again"])])
def test_only_what_was_asked_for_is_started(
    status: int, started: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    monkeypatch.setattr(next_program, "start_again", lambda: found.append("again"))
    assert go_on_elsewhere(tmp_path, status) == (0 if started else status)
    assert found == started


def test_a_helper_that_cannot_be_started_is_logged(program: Installed, tmp_path: Path) -> None:
    write_journal(program.journal, Journal("1.0", "1.1", ("so-cchc",), str(tmp_path)))
    assert go_on_elsewhere(tmp_path, FINISH_UPDATE) == 1
    assert "FileNotFoundError" in log_text(tmp_path)
