"""What an office's PC comes up with besides power cuts: read-only folders, other programs, a clock set back."""

import json
import os
import socket
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
from db import backup_store, engine
from db.auto_backup import automatic_copies, back_up_automatically, is_backup_due
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.lock import FILE_NAME, hold
from db.migrate import SCRIPTS, backup_of, upgrade
from db.proof_files import ProofFiles
from db.restore import look_into, restore
from db.schema import HEAD
from db.storage import open_storage
from tests.db.data_folders import ROOT, small_disk, tree, unmount
from tests.faults.scenarios import make_oldest
from tests.fuzz.seeds import fill
from ui.backup_words import age_words

NOW = datetime(2026, 6, 17, 9, 0)
STARTS = """
import sys
from app.cli import run
from tests.app.test_cli import PARTS
from dataclasses import replace
import app.cli
app.cli.has_display = lambda: True
sys.exit(run(["--data", sys.argv[1]], replace(PARTS, show_refusal=lambda sentence: None)))
"""
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


OLDER = sorted(file.name[:4] for file in (SCRIPTS / "versions").glob("0*.py") if file.name[:4] < HEAD)


@pytest.mark.parametrize("version", OLDER)
def test_data_and_backups_of_each_older_version_are_brought_along(tmp_path: Path, version: str) -> None:
    data, other = tmp_path / "dữ liệu", tmp_path / "khác"
    for folder in (data, other):
        folder.mkdir()
    file = make_oldest(data, 5)
    upgrade(file, revision=version)
    back_up(data, tmp_path / "x.zip")
    fill(other)
    open_storage(data).close()
    with closing(sqlite3.connect(backup_of(file, version))) as kept:
        assert kept.execute("SELECT version_num FROM alembic_version").fetchone() == (version,)
    summary, _ = restore(other, tmp_path / "x.zip")
    for folder in (data, other):
        with closing(open_storage(folder)) as storage:
            assert len(storage.read(lambda work: work.get_plan(1)).appendices[0].rows) == 8
        assert check(folder).rows == summary.rows == 7


def test_a_backup_of_a_newer_version_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "mới")
    with closing(sqlite3.connect(tmp_path / "mới" / DATABASE)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    back_up(tmp_path / "mới", tmp_path / "x.zip")
    fill(tmp_path / "cũ")
    for act in (look_into, restore):
        with pytest.raises(Refused) as refused:
            act(tmp_path / "cũ", tmp_path / "x.zip")
        assert refused.value.key == "backup.too_new"
    assert check(tmp_path / "cũ").plans == 1 and not list((tmp_path / "cũ").glob("truoc-phuc-hoi*"))


def test_data_on_a_network_drive_are_written_with_the_safe_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path)  # on a disk of this machine, then moved
    monkeypatch.setattr(engine, "on_network", lambda folder: True)
    monkeypatch.setattr(backup_store, "on_network", lambda folder: True)
    assert backup_store.Backups(tmp_path).is_on_network()
    with closing(open_storage(tmp_path)) as storage:
        storage.write("x", lambda work: work.save_setting("a", "b"))
        with closing(sqlite3.connect(tmp_path / DATABASE)) as other:
            assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert not list(tmp_path.glob(f"{DATABASE}-*"))
    back_up(tmp_path, tmp_path.parent / "x.zip")
    restore(tmp_path, tmp_path.parent / "x.zip")
    assert check(tmp_path).plans == 1


def test_a_backup_that_another_program_holds_open_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "dữ liệu")
    back_up(tmp_path / "dữ liệu", tmp_path / "x.zip")
    before = (tmp_path / "x.zip").read_bytes()

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "held", str(target))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(MachineTrouble) as trouble:
        back_up(tmp_path / "dữ liệu", tmp_path / "x.zip")
    assert "x.zip" in sentence_for(trouble.value)
    assert (tmp_path / "x.zip").read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["dữ liệu", "x.zip"]


def test_a_clock_set_back_is_said_beside_the_last_backup() -> None:
    words, is_old = age_words("auto", NOW + timedelta(days=2), NOW)
    assert is_old and "19/6/2026" in words


def test_a_second_start_is_told_who_and_where_by_the_program_itself(tmp_path: Path) -> None:
    open_storage(tmp_path).close()
    command = [sys.executable, "-c", STARTS, str(tmp_path)]
    with hold(tmp_path):
        second = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60)
    assert second.returncode == 1
    assert "đang được" in second.stderr and socket.gethostname() in second.stderr
    assert "Traceback" not in second.stderr


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
