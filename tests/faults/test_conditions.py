"""What an office's PC comes up with besides power cuts: read-only folders, other programs, a clock set back."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from app.domain.backup_kept import NEWEST
from app.domain.errors import MachineTrouble, Refused
from app.domain.proof import Proof
from app.exchange.proof_types import proof_types
from app.services.proofs import add_proof
from app.texts import sentence_for
from db import engine
from db.auto_backup import automatic_copies, back_up_automatically, is_backup_due
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.lock import FILE_NAME, hold
from db.migrate import backup_of
from db.proof_files import ProofFiles
from db.restore import restore
from db.storage import open_storage
from tests.db.data_folders import small_disk, tree, unmount
from tests.faults.scenarios import make_oldest
from tests.fuzz.seeds import fill

NOW = datetime(2026, 6, 17, 9, 0)
HOLDS = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A data folder on a disk that cannot be written to any more."""
    disk = tmp_path / "đĩa"
    small_disk(disk, 4)
    try:
        fill(disk / "dữ liệu")
        back_up(disk / "dữ liệu", disk / "x.zip")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        yield disk / "dữ liệu"
    finally:
        unmount(disk)


def _edit(data: Path) -> None:
    with closing(open_storage(data)) as storage:
        storage.write("xóa", lambda work: work.remove_plan(1))


@pytest.mark.parametrize(
    "act",
    [
        _edit,
        partial(back_up_automatically, now=NOW),
        lambda data: back_up(data, data / "x.zip"),
        lambda data: ProofFiles(data, proof_types()).keep_bytes(b"x", "x.pdf"),
        lambda data: open_storage(data / "mới"),
        hold,
    ],
)
def test_a_folder_that_cannot_be_written_to(read_only: Path, act: Callable[[Path], object]) -> None:
    before = tree(read_only)
    with pytest.raises(MachineTrouble) as trouble:
        act(read_only)
    assert "ghi" in sentence_for(trouble.value)
    assert tree(read_only) == before


def test_a_backup_on_a_stick_that_cannot_be_written_to_is_restored(read_only: Path, tmp_path: Path) -> None:
    (tmp_path / "dữ liệu").mkdir()
    assert restore(tmp_path / "dữ liệu", read_only.parent / "x.zip")[0].plans == 1
    assert check(tmp_path / "dữ liệu").proofs == 1


def test_a_database_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_BUSY_MS", 50)
    fill(tmp_path)
    command = [sys.executable, "-c", HOLDS, str(tmp_path / DATABASE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline().strip() == b"held"
        with pytest.raises(MachineTrouble) as trouble:
            _edit(tmp_path)
        assert trouble.value.key == "storage.locked"
        other.kill()
        other.wait()
    assert check(tmp_path).plans == 1
    _edit(tmp_path)


def test_a_proof_that_is_gone_is_named_and_costs_nothing_else(tmp_path: Path) -> None:
    data, files = tmp_path / "dữ liệu", ProofFiles(tmp_path / "dữ liệu", proof_types())
    fill(data)
    file = files.keep_bytes(b"%PDF", "mất.pdf")
    with closing(open_storage(data)) as storage:
        storage.write("x", lambda work: add_proof(work, Proof(None, "", None, "Báo cáo", file, date(2026, 1, 1)), []))
    files.path_of(file).chmod(0o600)
    files.path_of(file).unlink()
    with pytest.raises(MachineTrouble) as trouble:
        check(data)
    assert "mất.pdf" in sentence_for(trouble.value)
    assert back_up(data, tmp_path / "x.zip").lost_files == ("mất.pdf",)
    assert restore(data, tmp_path / "x.zip")[0].lost_files == ("mất.pdf",)
    with closing(open_storage(data)) as storage:
        assert storage.read(lambda work: work.list_plans())


def test_a_clock_that_was_years_ahead_keeps_nobody_from_backing_up(tmp_path: Path) -> None:
    fill(tmp_path)
    for hour in range(NEWEST + 5):
        back_up_automatically(tmp_path, datetime(2031, 1, 1) + timedelta(hours=hour))
    for day in range(3):
        now = NOW + timedelta(days=day)
        assert is_backup_due(tmp_path, now)
        made = back_up_automatically(tmp_path, now)
        assert made.exists() and made.name in {copy.name for copy in automatic_copies(tmp_path)}
    kept = [copy.made for copy in automatic_copies(tmp_path)]
    assert [NOW + timedelta(days=day) for day in range(3)] == sorted(kept)[:3]


def test_data_of_the_first_version_are_migrated_after_a_copy_is_kept(tmp_path: Path) -> None:
    file = make_oldest(tmp_path)
    open_storage(tmp_path).close()
    with closing(sqlite3.connect(backup_of(file, "0001"))) as kept:
        assert kept.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert kept.execute("SELECT count(*) FROM cell").fetchone() == (6,)
    assert check(tmp_path).rows == 2


def test_data_of_a_newer_version_are_refused_and_left_alone(tmp_path: Path) -> None:
    fill(tmp_path)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (tmp_path / DATABASE).read_bytes()
    with pytest.raises(MachineTrouble) as trouble:
        open_storage(tmp_path)
    assert trouble.value.key == "storage.too_new"
    assert (tmp_path / DATABASE).read_bytes() == before


def test_the_lock_of_a_killed_program_is_stale_even_where_its_number_lives_on(tmp_path: Path) -> None:
    said = {"user": "ai đó", "machine": "máy khác", "since": "08:00", "process": os.getpid()}
    (tmp_path / FILE_NAME).write_text(json.dumps(said))
    with hold(tmp_path), pytest.raises(Refused):
        hold(tmp_path)
