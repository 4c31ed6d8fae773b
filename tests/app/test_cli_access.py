"""Commands on a register with accounts."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app.cli import run
from app.domain.access import Role
from app.exchange.samples import sample_plan
from app.ports import Storage, Work
from app.services import accounts
from db.accounts import has_accounts
from db.storage import open_storage
from tests.app.services.guarded import CHEAP, PASSWORD
from tests.app.test_cli import PARTS

Run = Callable[..., tuple[int, str, str]]


def opens(folder: Path) -> Storage:
    """The data with hashes that cost a test nothing."""
    return open_storage(folder, passwords=CHEAP)


GUARDED = replace(PARTS, open_storage=opens, has_accounts=has_accounts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the sample plan, an administrator and somebody who may look."""

    def fill(work: Work) -> None:
        work.add_plan(sample_plan())
        accounts.turn_on(work, "quản trị", PASSWORD)
        accounts.add_account(work, "xem", Role.VIEW, None, PASSWORD)

    storage = opens(tmp_path / "dữ liệu")
    storage.write("chuẩn bị", fill)
    storage.close()
    return tmp_path / "dữ liệu"


@pytest.fixture
def command(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with ``typed`` on standard input; gives exit status, standard output and error."""

    def runs(*arguments: str, typed: str = f"{PASSWORD}\n") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        status = run([*arguments, "--data", str(folder)], GUARDED)
        said = capsys.readouterr()
        return status, said.out, said.err

    return runs


def test_without_a_name_nothing_is_told(command: Run) -> None:
    status, out, err = command("plans", "--json")
    assert (status, out) == (1, "")
    assert "--user" in err


@pytest.mark.parametrize("typed", ["sai mật khẩu\n", "", "\n"])
def test_a_wrong_password_is_counted(command: Run, folder: Path, typed: str) -> None:
    assert command("plans", "--user", "xem", typed=typed)[:2] == (1, "")
    storage = opens(folder)
    assert [one.tries.wrong for one in storage.read(lambda work: work.accounts())] == [0, 1]
    storage.close()


def test_whoever_signs_in_may_what_the_role_may(command: Run, tmp_path: Path) -> None:
    status, out, _ = command("plans", "--json", "--user", "xem")
    assert status == 0
    assert [plan["id"] for plan in json.loads(out)] == [1]
    assert command("export", "1", "--format", "json", "--output", str(tmp_path / "a.json"), "--user", "xem")[0] == 0
    marked = partial(command, "mark", "1", "1", "--milestone", "1", "--done", "2026-03-18")
    assert marked("--user", "xem")[0] == 1
    assert marked("--user", "quản trị")[0] == 0


def test_several_readings_ask_once(command: Run, tmp_path: Path) -> None:
    asked = ("export", "1", "--whole", "--format", "pdf", "--output", str(tmp_path / "a.pdf"), "--user", "xem")
    status, _, err = command(*asked)
    assert status == 1  # the sample has no text, which is read in a second opening
    assert "lời văn" in err


def test_only_an_administrator_restores(command: Run, tmp_path: Path) -> None:
    backup = tmp_path / "sao-luu.zip"
    assert command("backup", str(backup), typed="")[0] == 0
    assert command("check", typed="")[0] == 0
    assert command("restore", str(backup), typed="")[0] == 1
    assert command("restore", str(backup), "--user", "xem")[0] == 1
    assert command("restore", str(backup), "--user", "quản trị")[0] == 0
    assert command("plans", typed="")[0] == 1


def test_broken_data_can_be_put_back_by_anybody(command: Run, folder: Path, tmp_path: Path) -> None:
    backup = tmp_path / "sao-luu.zip"
    command("backup", str(backup), typed="")
    (folder / "so-cchc.db").write_bytes(b"broken" * 5000)
    assert command("restore", str(backup), typed="")[0] == 0
    assert command("plans", typed="")[0] == 1


def test_a_name_is_harmless_without_accounts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plans", "--json", "--user", "ai đó", "--data", str(tmp_path)], GUARDED) == 0
    assert json.loads(capsys.readouterr().out) == []
